import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { noProxies } from "../../src/base/http/proxy.ts";
import { createUrlPolicy } from "../../src/download/connect/url-policy.ts";
import { downloadVideo } from "../../src/download/download-video.ts";
import type { CachedVideo } from "../../src/download/video-cache.ts";
import { seal } from "../support/files/part-file.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { type FaultyHost, randomVideo, startFaultyHost } from "../support/network/faulty-host.ts";
import { createFakeRuntime } from "../support/runtime/fake-runtime.ts";

const video = randomVideo(2_500_000);
const sha256 = createHash("sha256").update(video).digest("hex");
const host = () => startFaultyHost({ bytes: video, validators: { etag: '"v1"' } }, []);

/** Downloads the video on a machine whose cache contains this one, if any. */
async function download({ url }: FaultyHost, cached: CachedVideo | undefined) {
  const runtime = createFakeRuntime();
  const path = join(createTemporaryFolder(), "release.mp4");
  const saved: CachedVideo[] = [];
  const result = await downloadVideo(runtime, {
    videoName: { provider: "heygen", id: "v_1" },
    seal,
    container: "mp4",
    link: new URL("/v_1.mp4?Signature=secret", url).href,
    refreshLink: async () => undefined,
    path,
    maxBytes: 5_000_000,
    policy: createUrlPolicy(noProxies, url.origin),
    videoCache: { find: async () => cached, save: async (_, found) => void saved.push(found) },
  });
  return { result, path, saved, lines: runtime.lines, folder: readdirSync(dirname(path)) };
}

function cacheVideo(bytes: Buffer, digest = sha256): CachedVideo {
  const path = join(createTemporaryFolder(), "cached.mp4");
  writeFileSync(path, bytes);
  return { path, sha256: digest };
}

test("copies a cached video and sends no request", async () => {
  await using server = await host();
  const { result, path, lines, folder } = await download(server, cacheVideo(video));
  expect(result).toMatchObject({ path, sizeBytes: video.length, sha256, durationSeconds: 4, codec: "H.264" });
  expect(readFileSync(path).equals(video)).toBe(true);
  expect(folder).toEqual(["release.mp4"]);
  expect(server.requests).toEqual([]);
  expect(lines).toEqual(["info: Restored the video from this machine's cache; nothing to download."]);
});

describe("downloads the video again when the cached file is", () => {
  const other = randomVideo(2_500_000, 2);
  test.each([
    ["truncated", cacheVideo(video.subarray(0, 1_000_000))],
    ["changed in one byte", cacheVideo(Buffer.concat([video.subarray(0, -1), Buffer.from([1])]))],
    ["another video", cacheVideo(other)],
    ["empty", cacheVideo(Buffer.alloc(0))],
    ["not a video", cacheVideo(Buffer.from("<html>"), createHash("sha256").update("<html>").digest("hex"))],
  ])("%s", async (_, cached) => {
    await using server = await host();
    const { result, path, lines, saved } = await download(server, cached);
    expect(result.sha256).toBe(sha256);
    expect(readFileSync(path).equals(video)).toBe(true);
    expect(server.requests.map(({ headers }) => headers.range)).toEqual([undefined]);
    expect(lines[0]).toBe(
      "info: The video in this machine's cache is incomplete or changed; downloading it again.",
    );
    expect(saved).toEqual([result]);
  });
});

test("saves a downloaded video to the cache", async () => {
  await using server = await host();
  const { result, saved } = await download(server, undefined);
  expect(saved).toEqual([result]);
});
