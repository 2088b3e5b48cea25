import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../src/base/errors.ts";
import { formatBytes } from "../../src/base/format-units.ts";
import { noProxies } from "../../src/base/http/proxy.ts";
import { createUrlPolicy } from "../../src/download/connect/url-policy.ts";
import { diskError } from "../../src/download/disk-errors.ts";
import { downloadVideo } from "../../src/download/download-video.ts";
import { failureOf } from "../support/failure-of.ts";
import { createFakeRuntime } from "../support/fake-runtime.ts";
import { randomVideo, shortRest, startFaultyHost, type Turn } from "../support/faulty-host.ts";
import type { LocalServer } from "../support/local-server.ts";
import { seal } from "../support/part.ts";
import { mountSmallDisk } from "../support/small-disk.ts";
import { createTemporaryFolder } from "../support/temporary-folder.ts";

const kept = "Free some disk space, then run again; what has come so far is kept.";

describe("what the disk says is told with what to do", () => {
  test.each([
    ["ENOSPC", kept],
    ["EDQUOT", kept],
    ["EFBIG", "takes no file of this size; give `output_path` a folder on another disk"],
    ["EACCES", "Give `output_path` a folder that this user may write to."],
    ["EPERM", "Give `output_path` a folder that this user may write to."],
    ["EROFS", "The disk is read-only; give `output_path` a folder on another one."],
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

  test("also when it says nothing", () => {
    expect(diskError(new Error("?")).message).toBe("The video cannot be written to disk (unknown reason).");
  });

  test("and what was said already stays as it is", () => {
    const said = new ShowreelError("invalid_video", "It is an HTML page.");
    expect(diskError(said)).toBe(said);
  });
});

const video = randomVideo(1_500_000);
const sha256 = createHash("sha256").update(video).digest("hex");
const host = (...turns: readonly Turn[]) =>
  startFaultyHost({ bytes: video, validators: { etag: '"v1"' } }, turns);
const unannounced: Turn = { headers: { "content-length": undefined } };

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

test("a video that does not fit on the disk is refused before a byte is written", async () => {
  const path = join(createTemporaryFolder(), "release.mp4");
  const { bavail, bsize } = await statfs(dirname(path));
  const announced = 2 * bavail * bsize;
  await using server = await host({
    headers: { "content-length": String(announced) },
    cut: { after: 500_000, how: "hang" },
  });
  const runtime = createFakeRuntime();
  const failure = await failureOf(() => download(server, path, runtime));
  expect(failure).toMatchObject({ code: "download_failed", retryable: false, hint: kept });
  const [, coming, free = ""] =
    /^The video does not fit on the disk: (.+) are to come, (.+) are free\.$/.exec(failure.message) ?? [];
  expect(coming).toBe(formatBytes(announced));
  expect(free).toMatch(/^[\d.]+ [kMGT]?B$/);
  expect(readFileSync(`${path}.part`)).toHaveLength(0);
  expect([server.requests.length, runtime.sleeps]).toEqual([1, []]);
});

const disk = mountSmallDisk("2m");

describe.skipIf(disk === undefined)("on a real disk of 2 MiB, which needs leave to mount one,", () => {
  /** A path on the disk, and so many bytes of it in use. */
  async function fill(bytes: number) {
    const folder = await mkdtemp(join(disk ?? "", "full-"));
    const filler = join(folder, "filler");
    writeFileSync(filler, Buffer.alloc(bytes));
    return { path: join(folder, "release.mp4"), folder, makeSpace: () => rmSync(filler) };
  }

  test("a download that fills it ends with its reason, and goes on from there once there is space", async () => {
    const { path, folder, makeSpace } = await fill(1_000_000);
    await using server = await host(unannounced);
    const runtime = createFakeRuntime();
    const failure = await failureOf(() => download(server, path, runtime));
    expect(failure).toMatchObject({ code: "download_failed", retryable: false, hint: kept });
    expect(failure.message).toBe("The video cannot be written to disk (ENOSPC).");
    expect(runtime.sleeps).toEqual([]);
    const begun = readFileSync(`${path}.part`);
    expect(begun.length).toBeGreaterThan(500_000);
    expect(begun.equals(video.subarray(0, begun.length))).toBe(true);
    makeSpace();
    expect(await download(server, path)).toMatchObject({ sha256, sizeBytes: video.length });
    expect(server.requests.map(({ headers }) => headers.range)).toEqual([
      undefined,
      `bytes=${begun.length}-`,
    ]);
    expect(readdirSync(folder)).toEqual(["release.mp4"]);
    rmSync(folder, { recursive: true });
  });

  test("a video that is announced as too large for it is refused, and comes once there is space", async () => {
    const { path, folder, makeSpace } = await fill(1_000_000);
    await using server = await host();
    const { message } = await failureOf(() => download(server, path));
    expect(message).toMatch(/^The video does not fit on the disk: 1\.5 MB are to come, 1\.1 MB are free\.$/);
    makeSpace();
    expect(await download(server, path)).toMatchObject({ sha256 });
    rmSync(folder, { recursive: true });
  });

  test("only the rest of a video needs room", async () => {
    const { path, folder } = await fill(400_000);
    const slow = { bytes: 64 * 1024, rest: shortRest };
    await using server = await host({ drip: slow, cut: { after: 1_000_000 } }, { status: 451 });
    expect((await failureOf(() => download(server, path))).message).toContain("HTTP 451");
    const { bavail, bsize } = await statfs(folder);
    expect(bavail * bsize).toBeLessThan(video.length);
    expect(await download(server, path)).toMatchObject({ sha256 });
    expect(server.requests.at(-1)?.headers.range).toMatch(/^bytes=\d{6,}-$/);
    rmSync(folder, { recursive: true });
  });
});
