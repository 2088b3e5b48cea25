import { describe, expect, test } from "vitest";
import { reelbot as plugin } from "../../../src/providers/reelbot/index.ts";
import type { Fault } from "../../support/heygen/fake-heygen/faults.ts";
import { deadAddress, startLocalServer } from "../../support/network/local-server.ts";
import { reelbotError } from "../../support/providers/fake-reelbot.ts";
import { createNarration, createTopic, openReelbot } from "../../support/providers/open-reelbot.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

const generate = "POST /api/v1/video/generate";

test.each([
  ["script", createNarration()],
  ["prompt", createTopic()],
])("a %s is submitted as a project, as ReelBot documents it", async (_, request) => {
  await using reelbot = await openReelbot();
  expect(await reelbot.provider.submit(request, "key")).toEqual({
    provider: "reelbot",
    surface: "project",
    ids: { video_id: "project_1" },
  });
  expect(reelbot.fake.problems).toEqual([]);
});

test.each([
  [200, { projectId: "abc123def456" }],
  [201, { success: true, data: { projectId: "abc123def456" } }],
  [202, { project: { id: "abc123def456" }, message: "Queued" }],
])("the id is read from each documented format of the response (HTTP %i)", async (status, body) => {
  await using reelbot = await openReelbot();
  reelbot.fake.on(generate, { status, body });
  expect(await reelbot.submit()).toMatchObject({ ids: { video_id: "abc123def456" } });
});

describe("a submit with an unknown outcome is not retried", () => {
  test.each<[string, Fault]>([
    ["a connection closed without a response", "lost"],
    ["a connection reset", "reset"],
    ["a truncated response", { cutAfter: 5 }],
    ["an HTML page", { status: 200, body: "<html></html>" }],
    ["INTERNAL_ERROR", reelbotError(500, "INTERNAL_ERROR", "No, sorry.")],
    ["CONFIG_ERROR", reelbotError(500, "CONFIG_ERROR", "No, sorry.")],
    ["SERVICE_UNAVAILABLE", reelbotError(503, "SERVICE_UNAVAILABLE", "No, sorry.")],
    ["a gateway's 504", { status: 504, body: "<html></html>" }],
    ["HTTP 408", { status: 408, body: "" }],
  ])("after %s", async (_, fault) => {
    await using reelbot = await openReelbot();
    reelbot.fake.on(generate, fault);
    const lost = await failureOf(reelbot.submit);
    expect(lost).toMatchObject({ code: "provider_error", retryable: false, outcomeUnknown: true });
    expect(lost.message).toMatch(/^A video may have been created, but its id was lost\. ./);
    expect(lost.hint).toMatch(/reelbot\.space.*`video_id`.*`reuse` to never/);
  });

  test.each<[object, string]>([
    [{ success: true, message: "Queued" }, "its keys are success, message"],
    [{ success: true, data: { owner: "x", project: 7 } }, "its keys are success, data.owner, data.project"],
    [{ projectId: "" }, "its keys are projectId"],
    [{ projectId: "a/../b" }, '"a/../b" is not a valid id'],
    [{ projectId: null, "a\nb": 1 }, "its keys are projectId, a b"],
    [[], "it has no keys"],
    [{}, "it has no keys"],
  ])("after a response without an id, %j, which the error describes", async (body, words) => {
    await using reelbot = await openReelbot();
    reelbot.fake.on(generate, { status: 200, body });
    expect(await failureOf(reelbot.submit)).toMatchObject({
      code: "provider_error",
      retryable: false,
      outcomeUnknown: true,
      message: expect.stringContaining(
        `A video may have been created, but its id was lost. The response contains no id: ${words} (HTTP 200: POST http`,
      ),
    });
  });

  test("after an interruption of the run, and the error says so", async () => {
    const runtime = createFakeRuntime();
    await using server = await startLocalServer(() => runtime.interrupt());
    const provider = await plugin.open({ runtime, apiKey: "test-key", baseUrl: server.url });
    const lost = await failureOf(() => provider.submit(createNarration(), "key"));
    expect(lost).toMatchObject({ code: "interrupted", outcomeUnknown: true });
    expect(lost.message).toContain("may have been created");
  });
});

test("a submit is retryable if the connection was refused", async () => {
  const connection = { runtime: createFakeRuntime(), apiKey: "test-key", baseUrl: await deadAddress() };
  const provider = await plugin.open(connection);
  const refused = await failureOf(() => provider.submit(createNarration(), "key"));
  expect(refused).toMatchObject({ code: "network_error", retryable: true, outcomeUnknown: false });
});

describe("an id that is not valid in a URL", () => {
  test.each(["..", ".", "\ud800"])("is rejected before any request: %j", async (id) => {
    await using reelbot = await openReelbot();
    const failure = await failureOf(() => reelbot.provider.status(reelbot.provider.jobFromId(id)));
    expect(failure).toMatchObject({ code: "provider_error", retryable: false });
    expect(reelbot.fake.requests).toEqual([]);
  });

  test("but has only special characters is requested percent-encoded", async () => {
    await using reelbot = await openReelbot();
    await failureOf(() => reelbot.provider.status(reelbot.provider.jobFromId("a/../b?c#d %2e")));
    expect(reelbot.fake.requests.at(-1)?.path).toBe("/api/v1/video/status/a%2F..%2Fb%3Fc%23d%20%252e");
  });
});
