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

/** The name of a video; of HeyGen by default. */
export const videoName = (id: string, provider = "heygen") => ({ provider, id });

/** A self-hosted runner, which keeps its tool cache between runs. */
export interface ToolCacheRunner {
  readonly runtime: FakeRuntime;
  readonly cache: string;
  readonly videoCache: VideoCache;
  /** A video in its workspace. */
  readonly path: string;
  /** Caches that video under an id. */
  save(id: string, provider?: string): Promise<void>;
  /** Finds the cached video with this id, which counts as a use; empty when there is none. */
  findPath(id: string): Promise<string>;
  /** Creates a sparse file of 6 GiB. */
  makeLarge(path: string): void;
}

/** A runner with this tool cache, empty by default, until the end of the test. Its runs use this seal. */
export function createToolCacheRunner(cache = createTemporaryFolder(), runnerSeal = seal): ToolCacheRunner {
  vi.stubEnv("RUNNER_TOOL_CACHE", cache);
  const runtime = createFakeRuntime();
  const videoCache = createToolCache(runtime, cache, runnerSeal);
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

/** Downloads the video `v_1` with the cache, from a real host. */
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
