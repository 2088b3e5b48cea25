import { existsSync, linkSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { noProxies } from "../../src/base/http/proxy.ts";
import { createUrlPolicy } from "../../src/download/connect/url-policy.ts";
import { downloadVideo } from "../../src/download/download-video.ts";
import type { RejectedVideo } from "../../src/download/rejected-video.ts";
import type { VideoCache } from "../../src/download/video-cache.ts";
import { box, fileType } from "../support/files/mp4-boxes.ts";
import { seal, sha256 } from "../support/files/part-file.ts";
import { createOutsideFile, specialFiles, unchangedState } from "../support/files/special-files.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { documentOf } from "../support/files/webm-elements.ts";
import { times } from "../support/jobs/scripted-provider.ts";
import {
  type FaultyHost,
  type FaultyResponse,
  type HostFile,
  randomBytes,
  randomVideo,
  startFaultyHost,
} from "../support/network/faulty-host.ts";
import { failureOf } from "../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../support/runtime/fake-runtime.ts";

/** Media data of an MP4 without the `moov` box that a player needs. */
const unplayable = (seed: number) => Buffer.concat([fileType, box("mdat", randomBytes(300_000, seed))]);
const broken: HostFile = { bytes: unplayable(1), validators: { etag: '"v1"' } };
const playable: HostFile = { bytes: randomVideo(300_000), validators: { etag: '"v2"' } };
const withoutLength: FaultyResponse = { headers: { "content-length": undefined } };
const unavailable: FaultyResponse = { status: 503, body: Buffer.from("busy") };

function start(host: FaultyHost, path: string, videoCache?: VideoCache) {
  const runtime = createFakeRuntime();
  const rejected: RejectedVideo[] = [];
  const done = () =>
    downloadVideo(runtime, {
      videoName: { provider: "heygen", id: "v_1" },
      seal,
      container: "mp4",
      link: new URL("/files/v_1.mp4?Signature=secret", host.url).href,
      refreshLink: async () => undefined,
      path,
      maxBytes: 10_000_000,
      policy: createUrlPolicy(noProxies, host.url.origin),
      onRejected: (video) => rejected.push(video),
      ...(videoCache && { videoCache }),
    });
  return { runtime, rejected, done };
}

const newPath = () => join(createTemporaryFolder(), "release.mp4");
const namesBeside = (path: string) => readdirSync(dirname(path)).sort();

describe("a file that is no playable video", () => {
  test("is downloaded twice, kept, and named in the error", async () => {
    const path = newPath();
    await using host = await startFaultyHost(broken, []);
    const { rejected, runtime, done } = start(host, path);
    const failure = await failureOf(done);
    const keptPath = join(dirname(path), "release.rejected.mp4");
    expect(host.requests).toHaveLength(2);
    expect(runtime.sleeps).toEqual([1_000]);
    expect(namesBeside(path)).toEqual(["release.rejected.mp4"]);
    expect(readFileSync(keptPath).equals(broken.bytes)).toBe(true);
    expect(rejected).toEqual([
      { path: keptPath, sizeBytes: broken.bytes.length, sha256: sha256(broken.bytes) },
    ]);
    expect(failure).toMatchObject({ code: "invalid_video", retryable: false, recurs: true });
    expect(failure.message).toMatch(
      /^The downloaded file is not a playable video: .+\. The host sent the same 300\.0 kB twice\.$/,
    );
    expect(failure.hint).toContain(`The file is kept: ${keptPath}. Open it: if it plays, report it`);
  });

  test("is downloaded twice, too, if the host doesn't announce its length", async () => {
    await using host = await startFaultyHost(broken, times(8, withoutLength));
    const { rejected, done } = start(host, newPath());
    expect(await failureOf(done)).toMatchObject({ code: "invalid_video", recurs: true });
    expect([host.requests.length, rejected.length]).toEqual([2, 1]);
  });

  test("is downloaded twice if the host sends another one in between", async () => {
    const other = { bytes: unplayable(2), validators: { etag: '"v2"' } };
    await using host = await startFaultyHost(broken, [{}, { becomes: other }, { becomes: broken }]);
    const { rejected, done } = start(host, newPath());
    await failureOf(done);
    expect([host.requests.length, rejected[0]?.sha256]).toEqual([3, sha256(broken.bytes)]);
  });

  test("ends after eight attempts if the host sends other bytes each time, and the last file is kept", async () => {
    const files = times(9, 0).map((_, index) => unplayable(index + 1));
    const responses = files.map((bytes) => ({
      becomes: { bytes, validators: { etag: `"${sha256(bytes)}"` } },
    }));
    await using host = await startFaultyHost(broken, responses);
    const { rejected, done } = start(host, newPath());
    expect(await failureOf(done)).toMatchObject({ code: "invalid_video", recurs: false });
    expect([host.requests.length, rejected[0]?.sha256]).toEqual([8, sha256(files[7] ?? Buffer.alloc(0))]);
  });

  test("is not kept if the second download is a playable video", async () => {
    const path = newPath();
    await using host = await startFaultyHost(broken, [{}, { becomes: playable }]);
    const { rejected, runtime, done } = start(host, path);
    expect(await done()).toMatchObject({ sha256: sha256(playable.bytes) });
    expect([namesBeside(path), rejected]).toEqual([["release.mp4"], []]);
    expect(runtime.lines.find((line) => line.startsWith("info"))).toMatch(/: .+\. Trying again in 1 s\.$/);
  });

  test.each<[string, FaultyResponse, string]>([
    ["is unavailable", unavailable, "The download host returned HTTP 503"],
    ["breaks before its headers", { cut: { after: "nothing" } }, "The download failed"],
    [
      "sends a page",
      { body: Buffer.from("<!doctype html>"), headers: { "content-type": "text/html" } },
      "The download host sent a page instead of the file.",
    ],
  ])("is kept if the host then %s", async (_, response, message) => {
    await using host = await startFaultyHost(broken, [{}, ...times(8, response)]);
    const { rejected, done } = start(host, newPath());
    const failure = await failureOf(done);
    expect(failure.message).toContain(message);
    expect(failure.message).toContain("An earlier attempt got a complete file that is not a playable video");
    expect(readFileSync(rejected[0]?.path ?? "").equals(broken.bytes)).toBe(true);
    expect(host.requests).toHaveLength(8);
  });

  test("has the extension of its own format", async () => {
    const path = newPath();
    const webm = { bytes: Buffer.concat([documentOf("webm"), randomBytes(1_000)]), validators: {} };
    await using host = await startFaultyHost(webm, []);
    const { message } = await failureOf(start(host, path).done);
    expect(message).toContain("it is a WebM, not an MP4");
    expect(namesBeside(path)).toEqual(["release.rejected.webm"]);
  });

  test("is never stored in the cache of finished videos", async () => {
    const saved: unknown[] = [];
    await using host = await startFaultyHost(broken, []);
    const videoCache = { find: async () => undefined, save: async (name: unknown) => void saved.push(name) };
    await failureOf(start(host, newPath(), videoCache).done);
    expect(saved).toEqual([]);
  });

  test("leaves nothing in an interrupted run", async () => {
    const path = newPath();
    await using host = await startFaultyHost(broken, []);
    const { runtime, rejected, done } = start(host, path);
    const sleep = runtime.sleep;
    const interrupted = Object.assign(runtime, {
      sleep: (ms: number) => {
        runtime.interrupt();
        return sleep(ms);
      },
    });
    expect(await failureOf(done)).toMatchObject({ code: "interrupted" });
    expect([interrupted.sleeps, rejected, namesBeside(path)]).toEqual([[], [], []]);
  });
});

describe("the file of an earlier run", () => {
  test("is used again if it has the same bytes", async () => {
    const path = newPath();
    await using host = await startFaultyHost(broken, []);
    for (const _ of [1, 2]) {
      const { rejected, done } = start(host, path);
      await failureOf(done);
      expect(rejected[0]?.path).toBe(join(dirname(path), "release.rejected.mp4"));
    }
    expect(host.requests).toHaveLength(4);
    expect(namesBeside(path)).toEqual(["release.rejected.mp4"]);
  });

  test("is never overwritten if it has other bytes", async () => {
    const path = newPath();
    const earlier = join(dirname(path), "release.rejected.mp4");
    writeFileSync(earlier, "someone's");
    await using host = await startFaultyHost(broken, []);
    const { rejected, done } = start(host, path);
    await failureOf(done);
    expect(readFileSync(earlier, "utf8")).toBe("someone's");
    expect(rejected[0]?.path).toBe(join(dirname(path), "release.rejected-2.mp4"));
  });

  test("and eight more of them leave no name: the error says that the file isn't kept", async () => {
    const path = newPath();
    const names = ["", ...times(8, 0).map((_, index) => `-${index + 2}`)];
    for (const name of names) writeFileSync(join(dirname(path), `release.rejected${name}.mp4`), "someone's");
    await using host = await startFaultyHost(broken, []);
    const { rejected, done } = start(host, path);
    const { hint } = await failureOf(done);
    expect(hint).toBe("The file could not be kept beside the video (EEXIST).");
    expect([rejected, namesBeside(path).length]).toEqual([[], 9]);
  });
});

describe("in place of the rejected file, nothing is written through, read from or waited for", () => {
  test.each(specialFiles)("$title", async ({ create }) => {
    const parent = createTemporaryFolder();
    const outside = createOutsideFile(parent);
    const path = join(createTemporaryFolder(), "release.mp4");
    create(join(dirname(path), "release.rejected.mp4"), outside.path);
    await using host = await startFaultyHost(broken, []);
    const { rejected, done } = start(host, path);
    await failureOf(done);
    expect(outside.state()).toEqual(unchangedState);
    expect(rejected[0]?.path).toBe(join(dirname(path), "release.rejected-2.mp4"));
  });

  test("a hard link to a file with other bytes", async () => {
    const path = newPath();
    const outside = createOutsideFile(createTemporaryFolder());
    linkSync(outside.path, join(dirname(path), "release.rejected.mp4"));
    await using host = await startFaultyHost(broken, []);
    await failureOf(start(host, path).done);
    expect(outside.state()).toEqual(unchangedState);
  });
});

describe("an error page", () => {
  test.each([
    ["HTML", "<!doctype html><title>Please wait</title>"],
    ["JSON", '{"error":"not ready"}'],
    ["plain text", "upstream connect error or disconnect/reset before headers"],
    ["nothing", ""],
  ])("of %s is downloaded eight times, because it may be transient, and never kept", async (_, page) => {
    const path = newPath();
    await using host = await startFaultyHost(playable, times(8, { body: Buffer.from(page) }));
    const { rejected, done } = start(host, path);
    expect(await failureOf(done)).toMatchObject({ code: "invalid_video", recurs: false });
    expect([host.requests.length, rejected, namesBeside(path)]).toEqual([8, [], []]);
  });

  test("of more than a mebibyte is downloaded twice, and not kept", async () => {
    const path = newPath();
    const page = Buffer.from(`<!doctype html>${" ".repeat(1024 ** 2)}`);
    await using host = await startFaultyHost(playable, times(8, { body: page }));
    const { rejected, done } = start(host, path);
    expect(await failureOf(done)).toMatchObject({ code: "invalid_video", recurs: true });
    expect([host.requests.length, rejected, namesBeside(path)]).toEqual([2, [], []]);
  });
});

test("a download that gets no byte leaves no empty `.part`", async () => {
  const path = newPath();
  await using host = await startFaultyHost(playable, times(8, unavailable));
  await failureOf(start(host, path).done);
  expect(existsSync(`${path}.part`)).toBe(false);
});
