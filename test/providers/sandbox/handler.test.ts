import { describe, expect, test } from "vitest";
import { inspectVideo } from "../../../src/download/media/container.ts";
import { respond } from "../../../src/providers/sandbox/handler.ts";
import { toSource } from "../../support/files/byte-source.ts";
import { responseProblems } from "../../support/heygen/contract.ts";

const born = Date.UTC(2026, 0, 1);
const ages = Array.from({ length: 80 }, (_, index) => index * 50);

function say(method: string, path: string, ageMs = 0, body = "{}") {
  const line = `${method} ${path}`;
  const idempotencyKey = "showreel-key";
  return respond({ line, origin: "http://127.0.0.1:1", idempotencyKey, body, now: born + ageMs });
}

/** Sends a request, validates the response against HeyGen's contract, and returns its data. */
function read(method: string, path: string, ageMs?: number, body?: string) {
  const reply = say(method, path, ageMs, body);
  const given = JSON.parse(String(reply.body));
  expect(responseProblems(method, path, reply.status, given)).toEqual([]);
  expect(reply.contentType).toBe("application/json");
  return given.data ?? given.error;
}

const prompts = [["a fine prompt"], ["a prompt to fail"]];

test.each(prompts)("a session follows HeyGen's contract at every age: %s", (prompt) => {
  const { session_id } = read("POST", "/v3/video-agents", 0, JSON.stringify({ prompt }));
  const seen = ages.map((age) => read("GET", `/v3/video-agents/${session_id}`, age).status);
  expect([...new Set(seen)]).toEqual(["thinking", "generating"]);
});

test.each([
  ["a fine prompt", "completed"],
  ["a prompt to fail", "failed"],
])("a session's video follows HeyGen's contract at every age: %s", (prompt, end) => {
  const { session_id } = read("POST", "/v3/video-agents", 0, JSON.stringify({ prompt }));
  const { video_id } = read("GET", `/v3/video-agents/${session_id}`, 4_000);
  const seen = ages.map((age) => read("GET", `/v3/videos/${video_id}`, age).status);
  expect([...new Set(seen)]).toEqual(["waiting", "processing", end]);
});

test.each([
  ["Welcome.", "completed"],
  ["We never fail.", "failed"],
])("a script's video follows HeyGen's contract at every age: %s", (script, end) => {
  const { video_id } = read("POST", "/v3/videos", 0, JSON.stringify({ script }));
  const seen = ages.map((age) => read("GET", `/v3/videos/${video_id}`, age).status);
  expect([...new Set(seen)]).toEqual(["waiting", "processing", end]);
});

test("a session has a video id once it is generating, and not before", () => {
  const { session_id } = read("POST", "/v3/video-agents");
  for (const age of ages) {
    const { status, video_id } = read("GET", `/v3/video-agents/${session_id}`, age);
    expect(video_id !== null).toBe(status === "generating");
  }
});

test("a session's progress never decreases", () => {
  const { session_id } = read("POST", "/v3/video-agents");
  const progress = ages.map((age) => read("GET", `/v3/video-agents/${session_id}`, age).progress);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  expect(progress.at(-1)).toBe(100);
});

describe("the links of a finished video", () => {
  const { video_id } = read("POST", "/v3/videos", 0, JSON.stringify({ script: "Welcome." }));
  const video = read("GET", `/v3/videos/${video_id}`, 4_000);
  const open = (link: string) => say("GET", new URL(link).pathname, 4_000);

  test("return an MP4 of the reported duration", async () => {
    const { status, contentType, body } = open(video.video_url);
    expect([status, contentType]).toEqual([200, "video/mp4"]);
    const played = { playable: true, durationSeconds: video.duration };
    expect(await inspectVideo("mp4", toSource(Buffer.from(body)))).toMatchObject(played);
  });

  test("return subtitles that end with the video", () => {
    const { contentType, body } = open(video.subtitle_url);
    expect(contentType).toBe("application/x-subrip");
    const times = [...String(body).matchAll(/--> 00:00:(\d+),000/g)].map(([, end]) => Number(end));
    expect(times.at(-1)).toBe(video.duration);
  });
});

test.each([
  ["/v3/videos/v_1", "video_not_found"],
  ["/v3/videos/sandbox_session_mjtdrzk0_ok_012345", "video_not_found"],
  ["/v3/video-agents/sess_1", "resource_not_found"],
])("an unknown id returns HeyGen's error for it: %s", (path, code) => {
  expect(say("GET", path).status).toBe(404);
  expect(read("GET", path)).toMatchObject({ code });
});

test("an unknown path returns 404", () => {
  expect(say("GET", "/").status).toBe(404);
  expect(say("DELETE", "/v3/videos/v_1").status).toBe(404);
});

test.each([
  ["fail", true],
  ["Please FAIL now", true],
  ["This must fail.", true],
  ["First line\nfail on the second", true],
  ["tab\tfail", true],
  ["a failure", false],
  ["failed", false],
  ["a failsafe story", false],
])("only a text that contains the word `fail` fails: %j", (script, fails) => {
  const { video_id } = read("POST", "/v3/videos", 0, JSON.stringify({ script }));
  expect(read("GET", `/v3/videos/${video_id}`, 4_000).status).toBe(fails ? "failed" : "completed");
});

test("the same request at the same time gets the same video id, and another request another id", () => {
  const make = (idempotencyKey: string, now: number) =>
    respond({ line: "POST /v3/videos", origin: "http://127.0.0.1:1", idempotencyKey, body: "{}", now }).body;
  expect(make("a", born)).toBe(make("a", born));
  expect(make("b", born)).not.toBe(make("a", born));
  expect(make("a", born + 1)).not.toBe(make("a", born));
});
