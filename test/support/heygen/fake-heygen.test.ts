import { expect, test } from "vitest";
import { requestProblems, responseProblems } from "./contract.ts";
import { type FakeHeygen, startFakeHeygen } from "./fake-heygen.ts";

const SCRIPT = {
  type: "avatar",
  avatar_id: "look_1",
  script: "Welcome to version 2.0.",
  title: "Release [sr-1]",
};
const PROMPT = { prompt: "A short welcome" };

function call(fake: FakeHeygen, method: string, path: string, body?: object, headers: object = {}) {
  const keys = { "x-api-key": "test-key", "content-type": "application/json", ...headers };
  return fetch(fake.url + path, { method, headers: keys, ...(body && { body: JSON.stringify(body) }) });
}

async function read(fake: FakeHeygen, path: string) {
  const answer = await call(fake, "GET", path);
  const { data } = (await answer.json()) as { data: object };
  return data;
}

test("responses of every route follow the contract", async () => {
  await using fake = await startFakeHeygen();
  await call(fake, "POST", "/v3/video-agents", PROMPT);
  await call(fake, "POST", "/v3/videos", SCRIPT);
  await call(fake, "POST", "/v3/video-agents/sess_1/stop", {});
  const session = ["/v3/video-agents", "/v3/video-agents/sess_1", "/v3/video-agents/sess_1/videos"];
  const videos = ["/v3/videos/v_1", "/v3/videos/v_1", "/v3/videos/v_1", "/v3/videos?title=sr-1&limit=1"];
  const catalog = ["/v3/users/me", "/v3/avatars/looks", "/v3/avatars/looks/look_1", "/v3/voices?limit=1"];
  const choices = [
    "/v3/video-agents/styles?limit=100",
    "/v3/templates?limit=100",
    "/v3/avatars/looks?limit=50",
  ];
  const missing = ["/v3/videos/v_9", "/v3/video-agents/sess_9", "/v3/avatars/looks/x", "/v3/voices/x"];
  for (const path of [...session, ...videos, ...catalog, ...choices, "/v3/voices/voice_1", ...missing]) {
    await call(fake, "GET", path);
  }
  expect(fake.answerProblems).toEqual([]);
  expect(fake.requests.flatMap(({ problems }) => problems)).toEqual([]);
});

test("validation reports a response and an error without their required fields", () => {
  expect(responseProblems("GET", "/v3/videos/v_1", 200, { data: { id: "v_1" } })).toHaveLength(1);
  expect(responseProblems("GET", "/v3/videos/v_1", 404, { error: { code: "not_found" } })).toHaveLength(1);
});

test("a request with the same idempotency key is not billed twice", async () => {
  await using fake = await startFakeHeygen();
  const headers = { "idempotency-key": "release-2.0" };
  const first = await call(fake, "POST", "/v3/videos", SCRIPT, headers);
  const replay = await call(fake, "POST", "/v3/videos", { ...SCRIPT, script: "Changed." }, headers);
  expect(await replay.json()).toEqual(await first.json());
  expect(fake.billed).toBe(1);
});

test("each new session is billed, whatever its idempotency key", async () => {
  await using fake = await startFakeHeygen();
  const headers = { "idempotency-key": "release-2.0" };
  await call(fake, "POST", "/v3/video-agents", PROMPT, headers);
  await call(fake, "POST", "/v3/video-agents", PROMPT, headers);
  expect(fake.billed).toBe(2);
});

test("a request with a lost response is billed, one with a reset connection is not", async () => {
  await using fake = await startFakeHeygen();
  fake.on("POST /v3/videos", "reset", "lost");
  await expect(call(fake, "POST", "/v3/videos", SCRIPT)).rejects.toThrow();
  expect(fake.billed).toBe(0);
  await expect(call(fake, "POST", "/v3/videos", SCRIPT)).rejects.toThrow();
  expect(fake.billed).toBe(1);
});

test("a request with an unknown field has problems", async () => {
  await using fake = await startFakeHeygen();
  await call(fake, "POST", "/v3/video-agents", { ...PROMPT, aspect_ratio: "16:9" });
  expect(fake.requests[0]?.problems).toEqual(['body must NOT have additional properties ("aspect_ratio")']);
});

test("an unknown query parameter has problems", () => {
  expect(requestProblems("GET", "/v3/avatars/looks?limit=50&token=x", undefined)).toEqual([]);
  expect(requestProblems("GET", "/v3/avatars/looks?limit=51", undefined)).toHaveLength(1);
  expect(requestProblems("GET", "/v3/voices?ownership=private", undefined)).toHaveLength(1);
});

test("validation of a union reports problems of the intended branch only", () => {
  const scene = {
    type: "image",
    source: { type: "url", url: "https://example.com/slide.png" },
    duration: 301,
  };
  const problems = requestProblems("POST", "/v3/videos", { type: "studio", scenes: [scene] });
  expect(problems).toEqual(["body/scenes/0/duration must be <= 300"]);
});

test("validation reports an unknown operation", () => {
  expect(requestProblems("GET", "/v1/video_status.get?video_id=v_1", undefined)).toHaveLength(1);
});

test("a request without a valid key gets 401", async () => {
  await using fake = await startFakeHeygen();
  const answer = await call(fake, "GET", "/v3/users/me", undefined, { "x-api-key": "wrong" });
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ error: { code: "unauthorized", message: "Unauthorized" } });
});

test("a session returns its video id, and the completed video has a new link in each response", async () => {
  await using fake = await startFakeHeygen();
  await call(fake, "POST", "/v3/video-agents", PROMPT);
  expect(await read(fake, "/v3/video-agents/sess_1")).toMatchObject({ status: "thinking", video_id: null });
  expect(await read(fake, "/v3/video-agents/sess_1")).toMatchObject({
    status: "generating",
    video_id: "v_1",
  });
  expect(await read(fake, "/v3/videos/v_1")).toMatchObject({ status: "waiting" });
  expect(await read(fake, "/v3/videos/v_1")).toMatchObject({ status: "processing" });
  const link = `${fake.url}/files/v_1.mp4?Signature=secret-`;
  expect(await read(fake, "/v3/videos/v_1")).toMatchObject({ status: "completed", video_url: `${link}3` });
  expect(await read(fake, "/v3/videos/v_1")).toMatchObject({ status: "completed", video_url: `${link}4` });
});

test("a file is sent whole, in part, truncated or by a redirect, and requests for it with a key are recorded", async () => {
  await using fake = await startFakeHeygen({ video: new Uint8Array([1, 2, 3, 4, 5]) });
  await call(fake, "POST", "/v3/videos", SCRIPT);
  const link = `${fake.url}/files/v_1.mp4?Signature=secret-1`;
  expect((await (await fetch(link)).bytes()).length).toBe(5);
  expect(fake.leakedKeys).toEqual([]);
  const part = await fetch(link, { headers: { range: "bytes=3-", "x-api-key": "test-key" } });
  expect([part.status, part.headers.get("content-range")]).toEqual([206, "bytes 3-4/5"]);
  expect(fake.leakedKeys).toHaveLength(1);
  fake.on("GET /files/{name}", { cutAfter: 2 }, { redirect: `${fake.url}/files/v_1.srt?Signature=secret-1` });
  await expect(fetch(link).then((answer) => answer.bytes())).rejects.toThrow();
  expect(await (await fetch(link)).text()).toContain("-->");
});
