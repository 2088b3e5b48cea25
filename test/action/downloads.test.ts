import { readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { sampleVideoBase64 } from "../../src/providers/sandbox/sample-video.ts";
import { runStep } from "../support/action/run-step.ts";
import { type FakeHeygen, type Fault, startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { linesWithSecrets } from "../support/leaks/visible-output.ts";

const video = Buffer.from(sampleVideoBase64, "base64");
const script = { script: "Welcome.", avatar_id: "look_1" };

const startFake = () => startFakeHeygen({ video, videoStatuses: ["completed"] });

/** Which signed links were fetched, in their order; each status call signs a new one. */
const fetchedLinks = (fake: FakeHeygen) =>
  fake.requests.filter(({ path }) => path.startsWith("/files/")).map(({ path }) => path.split("=")[1]);

const reply = (type: string, body: string | Uint8Array): Fault => ({
  status: 200,
  headers: { "content-type": type },
  body,
});

const expired = "<?xml version='1.0'?><Error><Code>ExpiredToken</Code></Error>";
const withoutMovie = Buffer.concat([video.subarray(0, 32), video.subarray(-9)]);

describe.concurrent("a download that first brings", () => {
  test.each<[string, Fault]>([
    ["an XML error page with status 200", reply("application/xml", expired)],
    ["an HTML page that calls itself a video", reply("video/mp4", "<!doctype html><title>Sign in</title>")],
    ["a video cut off in its media data", reply("video/mp4", video.subarray(0, -1_000))],
    ["a video cut off in its header", reply("video/mp4", video.subarray(0, 1_000))],
    ["an MP4 without a movie", reply("video/mp4", withoutMovie)],
    ["an empty file", reply("video/mp4", Buffer.alloc(0))],
    ["a refusal of the link", { status: 403, body: expired }],
    ["a file that is not there yet", { status: 404, body: expired }],
  ])("%s is tried again with a fresh link", async (_what, fault) => {
    await using fake = await startFake();
    fake.on("GET /files/{name}", fault);
    const step = await runStep(fake, script);
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: "completed" } });
    expect(readFileSync(step.outputs.video_path ?? "").equals(video)).toBe(true);
    expect(fetchedLinks(fake)).toEqual(["secret-1", "secret-2"]);
    expect([fake.billed, fake.leakedKeys, linesWithSecrets(step)]).toEqual([1, [], []]);
  });

  test.each<[string, Fault]>([
    ["half of the file before the connection breaks", { cutAfter: 20_000 }],
    ["a reset connection", "reset"],
    ["a server error", { status: 503, body: "busy" }],
  ])("%s is tried again", async (_what, fault) => {
    await using fake = await startFake();
    fake.on("GET /files/{name}", fault);
    const step = await runStep(fake, script);
    expect(step).toMatchObject({
      exitCode: 0,
      annotations: [],
      outputs: { size_bytes: String(video.length) },
    });
    expect(readFileSync(step.outputs.video_path ?? "").equals(video)).toBe(true);
    expect(fetchedLinks(fake)).toHaveLength(2);
  });
});

describe.concurrent("a busy download host", () => {
  test("is given the time that it asks for", async () => {
    await using fake = await startFake();
    fake.on("GET /files/{name}", { status: 503, headers: { "retry-after": "2" }, body: "busy" });
    const step = await runStep(fake, script);
    expect(step).toMatchObject({ exitCode: 0, outputs: { status: "completed" } });
    expect(step.stdout).toMatch(/HTTP 503.+ in 2 s\./);
  });
});

describe.concurrent("a download leaves in its folder", () => {
  test("the video alone, also after a broken attempt", async () => {
    await using fake = await startFake();
    fake.on("GET /files/{name}", { cutAfter: 20_000 });
    const step = await runStep(fake, { ...script, title: "Reel" });
    expect(readdirSync(dirname(step.outputs.video_path ?? ""))).toEqual(["Reel-v_1.mp4"]);
  });
});

describe.concurrent("a redirect", () => {
  test("to another path of the same host is followed, without the key", async () => {
    await using fake = await startFake();
    fake.on("GET /files/{name}", { redirect: `${fake.url}/files/v_1_captioned.mp4?Signature=secret-1` });
    const step = await runStep(fake, script);
    expect(step).toMatchObject({ exitCode: 0, outputs: { size_bytes: String(video.length) } });
    expect(fake.requests.at(-1)?.path).toContain("captioned");
    expect(fake.leakedKeys).toEqual([]);
  });

  test.each([
    ["the cloud's metadata address", "http://169.254.169.254/latest/meta-data/?token=secret-169"],
    ["this machine under another port", "http://127.0.0.1:9/x.mp4?token=secret-169"],
    ["this machine over https", "https://127.0.0.1:9/x.mp4?token=secret-169"],
    ["this machine by its IPv6 address", "https://[::1]:9/x.mp4?token=secret-169"],
    ["a private address in disguise", "https://[::ffff:10.0.0.1]/x.mp4?token=secret-169"],
    ["a host over plain http", "http://cdn.example/x.mp4?token=secret-169"],
    ["a file", "file:///etc/passwd?token=secret-169"],
  ])("to %s is refused at once, and its query shown to nobody", async (_what, redirect) => {
    await using fake = await startFake();
    fake.on("GET /files/{name}", { redirect });
    const step = await runStep(fake, script);
    expect(step).toMatchObject({ exitCode: 1, outputs: { error_code: "download_failed", video_path: "" } });
    expect(step.annotations).toMatchObject([{ level: "error", title: "Showreel: download_failed" }]);
    expect(step.annotations[0]?.message).toContain('`video_id` set to "v_1"');
    expect(fetchedLinks(fake)).toHaveLength(1);
    expect(linesWithSecrets(step)).toEqual([]);
    expect(Object.values(step.outputs).join("\n")).not.toContain("secret-169");
  });
});

describe.concurrent("subtitles that cannot be had are a warning, and the video is still there", () => {
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

  test("when their host refuses them", async () => {
    await using fake = await startFake();
    const refused = { status: 403, body: expired };
    fake.on("GET /files/{name}", reply("video/mp4", video), refused, refused, refused);
    const step = await runWithCaptions(fake);
    expect(readdirSync(dirname(step.outputs.video_path ?? ""))).toHaveLength(1);
  });
});
