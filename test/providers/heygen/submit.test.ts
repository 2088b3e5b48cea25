import { describe, expect, test } from "vitest";
import { heygen as plugin } from "../../../src/providers/heygen/index.ts";
import { failure } from "../../support/heygen/fake-heygen/replies.ts";
import type { Fault } from "../../support/heygen/fake-heygen.ts";
import { openHeygen } from "../../support/heygen/open-heygen.ts";
import { createScriptRequest, createVideoRequest } from "../../support/jobs/video-request.ts";
import { deadAddress, startLocalServer } from "../../support/network/local-server.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

test("a script is submitted with its idempotency key as the contract requires, and the job has a video id", async () => {
  await using heygen = await openHeygen();
  expect(await heygen.submitScript()).toEqual({
    provider: "heygen",
    surface: "video",
    ids: { video_id: "v_1" },
  });
  const [request] = heygen.fake.requests;
  expect(request).toMatchObject({
    method: "POST",
    path: "/v3/videos",
    headers: { "x-api-key": "test-key", "idempotency-key": "showreel-key" },
    problems: [],
  });
});

test.each([
  [false, { session_id: "sess_1" }],
  [true, { session_id: "sess_1", video_id: "v_1" }],
])(
  "a prompt's job has a session id, and a video id if the response contains one (%s)",
  async (atOnce, ids) => {
    await using heygen = await openHeygen({ agentVideoIdAtOnce: atOnce });
    expect(await heygen.submitPrompt()).toEqual({ provider: "heygen", surface: "video_agent", ids });
    expect(heygen.fake.requests[0]).toMatchObject({ path: "/v3/video-agents", problems: [] });
  },
);

test("a response with only the id is accepted", async () => {
  await using heygen = await openHeygen();
  heygen.fake.on("POST /v3/videos", { status: 202, body: { data: { video_id: "v_1" } } });
  expect(await heygen.submitScript()).toMatchObject({ ids: { video_id: "v_1" } });
});

test("a script with a lost response is not billed twice for the same idempotency key", async () => {
  await using heygen = await openHeygen();
  heygen.fake.on("POST /v3/videos", "lost");
  expect(await failureOf(heygen.submitScript)).toMatchObject({ code: "network_error", retryable: true });
  await heygen.submitScript();
  expect(heygen.fake.billed).toBe(1);
});

describe("a prompt with a lost response", () => {
  test.each<[string, Fault]>([
    ["a connection that broke", "lost"],
    ["a reset", "reset"],
    ["an answer cut off", { cutAfter: 5 }],
    ["a page of HTML", { status: 200, body: "<html></html>" }],
    ["an empty answer", { status: 200, body: { data: {} } }],
    ["HTTP 500", failure(500, "internal_error", "No, sorry.")],
    ["HTTP 502", { status: 502, body: "<html></html>" }],
    ["HTTP 504", failure(504, "gateway_timeout", "No, sorry.")],
  ])("is not submitted again after %s, because a video may have been created", async (_, fault) => {
    await using heygen = await openHeygen();
    heygen.fake.on("POST /v3/video-agents", fault);
    const lost = await failureOf(heygen.submitPrompt);
    expect(lost).toMatchObject({ code: "provider_error", retryable: false });
    expect(lost.message).toMatch(/^A video may have been created, but its id was lost\. ./);
    expect(lost.hint).toContain("`video_id`");
  });

  test("in an interrupted run fails with an error that says that a video may have been created", async () => {
    const runtime = createFakeRuntime();
    await using server = await startLocalServer(() => runtime.interrupt());
    const provider = await plugin.open({ runtime, apiKey: "test-key", baseUrl: server.url });
    const { code, message, hint } = await failureOf(() => provider.submit(createVideoRequest(), "key"));
    expect(code).toBe("interrupted");
    expect(`${message} ${hint}`).toContain("may have been created");
  });
});

describe("a prompt that HeyGen rejected may be submitted again", () => {
  test.each<[string, Fault]>([
    ["a full account", failure(429, "rate_limit_exceeded", "Full.")],
    ["an asset that is not ready", failure(409, "resource_not_ready", "Not yet.")],
  ])("after %s", async (_, fault) => {
    await using heygen = await openHeygen();
    heygen.fake.on("POST /v3/video-agents", fault);
    expect(await failureOf(heygen.submitPrompt)).toMatchObject({ retryable: true });
  });

  test("after a refused connection", async () => {
    const connection = { runtime: createFakeRuntime(), apiKey: "test-key", baseUrl: await deadAddress() };
    const provider = await plugin.open(connection);
    const failed = await failureOf(() => provider.submit(createVideoRequest(), "key"));
    expect(failed).toMatchObject({ code: "network_error", retryable: true });
  });
});

describe("the base URL", () => {
  test.each(["/heygen", "/heygen/", "/a/b/c", "/", "//", "/heygen//", "//heygen"])(
    "may have the path %j, and the API key is sent only to its host",
    async (path) => {
      await using gateway = await startLocalServer((_, response) => {
        response.end(JSON.stringify({ data: { video_id: "v_1" } }));
      });
      const baseUrl = new URL(gateway.url.origin + path);
      const provider = await plugin.open({ runtime: createFakeRuntime(), apiKey: "test-key", baseUrl });
      await provider.submit(createScriptRequest(), "key");
      expect(gateway.requests[0]?.url?.startsWith(path.replace(/\/+$/, ""))).toBe(true);
      expect(gateway.requests[0]?.url).toMatch(/\/v3\/videos$/);
    },
  );

  test("is the only URL that the API key is sent to, also if it redirects", async () => {
    await using elsewhere = await startLocalServer((_, response) => response.end("{}"));
    await using heygen = await openHeygen();
    heygen.fake.on("POST /v3/videos", { redirect: elsewhere.url.href });
    heygen.fake.on("GET /v3/videos/{video_id}", { redirect: elsewhere.url.href });
    await failureOf(heygen.submitScript);
    await failureOf(heygen.videoStatus);
    expect(elsewhere.requests).toEqual([]);
  });
});
