import { createHash } from "node:crypto";
import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, vi } from "vitest";
import { noProxies } from "../../../src/base/http/proxy.ts";
import { createUrlPolicy } from "../../../src/download/connect/url-policy.ts";
import { downloadVideo } from "../../../src/download/download-video.ts";
import type { VideoCache } from "../../../src/download/video-cache.ts";
import { createToolCache } from "../../../src/stores/tool-cache.ts";
import { seal } from "../files/part-file.ts";
import { createTemporaryFolder } from "../files/temporary-folder.ts";
import { randomVideo, startFaultyHost } from "../network/faulty-host.ts";
import { createFakeRuntime, type FakeRuntime } from "../runtime/fake-runtime.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

export const video = randomVideo(100_000);
export const sha256 = createHash("sha256").update(video).digest("hex");

/** What a video is known by; HeyGen's unless told. */
export const videoName = (id: string, provider = "heygen") => ({ provider, id });

/** A machine that keeps its videos. */
export interface ToolCacheRunner {
  readonly runtime: FakeRuntime;
  readonly cache: string;
  readonly videoCache: VideoCache;
  /** A video that lies in its workspace. */
  readonly path: string;
  /** Keeps that video under an id. */
  save(id: string, provider?: string): Promise<void>;
  /** Where the video with this id is kept; finding it counts as a use. Empty when it is not there. */
  findPath(id: string): Promise<string>;
  /** Makes a file of 6 GiB that takes no space on the disk. */
  makeLarge(path: string): void;
}

/** A machine with this tool cache, a fresh one unless told, until the end of the test; its runs have the key of `by`. */
export function createToolCacheRunner(cache = createTemporaryFolder(), by = seal): ToolCacheRunner {
  vi.stubEnv("RUNNER_TOOL_CACHE", cache);
  const runtime = createFakeRuntime();
  const videoCache = createToolCache(runtime, cache, by);
  const path = join(createTemporaryFolder(), "release.mp4");
  writeFileSync(path, video);
  return {
    runtime,
    cache,
    videoCache,
    path,
    save: (id, provider) => videoCache.save(videoName(id, provider), { path, sha256 }),
    findPath: async (id) => (await videoCache.find(videoName(id)))?.path ?? "",
    makeLarge(path) {
      writeFileSync(path, "");
      truncateSync(path, 6 * 1024 ** 3);
    },
  };
}

/** Downloads the video `v_1` on this machine, from a real host. */
export async function downloadWithCache({ runtime, videoCache }: ToolCacheRunner) {
  await using server = await startFaultyHost({ bytes: video, validators: { etag: '"v1"' } }, []);
  const result = await downloadVideo(runtime, {
    videoName: videoName("v_1"),
    seal,
    container: "mp4",
    link: new URL("/v_1.mp4", server.url).href,
    refreshLink: async () => undefined,
    path: join(createTemporaryFolder(), "release.mp4"),
    maxBytes: 5_000_000,
    policy: createUrlPolicy(noProxies, server.url.origin),
    videoCache,
  });
  expect(readFileSync(result.path).equals(video)).toBe(true);
  return {
    downloads: server.requests.length,
    infos: runtime.lines.filter((line) => line.startsWith("info")),
  };
}
