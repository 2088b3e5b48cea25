import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { noProxies } from "../../src/base/http/proxy.ts";
import { createUrlPolicy } from "../../src/download/connect/url-policy.ts";
import { downloadSubtitles } from "../../src/download/sidecars.ts";
import { seal } from "../support/files/part-file.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { randomVideo } from "../support/network/faulty-host.ts";
import { startLocalServer } from "../support/network/local-server.ts";
import { failureOf } from "../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../support/runtime/fake-runtime.ts";

const text = "1\n00:00:00,000 --> 00:00:02,000\nHello\n";
const videoName = { provider: "heygen", id: "v_1" };

/** Prepares the download of the subtitles of a video in a new folder. */
function start(link: string | undefined, file = "release.mp4", trustedOrigin = link && new URL(link).origin) {
  const runtime = createFakeRuntime();
  const folder = createTemporaryFolder();
  const policy = createUrlPolicy(noProxies, trustedOrigin);
  const options = {
    link,
    videoName,
    seal,
    path: join(folder, file),
    policy,
    refreshLink: async () => undefined,
  };
  return { runtime, folder, done: () => downloadSubtitles(runtime, options) };
}

test("writes the subtitles beside the video, under its name", async () => {
  await using server = await startLocalServer((_, response) => response.end(text));
  const { folder, done } = start(server.url.href, "release.v2.mp4");
  expect(await done()).toBe(join(folder, "release.v2.srt"));
  expect(readFileSync(join(folder, "release.v2.srt"), "utf8")).toBe(text);
  expect(readdirSync(folder)).toEqual(["release.v2.srt"]);
});

test("warns when the provider made no subtitles", async () => {
  const { runtime, done } = start(undefined);
  expect(await done()).toBeUndefined();
  expect(runtime.lines).toEqual([expect.stringMatching(/^warning: .+ `captions`/)]);
});

test("retries a failed download, then warns", async () => {
  await using server = await startLocalServer((_, response) => response.writeHead(403).end());
  const { runtime, done } = start(new URL("/a.srt?Signature=secret", server.url).href);
  expect(await done()).toBeUndefined();
  expect(server.requests).toHaveLength(3);
  const warnings = runtime.lines.filter((line) => line.startsWith("warning"));
  expect(warnings).toEqual([expect.stringMatching(/^warning: The subtitle file could not .+HTTP 403/)]);
  expect(runtime.lines.join()).not.toContain("secret");
});

test.each([
  ["an HTML page", Buffer.from("<!doctype html><html>Please wait</html>"), "an HTML page"],
  ["an MP4", randomVideo(100), "an MP4"],
  ["an empty file", Buffer.alloc(0), "an empty file"],
])("rejects %s in place of subtitles and tries again", async (_, wrong, kind) => {
  const bodies = [wrong];
  await using server = await startLocalServer((_, response) => response.end(bodies.pop() ?? text));
  const { runtime, folder, done } = start(server.url.href);
  expect(await done()).toBe(join(folder, "release.srt"));
  expect(readFileSync(join(folder, "release.srt"), "utf8")).toBe(text);
  expect(runtime.lines).toContain(
    `info: The download host sent ${kind} instead of a subtitle file. Trying again in 1 s.`,
  );
});

test.each([
  ["a large file of another type", randomVideo(2_000_000), 2],
  ["a small one", randomVideo(1_000), 3],
])("asks for %s again, but never for the same megabytes three times", async (_, wrong, requests) => {
  await using server = await startLocalServer((_, response) => response.end(wrong));
  const { folder, done } = start(server.url.href);
  expect(await done()).toBeUndefined();
  expect([server.requests.length, readdirSync(folder)]).toEqual([requests, []]);
});

test("warns when a folder has the name of the subtitle file", async () => {
  await using server = await startLocalServer((_, response) => response.end(text));
  const { runtime, folder, done } = start(server.url.href);
  mkdirSync(join(folder, "release.srt"));
  expect(await done()).toBeUndefined();
  expect(runtime.lines.at(-1)).toMatch(/^warning: The subtitle file could not/);
});

test("applies the URL policy to the link of the subtitles", async () => {
  const { runtime, done } = start(
    "http://169.254.169.254/latest/meta-data",
    "release.mp4",
    "http://127.0.0.1:8080",
  );
  expect(await done()).toBeUndefined();
  expect(runtime.lines).toEqual([expect.stringContaining("was rejected")]);
});

test("fails with `interrupted` in an interrupted run", async () => {
  let stop = () => {};
  await using server = await startLocalServer(() => stop());
  const { runtime, done } = start(server.url.href);
  stop = runtime.interrupt;
  expect((await failureOf(done)).code).toBe("interrupted");
});
