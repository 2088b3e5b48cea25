import { json } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type JsonRequest, requestJson } from "../../../src/base/http/json-request.ts";
import { failureOf } from "../../support/failure-of.ts";
import { createFakeRuntime } from "../../support/fake-runtime.ts";
import { startLocalServer } from "../../support/local-server.ts";

const answer = z.object({ data: z.object({ id: z.string() }) });

function ask(url: URL, changes: Partial<JsonRequest<z.infer<typeof answer>>> = {}) {
  return requestJson(createFakeRuntime(), {
    method: "GET",
    url,
    headers: { "x-api-key": "secret-key" },
    idleTimeoutMs: 10_000,
    responseSchema: answer,
    isError: (body) => typeof body === "object" && body !== null && "error" in body,
    toError: () => undefined,
    ...changes,
  });
}

/** A server that says the same to everybody. */
function startSaying(status: number, body: string, headers: Record<string, string> = {}) {
  return startLocalServer((_, response) => response.writeHead(status, headers).end(body));
}

test("a good answer is handed over, and the request is JSON with its headers", async () => {
  await using server = await startLocalServer(async (request, response) => {
    response.end(JSON.stringify({ data: { id: JSON.stringify(await json(request)) } }));
  });
  const given = await ask(server.url, { method: "POST", body: { prompt: "Grüße" } });
  expect(given).toEqual({ data: { id: '{"prompt":"Grüße"}' } });
  expect(server.requests[0]).toMatchObject({
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", "x-api-key": "secret-key" },
  });
});

test.each([
  ["an HTML page", "<html><body>Welcome to the gateway</body></html>"],
  ["nothing", ""],
  ["half a document", '{"data": {"id": "v_'],
  ["another document", '{"data": {"id": true}}'],
])("%s with status 200 is a passing fault, and the other side may have acted", async (_, body) => {
  await using server = await startSaying(200, body);
  const failure = await failureOf(() => ask(server.url));
  expect(failure).toMatchObject({ code: "provider_error", retryable: true, outcomeUnknown: true });
  expect(failure.message).toContain(`HTTP 200: GET ${server.url.origin}`);
});

test("an answer of more than ten million bytes is a passing fault", async () => {
  await using server = await startSaying(200, JSON.stringify({ data: { id: "x".repeat(10_000_000) } }));
  expect(await failureOf(() => ask(server.url))).toMatchObject({ code: "provider_error", retryable: true });
});

test.each([
  [400, "provider_error", false, false],
  [401, "unauthorized", false, false],
  [402, "out_of_credit", false, false],
  [403, "unauthorized", false, false],
  [404, "provider_error", false, false],
  [408, "provider_error", true, true],
  [425, "provider_error", true, false],
  [429, "rate_limited", true, false],
  [500, "provider_error", true, true],
  [502, "provider_error", true, true],
  [503, "provider_error", true, true],
  [504, "provider_error", true, true],
])("HTTP %i is %s (retryable: %s, may have acted: %s)", async (status, code, retryable, outcomeUnknown) => {
  await using server = await startSaying(status, "<html>no</html>");
  expect(await failureOf(() => ask(server.url))).toMatchObject({ code, retryable, outcomeUnknown });
});

test("an error inside an answer of success is a refusal", async () => {
  const said = { error: { code: "internal_error" }, data: { id: "v_1" } };
  await using server = await startSaying(200, JSON.stringify(said));
  const failure = await failureOf(() => ask(server.url));
  expect(failure.message).toContain("refused");
  expect(failure.cause).toMatchObject({ status: 200, body: said });
});

describe("a refusal", () => {
  test("says how long to wait", async () => {
    await using server = await startSaying(429, "{}", { "retry-after": "17" });
    expect((await failureOf(() => ask(server.url))).retryAfterMs).toBe(17_000);
  });

  test("names the address without its query, and the id of the request in harmless words", async () => {
    await using server = await startSaying(500, "{}", { "x-request-id": "##[error]id" });
    const { message } = await failureOf(() => ask(new URL("/v3/videos?token=secret", server.url)));
    expect(message).toContain(`GET ${server.url.origin}/v3/videos, request # # [error]id`);
    expect(message).not.toContain("secret");
  });
});

test("a redirect is not followed, so that the key goes nowhere else", async () => {
  await using elsewhere = await startSaying(200, '{"data":{"id":"stolen"}}');
  for (const status of [301, 302, 307, 308]) {
    await using server = await startSaying(status, "", { location: elsewhere.url.href });
    expect(await failureOf(() => ask(server.url))).toMatchObject({ code: "provider_error" });
  }
  expect(elsewhere.requests).toEqual([]);
});
