import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../src/base/errors.ts";
import { noProxies } from "../../src/base/http/proxy.ts";
import { formatBytes } from "../../src/base/text/format-units.ts";
import { createUrlPolicy } from "../../src/download/connect/url-policy.ts";
import { diskError } from "../../src/download/disk-errors.ts";
import { downloadVideo } from "../../src/download/download-video.ts";
import { seal } from "../support/files/part-file.ts";
import { mountSmallDisk } from "../support/files/small-disk.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { type FaultyResponse, randomVideo, startFaultyHost } from "../support/network/faulty-host.ts";
import type { LocalServer } from "../support/network/local-server.ts";
import { failureOf } from "../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../support/runtime/fake-runtime.ts";

const diskFullHint = "Free some disk space and run again; the partial download is kept.";

describe("a file system error has a hint for its code", () => {
  test.each([
    ["ENOSPC", diskFullHint],
    ["EDQUOT", diskFullHint],
    ["EFBIG", "does not support files of this size; set `output_path` to a folder on another disk"],
    ["EACCES", "Set `output_path` to a folder that this user can write to."],
    ["EPERM", "Set `output_path` to a folder that this user can write to."],
    ["EROFS", "The file system is read-only; set `output_path` to a folder on another disk."],
    ["EISDIR", "A folder has the name of the video"],
    ["ENOTEMPTY", "A folder has the name of the video"],
    ["ENOENT", "The folder of `output_path` was removed"],
    ["EIO", "Check the folder of `output_path`."],
  ])("%s: %s", (code, hint) => {
    const error = diskError(Object.assign(new Error(`${code}: write`), { code }));
    expect(error).toMatchObject({ code: "download_failed", retryable: false });
    expect(error.message).toBe(`The video cannot be written to disk (${code}).`);
    expect(error.hint).toContain(hint);
  });

  test("without a code, the reason is unknown", () => {
    expect(diskError(new Error("?")).message).toBe("The video cannot be written to disk (unknown reason).");
  });

  test("a ShowreelError is returned unchanged", () => {
    const error = new ShowreelError("invalid_video", "It is an HTML page.");
    expect(diskError(error)).toBe(error);
  });
});

const video = randomVideo(1_500_000);
const sha256 = createHash("sha256").update(video).digest("hex");
const host = (...responses: readonly FaultyResponse[]) => hostFor(undefined, ...responses);
/** `part` is the path where the client stores the bytes; see `startFaultyHost`. */
const hostFor = (part: string | undefined, ...responses: readonly FaultyResponse[]) =>
  startFaultyHost({ bytes: video, validators: { etag: '"v1"' } }, responses, part);
const withoutLength: FaultyResponse = { headers: { "content-length": undefined } };

/** Downloads the video of this host to a path. */
function download({ url }: LocalServer, path: string, runtime = createFakeRuntime()) {
  return downloadVideo(runtime, {
    videoName: { provider: "heygen", id: "v_1" },
    seal,
    container: "mp4",
    link: new URL("/v_1.mp4?Signature=secret", url).href,
    refreshLink: async () => undefined,
    path,
    maxBytes: Number.MAX_SAFE_INTEGER,
    policy: createUrlPolicy(noProxies, url.origin),
  });
}

test("a video that does not fit on the disk is rejected before a byte is written", async () => {
  const path = join(createTemporaryFolder(), "release.mp4");
  const { bavail, bsize } = await statfs(dirname(path));
  const contentLength = 2 * bavail * bsize;
  await using server = await host({
    headers: { "content-length": String(contentLength) },
    cut: { after: 500_000, how: "hang" },
  });
  const runtime = createFakeRuntime();
  const failure = await failureOf(() => download(server, path, runtime));
  expect(failure).toMatchObject({ code: "download_failed", retryable: false, hint: diskFullHint });
  const [, needed, free = ""] =
    /^The video does not fit on the disk: it needs (.+), and (.+) are free\.$/.exec(failure.message) ?? [];
  expect(needed).toBe(formatBytes(contentLength));
  expect(free).toMatch(/^[\d.]+ [kMGT]?B$/);
  expect(readdirSync(dirname(path))).toEqual([]);
  expect([server.requests.length, runtime.sleeps]).toEqual([1, []]);
});

const disk = mountSmallDisk("2m");

describe.skipIf(disk === undefined)("on a real disk of 2 MiB (requires permission to mount one),", () => {
  /** Returns a path on the disk, with `bytes` bytes of the disk used. */
  async function fill(bytes: number) {
    const folder = await mkdtemp(join(disk ?? "", "full-"));
    const filler = join(folder, "filler");
    writeFileSync(filler, Buffer.alloc(bytes));
    return { path: join(folder, "release.mp4"), folder, makeSpace: () => rmSync(filler) };
  }

  test("a download that fills the disk fails with ENOSPC, and resumes once there is space", async () => {
    const { path, folder, makeSpace } = await fill(1_000_000);
    await using server = await host(withoutLength);
    const runtime = createFakeRuntime();
    const failure = await failureOf(() => download(server, path, runtime));
    expect(failure).toMatchObject({ code: "download_failed", retryable: false, hint: diskFullHint });
    expect(failure.message).toBe("The video cannot be written to disk (ENOSPC).");
    expect(runtime.sleeps).toEqual([]);
    const partial = readFileSync(`${path}.part`);
    expect(partial.length).toBeGreaterThan(500_000);
    expect(partial.equals(video.subarray(0, partial.length))).toBe(true);
    makeSpace();
    expect(await download(server, path)).toMatchObject({ sha256, sizeBytes: video.length });
    expect(server.requests.map(({ headers }) => headers.range)).toEqual([
      undefined,
      `bytes=${partial.length}-`,
    ]);
    expect(readdirSync(folder)).toEqual(["release.mp4"]);
    rmSync(folder, { recursive: true });
  });

  test("a video with too large a Content-Length is rejected, and downloaded once there is space", async () => {
    const { path, folder, makeSpace } = await fill(1_000_000);
    await using server = await host();
    const { message } = await failureOf(() => download(server, path));
    expect(message).toMatch(/^The video does not fit on the disk: it needs 1\.5 MB, and 1\.1 MB are free\.$/);
    makeSpace();
    expect(await download(server, path)).toMatchObject({ sha256 });
    rmSync(folder, { recursive: true });
  });

  test("a resumed download needs space for the rest only", async () => {
    const { path, folder } = await fill(400_000);
    await using server = await hostFor(`${path}.part`, { cut: { after: 1_000_000 } }, { status: 451 });
    expect((await failureOf(() => download(server, path))).message).toContain("HTTP 451");
    const { bavail, bsize } = await statfs(folder);
    expect(bavail * bsize).toBeLessThan(video.length);
    expect(await download(server, path)).toMatchObject({ sha256 });
    expect(server.requests.at(-1)?.headers.range).toMatch(/^bytes=\d{6,}-$/);
    rmSync(folder, { recursive: true });
  });
});
