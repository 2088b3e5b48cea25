import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { noProxies } from "../../src/base/http/proxy.ts";
import { createUrlPolicy } from "../../src/download/connect/url-policy.ts";
import { downloadVideo } from "../../src/download/download-video.ts";
import type { CachedVideo } from "../../src/download/video-cache.ts";
import { createFakeRuntime } from "../support/fake-runtime.ts";
import { type FaultyHost, randomVideo, startFaultyHost } from "../support/faulty-host.ts";
import { seal } from "../support/part.ts";
import { createTemporaryFolder } from "../support/temporary-folder.ts";

const video = randomVideo(2_500_000);
const sha256 = createHash("sha256").update(video).digest("hex");
const host = () => startFaultyHost({ bytes: video, validators: { etag: '"v1"' } }, []);

/** Downloads the video on a machine that has kept this one, if any. */
async function download({ url }: FaultyHost, kept: CachedVideo | undefined) {
  const runtime = createFakeRuntime();
  const path = join(createTemporaryFolder(), "release.mp4");
  const keptAnew: CachedVideo[] = [];
  const result = await downloadVideo(runtime, {
    videoName: { provider: "heygen", id: "v_1" },
    seal,
    container: "mp4",
    link: new URL("/v_1.mp4?Signature=secret", url).href,
    refreshLink: async () => undefined,
    path,
    maxBytes: 5_000_000,
    policy: createUrlPolicy(noProxies, url.origin),
    videoCache: { find: async () => kept, save: async (_, found) => void keptAnew.push(found) },
  });
  return { result, path, keptAnew, lines: runtime.lines, folder: readdirSync(dirname(path)) };
}

function keep(bytes: Buffer, checksum = sha256): CachedVideo {
  const path = join(createTemporaryFolder(), "kept.mp4");
  writeFileSync(path, bytes);
  return { path, sha256: checksum };
}

test("a video that this machine has kept is copied, and no host is asked", async () => {
  await using server = await host();
  const { result, path, lines, folder } = await download(server, keep(video));
  expect(result).toEqual({ path, sizeBytes: video.length, sha256, durationSeconds: 4 });
  expect(readFileSync(path).equals(video)).toBe(true);
  expect(folder).toEqual(["release.mp4"]);
  expect(server.requests).toEqual([]);
  expect(lines).toEqual([
    "info: This machine has kept the video from an earlier run; nothing is downloaded.",
  ]);
});

describe("a kept video that is not the same is downloaded again", () => {
  const other = randomVideo(2_500_000, 2);
  test.each([
    ["cut off", keep(video.subarray(0, 1_000_000))],
    ["changed in one place", keep(Buffer.concat([video.subarray(0, -1), Buffer.from([1])]))],
    ["another one", keep(other)],
    ["empty", keep(Buffer.alloc(0))],
    ["no video at all", keep(Buffer.from("<html>"), createHash("sha256").update("<html>").digest("hex"))],
  ])("being %s", async (_, kept) => {
    await using server = await host();
    const { result, path, lines, keptAnew } = await download(server, kept);
    expect(result.sha256).toBe(sha256);
    expect(readFileSync(path).equals(video)).toBe(true);
    expect(server.requests.map(({ headers }) => headers.range)).toEqual([undefined]);
    expect(lines[0]).toBe("info: This machine has kept the video, but not whole; it is downloaded again.");
    expect(keptAnew).toEqual([result]);
  });
});

test("a video that was downloaded is kept for later runs", async () => {
  await using server = await host();
  const { result, keptAnew } = await download(server, undefined);
  expect(keptAnew).toEqual([result]);
});
