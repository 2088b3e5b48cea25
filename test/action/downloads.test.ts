import { readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { runStep } from "../support/action/run-step.ts";
import { sampleVideo } from "../support/files/sample-video.ts";
import { type FakeHeygen, type Fault, startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { linesWithSecrets } from "../support/leaks/visible-output.ts";

const video = sampleVideo;
const script = { script: "Welcome.", avatar_id: "look_1" };

const startFake = () => startFakeHeygen({ video, videoStatuses: ["completed"] });

/** Returns the signatures of the requested links, in order. Each status request signs a new link. */
const requestedLinks = (fake: FakeHeygen) =>
  fake.requests.filter(({ path }) => path.startsWith("/files/")).map(({ path }) => path.split("=")[1]);

const reply = (type: string, body: string | Uint8Array): Fault => ({
  status: 200,
  headers: { "content-type": type },
  body,
});

const expired = "<?xml version='1.0'?><Error><Code>ExpiredToken</Code></Error>";
const withoutMoovBox = Buffer.concat([video.subarray(0, 32), video.subarray(-9)]);

describe.concurrent("a download that first receives", () => {
  test.each<[string, Fault]>([
    ["an XML error page with status 200", reply("application/xml", expired)],
    ["an HTML page with a video's content type", reply("video/mp4", "<!doctype html><title>Sign in</title>")],
    ["a video cut off in its media data", reply("video/mp4", video.subarray(0, -1_000))],
    ["a video cut off in its header", reply("video/mp4", video.subarray(0, 1_000))],
    ["an MP4 without a movie header", reply("video/mp4", withoutMoovBox)],
    ["an empty file", reply("video/mp4", Buffer.alloc(0))],
    ["HTTP 403 for the link", { status: 403, body: expired }],
    ["HTTP 404 for the link", { status: 404, body: expired }],
  ])("%s is retried with a fresh link", async (_title, fault) => {
    await using fake = await startFake();
    fake.on("GET /files/{name}", fault);
    const step = await runStep(fake, script);
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: "completed" } });
    expect(readFileSync(step.outputs.video_path ?? "").equals(video)).toBe(true);
    expect(requestedLinks(fake)).toEqual(["secret-1", "secret-2"]);
    expect([fake.billed, fake.leakedKeys, linesWithSecrets(step)]).toEqual([1, [], []]);
  });

  test.each<[string, Fault]>([
    ["half of the file before the connection breaks", { cutAfter: 20_000 }],
    ["a reset connection", "reset"],
    ["a server error", { status: 503, body: "busy" }],
  ])("%s is retried", async (_title, fault) => {
    await using fake = await startFake();
    fake.on("GET /files/{name}", fault);
    const step = await runStep(fake, script);
    expect(step).toMatchObject({
      exitCode: 0,
      annotations: [],
      outputs: { size_bytes: String(video.length) },
    });
    expect(readFileSync(step.outputs.video_path ?? "").equals(video)).toBe(true);
    expect(requestedLinks(fake)).toHaveLength(2);
  });
});

describe.concurrent("a busy download host", () => {
  test("is retried after the time in its Retry-After header", async () => {
    await using fake = await startFake();
    fake.on("GET /files/{name}", { status: 503, headers: { "retry-after": "2" }, body: "busy" });
    const step = await runStep(fake, script);
    expect(step).toMatchObject({ exitCode: 0, outputs: { status: "completed" } });
    expect(step.stdout).toMatch(/HTTP 503.+ in 2 s\./);
  });
});

describe.concurrent("the folder of a download contains", () => {
  test("only the video, even after an interrupted attempt", async () => {
    await using fake = await startFake();
    fake.on("GET /files/{name}", { cutAfter: 20_000 });
    const step = await runStep(fake, { ...script, title: "Reel" });
    expect(readdirSync(dirname(step.outputs.video_path ?? ""))).toEqual(["Reel-v_1.mp4"]);
  });
});

describe.concurrent("a redirect", () => {
  test("to another path of the same host is followed without sending the key", async () => {
    await using fake = await startFake();
    fake.on("GET /files/{name}", { redirect: `${fake.url}/files/v_1_captioned.mp4?Signature=secret-1` });
    const step = await runStep(fake, script);
    expect(step).toMatchObject({ exitCode: 0, outputs: { size_bytes: String(video.length) } });
    expect(fake.requests.at(-1)?.path).toContain("captioned");
    expect(fake.leakedKeys).toEqual([]);
  });

  test.each([
    ["the cloud's metadata address", "http://169.254.169.254/latest/meta-data/?token=secret-169"],
    ["another port of localhost", "http://127.0.0.1:9/x.mp4?token=secret-169"],
    ["localhost over https", "https://127.0.0.1:9/x.mp4?token=secret-169"],
    ["localhost by its IPv6 address", "https://[::1]:9/x.mp4?token=secret-169"],
    ["a private address in IPv4-mapped IPv6 notation", "https://[::ffff:10.0.0.1]/x.mp4?token=secret-169"],
    ["a host over plain http", "http://cdn.example/x.mp4?token=secret-169"],
    ["a file URL", "file:///etc/passwd?token=secret-169"],
  ])("to %s is rejected without a retry, and its query is not shown", async (_title, redirect) => {
    await using fake = await startFake();
    fake.on("GET /files/{name}", { redirect });
    const step = await runStep(fake, script);
    expect(step).toMatchObject({ exitCode: 1, outputs: { error_code: "download_failed", video_path: "" } });
    expect(step.annotations).toMatchObject([{ level: "error", title: "Showreel: download_failed" }]);
    expect(step.annotations[0]?.message).toContain('`video_id` set to "v_1"');
    expect(requestedLinks(fake)).toHaveLength(1);
    expect(linesWithSecrets(step)).toEqual([]);
    expect(Object.values(step.outputs).join("\n")).not.toContain("secret-169");
  });
});

describe.concurrent("unavailable subtitles are a warning, and the step keeps the video", () => {
  async function runWithCaptions(fake: FakeHeygen) {
    const step = await runStep(fake, { ...script, captions: "true" });
    expect(step).toMatchObject({ exitCode: 0, outputs: { status: "completed", captions_path: "" } });
    expect(step.annotations).toMatchObject([{ level: "warning" }]);
    expect(step.annotations[0]?.message).toMatch(/subtitle/);
    expect(linesWithSecrets(step)).toEqual([]);
    return step;
  }

  test("when the provider made none", async () => {
    await using fake = await startFakeHeygen({
      videoStatuses: [{ status: "completed", subtitle_url: null }],
    });
    await runWithCaptions(fake);
  });

  test("when their host rejects the request", async () => {
    await using fake = await startFake();
    const rejected = { status: 403, body: expired };
    fake.on("GET /files/{name}", reply("video/mp4", video), rejected, rejected, rejected);
    const step = await runWithCaptions(fake);
    expect(readdirSync(dirname(step.outputs.video_path ?? ""))).toHaveLength(1);
  });
});
