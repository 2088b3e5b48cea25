import { createHash, randomBytes } from "node:crypto";
import { readFileSync, symlinkSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { expect, test } from "vitest";
import { noProxies } from "../../../src/base/http/proxy.ts";
import { createUrlPolicy } from "../../../src/download/connect/url-policy.ts";
import { type DownloadOptions, downloadVideo } from "../../../src/download/download-video.ts";
import { openPart } from "../../../src/download/resume/part-file.ts";
import { videoOf } from "../../support/files/mp4-boxes.ts";
import { owner, seal } from "../../support/files/part-file.ts";
import { createPipe } from "../../support/files/pipe.ts";
import { createTemporaryFolder } from "../../support/files/temporary-folder.ts";
import { type LocalServer, startLocalServer } from "../../support/network/local-server.ts";
import { eventLoopTurns } from "../../support/runtime/event-loop-turns.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";
import { createFakeRuntime, type FakeRuntime } from "../../support/runtime/fake-runtime.ts";

const name = { provider: "heygen", id: "v_1" };
const createVideo = () => videoOf(randomBytes(900_000), 4_000);
const [video, other] = [createVideo(), createVideo()];
const sha256 = createHash("sha256").update(video).digest("hex");

function optionsFor({ url }: LocalServer, overrides: Partial<DownloadOptions> = {}): DownloadOptions {
  const path = join(createTemporaryFolder(), "release.mp4");
  const policy = createUrlPolicy(noProxies, url.origin);
  return {
    link: url.href,
    refreshLink: async () => undefined,
    policy,
    path,
    videoName: name,
    seal,
    container: "mp4",
    maxBytes: 1e9,
    ...overrides,
  };
}

/** Sends a file from the requested byte on, and closes the connection after `cut` bytes. */
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

test("does not join two files of the same length with different dates", async () => {
  const [before, after] = ["Thu, 01 Jan 2015 00:00:00 GMT", "Fri, 02 Jan 2015 00:00:00 GMT"];
  await using server = await startLocalServer((request, response) => {
    if (server.requests.length === 1) send(request, response, other, before, 500_000);
    else send(request, response, video, after);
  });
  expect(await downloadVideo(createFakeRuntime(), optionsFor(server))).toMatchObject({ sha256 });
});

test("keeps the partial download when a retry returns a sign-in page", async () => {
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
  expect(await downloadVideo(createFakeRuntime(), optionsFor(server))).toMatchObject({ sha256 });
  expect(server.requests.map(({ headers }) => headers.range)).toEqual([
    undefined,
    "bytes=500000-",
    "bytes=500000-",
  ]);
});

test("downloads a body in tiny chunks", async () => {
  await using server = await startLocalServer((_, response) => {
    for (let offset = 0; offset < video.length; offset += 16)
      response.write(video.subarray(offset, offset + 16));
    response.end();
  });
  expect(await downloadVideo(createFakeRuntime(), optionsFor(server))).toMatchObject({ sha256 });
});

test.each([302, 416, 503])("does not wait for the slow body of a %i", async (status) => {
  const runtime = createFakeRuntime();
  await using server = await startLocalServer((_, response) => {
    response.writeHead(server.requests.length === 1 ? status : 451, { location: "/b.mp4" });
    void drip(response, runtime);
  });
  expect(await failureOf(() => downloadVideo(runtime, optionsFor(server)))).toMatchObject({
    code: "download_failed",
  });
});

async function drip(response: ServerResponse, runtime: FakeRuntime): Promise<void> {
  while (!response.destroyed) {
    response.write(".");
    runtime.advance(3_000);
    await eventLoopTurns();
  }
}

test("does not wait for a pipe in place of the note", async () => {
  await using server = await startLocalServer((_, response) => response.end(video));
  const options = optionsFor(server);
  createPipe(`${options.path}.part.json`);
  expect(await downloadVideo(createFakeRuntime(), options)).toMatchObject({ sha256 });
});

test("does not copy a cached video that is a symlink to an endless device", async () => {
  await using server = await startLocalServer((_, response) => response.end(video));
  const endless = join(createTemporaryFolder(), `${sha256}.mp4`);
  symlinkSync("/dev/zero", endless);
  const videoCache = { find: async () => ({ path: endless, sha256 }), save: async () => {} };
  expect(await downloadVideo(createFakeRuntime(), optionsFor(server, { videoCache }))).toMatchObject({
    sha256,
  });
});

test("neither of two runs that write to the same path publishes the file of the other", async () => {
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
