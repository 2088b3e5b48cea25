import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { noProxies } from "../../../src/base/http/proxy.ts";
import { createUrlPolicy } from "../../../src/download/connect/url-policy.ts";
import { downloadVideo } from "../../../src/download/download-video.ts";
import { seal } from "../../support/files/part-file.ts";
import { createTemporaryFolder } from "../../support/files/temporary-folder.ts";
import { times } from "../../support/jobs/scripted-provider.ts";
import {
  type FaultyHost,
  type FaultyResponse,
  randomVideo,
  startFaultyHost,
} from "../../support/network/faulty-host.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

const video = randomVideo(50_000);
const sha256 = createHash("sha256").update(video).digest("hex");
const cut: FaultyResponse = { cut: { after: 20_000 } };
const resetAtOnce: FaultyResponse = { cut: { after: "nothing", how: "reset" } };

function start(path: string, responses: readonly FaultyResponse[]) {
  return startFaultyHost({ bytes: video, validators: { etag: '"v1"' } }, responses, `${path}.part`);
}

function download({ url }: FaultyHost, path: string, runtime = createFakeRuntime()) {
  return downloadVideo(runtime, {
    videoName: { provider: "heygen", id: "v_1" },
    seal,
    container: "mp4",
    link: new URL("/v_1.mp4?Signature=secret", url).href,
    refreshLink: async () => undefined,
    path,
    maxBytes: 1_000_000,
    policy: createUrlPolicy(noProxies, url.origin),
  });
}

const freshPath = () => join(createTemporaryFolder(), "release.mp4");
const ranges = (host: FaultyHost) => host.requests.map(({ headers }) => headers.range);

test("resumes an interrupted download where it stopped, and logs it", async () => {
  const path = freshPath();
  await using host = await start(path, [cut, resetAtOnce]);
  const runtime = createFakeRuntime();
  expect(await download(host, path, runtime)).toMatchObject({ sha256, sizeBytes: video.length });
  expect(ranges(host)).toEqual([undefined, "bytes=20000-", "bytes=20000-"]);
  expect(host.requests.map(({ headers }) => headers["if-range"])).toEqual([undefined, '"v1"', '"v1"']);
  expect(readFileSync(path).equals(video)).toBe(true);
  expect(readdirSync(dirname(path))).toEqual(["release.mp4"]);
  const infos = runtime.lines.filter((line) => line.startsWith("info"));
  expect(infos).toEqual([
    expect.stringMatching(/^info: The download failed \(.+\)\. Resuming at 20\.0 kB in 1 s\.$/),
    expect.stringMatching(/^info: The download failed \(.+\)\. Resuming at 20\.0 kB in 2 s\.$/),
  ]);
  expect(infos.join()).not.toContain("secret");
});

test("keeps the partial download of a failed run, and resumes it in the next run", async () => {
  const path = freshPath();
  await using host = await start(path, [cut, ...times(7, { status: 500 })]);
  expect(await failureOf(() => download(host, path))).toMatchObject({ code: "download_failed" });
  expect(readdirSync(dirname(path)).sort()).toEqual(["release.mp4.part", "release.mp4.part.json"]);
  expect(readFileSync(`${path}.part`).equals(video.subarray(0, 20_000))).toBe(true);
  const earlierRequests = host.requests.length;
  expect(await download(host, path)).toMatchObject({ sha256 });
  expect(ranges(host).slice(earlierRequests)).toEqual(["bytes=20000-"]);
  expect(readFileSync(path).equals(video)).toBe(true);
});

test("writes a note that contains neither the link nor its signature", async () => {
  const path = freshPath();
  await using host = await start(path, [cut, ...times(7, { status: 500 })]);
  await failureOf(() => download(host, path));
  const note = JSON.parse(readFileSync(`${path}.part.json`, "utf8"));
  const [size, hash] = [20_000, createHash("sha256").update(video.subarray(0, 20_000)).digest("hex")];
  expect(note).toEqual({
    ...{ name: "heygen/v_1", validator: '"v1"', total: video.length },
    ...{ size, sha256: hash, seal: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
});

test("does not give up while every attempt makes progress", async () => {
  const path = freshPath();
  const smallStep: FaultyResponse = { cut: { after: 1_000 } };
  await using host = await start(path, times(40, smallStep));
  expect(await download(host, path)).toMatchObject({ sha256 });
  expect(host.requests).toHaveLength(41);
});

test("keeps the partial download of an interrupted run", async () => {
  const path = freshPath();
  const runtime = createFakeRuntime();
  await using host = await start(path, [{ cut: { after: 20_000, how: "hang" }, onCut: runtime.interrupt }]);
  expect(await failureOf(() => download(host, path, runtime))).toMatchObject({ code: "interrupted" });
  expect(await download(host, path)).toMatchObject({ sha256 });
  expect(ranges(host)).toEqual([undefined, "bytes=20000-"]);
});
