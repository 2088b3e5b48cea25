import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { downloadSubtitles } from "../../src/download/subtitles.ts";
import { createUrlPolicy } from "../../src/download/url-policy.ts";
import { failureOf } from "../support/failure-of.ts";
import { createFakeRuntime } from "../support/fake-runtime.ts";
import { startLocalServer } from "../support/local-server.ts";
import { createTemporaryFolder } from "../support/temporary-folder.ts";

const text = "1\n00:00:00,000 --> 00:00:02,000\nHello\n";

test("subtitles come to lie beside the video, under its name", async () => {
  await using server = await startLocalServer((_, response) => response.end(text));
  const folder = createTemporaryFolder();
  const policy = createUrlPolicy(server.url.origin);
  const video = join(folder, "release.v2.mp4");
  const path = await downloadSubtitles(createFakeRuntime(), policy, server.url.href, video);
  expect(path).toBe(join(folder, "release.v2.srt"));
  expect(readFileSync(join(folder, "release.v2.srt"), "utf8")).toBe(text);
});

test("a provider that made none costs nobody a video", async () => {
  const runtime = createFakeRuntime();
  const policy = createUrlPolicy(undefined);
  expect(await downloadSubtitles(runtime, policy, undefined, "release.mp4")).toBeUndefined();
  expect(runtime.lines).toEqual([expect.stringMatching(/^warning: .+ `captions`/)]);
});

test("subtitles that do not come cost nobody a video", async () => {
  await using server = await startLocalServer((_, response) => response.writeHead(403).end());
  const runtime = createFakeRuntime();
  const video = join(createTemporaryFolder(), "release.mp4");
  const policy = createUrlPolicy(server.url.origin);
  const link = new URL("/a.srt?Signature=secret", server.url).href;
  expect(await downloadSubtitles(runtime, policy, link, video)).toBeUndefined();
  expect(runtime.lines).toEqual([expect.stringMatching(/^warning: The subtitle file could not .+HTTP 403/)]);
  expect(runtime.lines.join()).not.toContain("secret");
});

test("subtitles whose name is taken by a folder cost nobody a video", async () => {
  await using server = await startLocalServer((_, response) => response.end(text));
  const folder = createTemporaryFolder();
  mkdirSync(join(folder, "release.srt"));
  const runtime = createFakeRuntime();
  const policy = createUrlPolicy(server.url.origin);
  const path = await downloadSubtitles(runtime, policy, server.url.href, join(folder, "release.mp4"));
  expect(path).toBeUndefined();
  expect(runtime.lines.at(-1)).toMatch(/^warning: The subtitle file could not/);
});

test("a link that may not be followed is not followed for subtitles either", async () => {
  const runtime = createFakeRuntime();
  const link = "http://169.254.169.254/latest/meta-data";
  expect(await downloadSubtitles(runtime, createUrlPolicy(undefined), link, "release.mp4")).toBeUndefined();
  expect(runtime.lines).toEqual([expect.stringContaining("was refused")]);
});

test("an interrupted run is interrupted here too", async () => {
  const runtime = createFakeRuntime();
  await using server = await startLocalServer(() => runtime.interrupt());
  const policy = createUrlPolicy(server.url.origin);
  const video = join(createTemporaryFolder(), "release.mp4");
  const failure = await failureOf(() => downloadSubtitles(runtime, policy, server.url.href, video));
  expect(failure.code).toBe("interrupted");
});
