import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, vi } from "vitest";
import type { KeptVideos } from "../../src/download/kept-videos.ts";
import { createToolCache } from "../../src/state/tool-cache.ts";
import { createFakeRuntime, type FakeRuntime } from "./fake-runtime.ts";
import { randomVideo } from "./faulty-host.ts";
import { createTemporaryFolder } from "./temporary-folder.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

export const video = randomVideo(100_000);
export const sha256 = createHash("sha256").update(video).digest("hex");

/** What a video is known by; HeyGen's unless told. */
export const nameOf = (id: string, provider = "heygen") => ({ provider, id });

/** A machine that keeps its videos. */
export interface KeepingMachine {
  readonly runtime: FakeRuntime;
  readonly cache: string;
  readonly kept: KeptVideos;
  /** A video that lies in its workspace. */
  readonly path: string;
  /** Keeps that video under an id. */
  keep(id: string, provider?: string): Promise<void>;
  /** Where the video with this id is kept; finding it counts as a use. Empty when it is not there. */
  pathOf(id: string): Promise<string>;
}

/** A machine with this tool cache, a fresh one unless told, until the end of the test. */
export function createKeepingMachine(cache = createTemporaryFolder()): KeepingMachine {
  vi.stubEnv("RUNNER_TOOL_CACHE", cache);
  const runtime = createFakeRuntime();
  const kept = createToolCache(runtime, cache);
  const path = join(createTemporaryFolder(), "release.mp4");
  writeFileSync(path, video);
  return {
    runtime,
    cache,
    kept,
    path,
    keep: (id, provider) => kept.keep(nameOf(id, provider), { path, sha256 }),
    pathOf: async (id) => (await kept.find(nameOf(id)))?.path ?? "",
  };
}
