import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { noProxies } from "../../src/base/http/proxy.ts";
import { createUrlPolicy } from "../../src/download/connect/url-policy.ts";
import { downloadVideo } from "../../src/download/download-video.ts";
import { seal } from "../support/files/part-file.ts";
import { sampleVideo } from "../support/files/sample-video.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { type FakeHeygen, type Fault, startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { times } from "../support/jobs/scripted-provider.ts";
import { failureOf } from "../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../support/runtime/fake-runtime.ts";

const video = sampleVideo;
const sha256 = createHash("sha256").update(video).digest("hex");
const files = "GET /files/{name}";
const refused: Fault = { status: 403, body: "<Error><Code>AccessDenied</Code></Error>" };
const page: Fault = { status: 200, body: "<!doctype html><html>Please wait</html>" };

/** A fake provider with one finished video; requests for its file meet these faults first. */
async function startWithVideo(...faults: readonly Fault[]): Promise<FakeHeygen> {
  const fake = await startFakeHeygen({ video });
  const headers = { "x-api-key": "test-key" };
  const body = JSON.stringify({ type: "avatar", avatar_id: "look_1", script: "Hello." });
  await fetch(`${fake.url}/v3/videos`, { method: "POST", headers, body });
  fake.on(files, ...faults);
  return fake;
}

function start(fake: FakeHeygen, freshLinks: readonly (string | undefined | Error)[] = []) {
  const runtime = createFakeRuntime();
  const path = join(createTemporaryFolder(), "release.mp4");
  const link = (mark: string) => `${fake.url}/files/v_1.mp4?Signature=secret-${mark}`;
  const queue = [...freshLinks];
  const options = {
    videoName: { provider: "heygen", id: "v_1" },
    seal,
    container: "mp4" as const,
    link: link("old"),
    path,
    maxBytes: 1_000_000,
    policy: createUrlPolicy(noProxies, new URL(fake.url).origin),
    refreshLink: async () => {
      const next = queue.shift();
      if (next instanceof Error) throw next;
      return next && link(next);
    },
  };
  const marks = () => fake.requests.flatMap((request) => /secret-(\w+)/.exec(request.path)?.[1] ?? []);
  return { runtime, path, marks, done: () => downloadVideo(runtime, options) };
}

test("downloads a complete video and returns its path, size, digest and duration", async () => {
  await using fake = await startWithVideo();
  const { path, done } = start(fake);
  expect(await done()).toMatchObject({
    path,
    sizeBytes: video.length,
    sha256,
    durationSeconds: 4,
    codec: "H.264",
  });
  expect(readFileSync(path).equals(video)).toBe(true);
  expect(readdirSync(dirname(path))).toEqual(["release.mp4"]);
  expect(fake.leakedKeys).toEqual([]);
});

test("requests a fresh link after a rejected one", async () => {
  await using fake = await startWithVideo(refused, refused);
  const { marks, done } = start(fake, ["first", "second"]);
  expect(await done()).toMatchObject({ sha256 });
  expect(marks()).toEqual(["old", "first", "second"]);
});

test.each([
  ["has no other link", undefined],
  ["fails", new Error("HTTP 503")],
])("retries with the old link when the provider %s", async (_, freshLink) => {
  await using fake = await startWithVideo(refused);
  const { marks, done } = start(fake, [freshLink]);
  expect(await done()).toMatchObject({ sha256 });
  expect(marks()).toEqual(["old", "old"]);
});

test("rejects an HTML page in place of a video", async () => {
  await using fake = await startWithVideo(page);
  const { runtime, marks, done } = start(fake, ["fresh"]);
  expect(await done()).toMatchObject({ sha256 });
  expect(marks()).toEqual(["old", "fresh"]);
  expect(runtime.lines.find((line) => line.startsWith("info"))).toBe(
    "info: The downloaded file is not a playable video: it is an HTML page, not an MP4. Trying again in 1 s.",
  );
});

test("waits as long as Retry-After asks", async () => {
  await using fake = await startWithVideo({ status: 503, headers: { "retry-after": "45" } });
  const { runtime, done } = start(fake);
  await done();
  expect(runtime.sleeps).toEqual([45_000]);
});

test("pauses between attempts although Retry-After is zero", async () => {
  const retryAtOnce = { status: 503, headers: { "retry-after": "0" } };
  await using fake = await startWithVideo(...times(7, retryAtOnce));
  const { runtime, done } = start(fake);
  await done();
  expect(runtime.sleeps).toHaveLength(7);
  expect(Math.min(...runtime.sleeps)).toBeGreaterThan(0);
});

describe("gives up after eight attempts", () => {
  test.each<[string, Fault]>([
    ["download_failed", refused],
    ["download_failed", { status: 503 }],
    ["invalid_video", page],
    ["invalid_video", { status: 200, body: new Uint8Array() }],
    ["network_error", "reset"],
    ["network_error", { cutAfter: 0 }],
  ])("with %s (%j)", async (code, fault) => {
    await using fake = await startWithVideo(...times(9, fault));
    const { runtime, marks, path, done } = start(fake, []);
    expect(await failureOf(done)).toMatchObject({ code });
    expect(marks()).toHaveLength(8);
    expect(runtime.sleeps).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(existsSync(path)).toBe(false);
  });
});

test("does not retry an error that is not retryable", async () => {
  await using fake = await startWithVideo({ status: 451 });
  const { marks, done } = start(fake);
  expect(await failureOf(done)).toMatchObject({ code: "download_failed" });
  expect(marks()).toHaveLength(1);
});

describe("an existing file at the path", () => {
  test("is replaced by the new video", async () => {
    await using fake = await startWithVideo();
    const { path, done } = start(fake);
    writeFileSync(path, "the old video");
    await done();
    expect(readFileSync(path).equals(video)).toBe(true);
  });

  test("is kept when the download fails", async () => {
    await using fake = await startWithVideo({ cutAfter: 20_000 }, ...times(8, page));
    const { path, done } = start(fake);
    writeFileSync(path, "the old video");
    await failureOf(done);
    expect(readFileSync(path, "utf8")).toBe("the old video");
  });
});

test("fails with ENOENT, without a retry, when the folder was deleted", async () => {
  await using fake = await startWithVideo();
  const { runtime, path, done } = start(fake);
  rmSync(dirname(path), { recursive: true });
  const failure = await failureOf(done);
  expect(failure.code).toBe("download_failed");
  expect(failure.message).toBe("The video cannot be written to disk (ENOENT).");
  expect(runtime.sleeps).toEqual([]);
});

test("fails when a folder took the name of the video in the meantime", async () => {
  await using fake = await startWithVideo();
  const { path, done } = start(fake);
  mkdirSync(path);
  expect(await failureOf(done)).toMatchObject({ code: "download_failed" });
});

test("logs no signature of a link", async () => {
  await using fake = await startWithVideo(refused, page, "reset", { cutAfter: 9 }, { status: 500 });
  const { runtime, done } = start(fake, ["fresh", "fresher"]);
  await done();
  expect(runtime.lines.join("\n")).not.toContain("secret");
});
