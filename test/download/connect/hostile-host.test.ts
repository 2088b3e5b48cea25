import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { readFileSync, symlinkSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { noProxies } from "../../../src/base/http/proxy.ts";
import { createUrlPolicy } from "../../../src/download/connect/url-policy.ts";
import { type DownloadOptions, downloadVideo } from "../../../src/download/download-video.ts";
import { openPart } from "../../../src/download/resume/part-file.ts";
import { failureOf } from "../../support/failure-of.ts";
import { createFakeRuntime, type FakeRuntime } from "../../support/fake-runtime.ts";
import { type LocalServer, startLocalServer } from "../../support/local-server.ts";
import { box, fileType, movieHeader } from "../../support/mp4-boxes.ts";
import { owner, seal } from "../../support/part.ts";
import { createTemporaryFolder } from "../../support/temporary-folder.ts";

const name = { provider: "heygen", id: "v_1" };
const createVideo = () =>
  Buffer.concat([fileType, box("moov", movieHeader(0, 1_000, 4_000n)), box("mdat", randomBytes(900_000))]);
const [video, other] = [createVideo(), createVideo()];
const sha256 = createHash("sha256").update(video).digest("hex");

function orderFrom({ url }: LocalServer, more: Partial<DownloadOptions> = {}): DownloadOptions {
  const path = join(createTemporaryFolder(), "release.mp4");
  const policy = createUrlPolicy(noProxies, url.origin);
  const freshLink = async () => undefined;
  return {
    link: url.href,
    refreshLink: freshLink,
    policy,
    path,
    videoName: name,
    seal,
    container: "mp4",
    maxBytes: 1e9,
    ...more,
  };
}

/** Sends the rest of a file from where it is asked for, and breaks off after so many bytes. */
function send(request: IncomingMessage, response: ServerResponse, file: Buffer, modified: string, cut = 1e9) {
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
  response.writeHead(from > 0 ? 206 : 200, {
    "content-length": file.length - from,
    "last-modified": modified,
    ...(from > 0 && { "content-range": `bytes ${from}-${file.length - 1}/${file.length}` }),
  });
  response.write(file.subarray(from, from + cut), () => cut < 1e9 && request.socket.destroySoon());
  if (cut === 1e9) response.end();
}

test("a host that continues with another file of the same length does not spoil the video", async () => {
  const [before, after] = ["Thu, 01 Jan 2015 00:00:00 GMT", "Fri, 02 Jan 2015 00:00:00 GMT"];
  await using server = await startLocalServer((request, response) => {
    if (server.requests.length === 1) send(request, response, other, before, 500_000);
    else send(request, response, video, after);
  });
  expect(await downloadVideo(createFakeRuntime(), orderFrom(server))).toMatchObject({ sha256 });
});

test("a sign-in page in the middle does not throw away what has come", async () => {
  await using server = await startLocalServer((request, response) => {
    if (server.requests.length === 2) response.writeHead(200, { "content-type": "text/html" }).end("<html>");
    else
      send(
        request,
        response,
        video,
        "Thu, 01 Jan 2015 00:00:00 GMT",
        server.requests.length === 1 ? 500_000 : 1e9,
      );
  });
  expect(await downloadVideo(createFakeRuntime(), orderFrom(server))).toMatchObject({ sha256 });
  expect(server.requests.map(({ headers }) => headers.range)).toEqual([
    undefined,
    "bytes=500000-",
    "bytes=500000-",
  ]);
});

test("a body in the smallest of pieces comes whole", async () => {
  await using server = await startLocalServer((_, response) => {
    for (let place = 0; place < video.length; place += 16) response.write(video.subarray(place, place + 16));
    response.end();
  });
  expect(await downloadVideo(createFakeRuntime(), orderFrom(server))).toMatchObject({ sha256 });
});

test.each([302, 416, 503])("the slow words of a %i are not waited for", async (status) => {
  const runtime = createFakeRuntime();
  await using server = await startLocalServer((_, response) => {
    response.writeHead(server.requests.length === 1 ? status : 451, { location: "/b.mp4" });
    void drip(response, runtime);
  });
  expect(await failureOf(() => downloadVideo(runtime, orderFrom(server)))).toMatchObject({
    code: "download_failed",
  });
});

async function drip(response: ServerResponse, runtime: FakeRuntime): Promise<void> {
  while (!response.destroyed) {
    response.write(".");
    runtime.advance(3_000);
    await wait(2);
  }
}

test("a pipe in the place of the note is not waited for", async () => {
  await using server = await startLocalServer((_, response) => response.end(video));
  const order = orderFrom(server);
  execFileSync("mkfifo", [`${order.path}.part.json`]);
  expect(await downloadVideo(createFakeRuntime(), order)).toMatchObject({ sha256 });
});

test("a kept video that is a link to something without end is not copied", async () => {
  await using server = await startLocalServer((_, response) => response.end(video));
  const endless = join(createTemporaryFolder(), `${sha256}.mp4`);
  symlinkSync("/dev/zero", endless);
  const kept = { find: async () => ({ path: endless, sha256 }), save: async () => {} };
  expect(await downloadVideo(createFakeRuntime(), orderFrom(server, { videoCache: kept }))).toMatchObject({
    sha256,
  });
});

test("of two runs that write to the same place none hands on a file that is not its own", async () => {
  const path = join(createTemporaryFolder(), "release.mp4.part");
  const first = await openPart(path, owner);
  await first.restart({});
  await first.append(video.subarray(0, 1_000));
  const second = await openPart(path, owner);
  await second.restart({});
  await first.append(video.subarray(1_000));
  expect(await failureOf(() => first.finalize(`${path}.mp4`))).toMatchObject({ code: "download_failed" });
  await second.append(other);
  await second.finalize(`${path}.mp4`);
  expect(readFileSync(`${path}.mp4`).equals(other)).toBe(true);
  await Promise.all([first.close(), second.close()]);
});
