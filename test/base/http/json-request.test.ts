import { json } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type JsonRequest, requestJson } from "../../../src/base/http/json-request.ts";
import { startLocalServer } from "../../support/network/local-server.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

const schema = z.object({ data: z.object({ id: z.string() }) });

function send(url: URL, changes: Partial<JsonRequest<z.infer<typeof schema>>> = {}) {
  return requestJson(createFakeRuntime(), {
    method: "GET",
    url,
    headers: { "x-api-key": "secret-key" },
    idleTimeoutMs: 10_000,
    responseSchema: schema,
    isError: (body) => typeof body === "object" && body !== null && "error" in body,
    toError: () => undefined,
    ...changes,
  });
}

/** Starts a server that sends the same response to every request. */
function startFixedServer(status: number, body: string, headers: Record<string, string> = {}) {
  return startLocalServer((_, response) => response.writeHead(status, headers).end(body));
}

test("sends JSON with its headers, and returns the parsed response", async () => {
  await using server = await startLocalServer(async (request, response) => {
    response.end(JSON.stringify({ data: { id: JSON.stringify(await json(request)) } }));
  });
  const data = await send(server.url, { method: "POST", body: { prompt: "Grüße" } });
  expect(data).toEqual({ data: { id: '{"prompt":"Grüße"}' } });
  expect(server.requests[0]).toMatchObject({
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", "x-api-key": "secret-key" },
  });
});

test.each([
  ["an HTML page", "<html><body>Welcome to the gateway</body></html>"],
  ["an empty body", ""],
  // Must take linear time.
  ["many spaces before what is no JSON", `{"data": ${" ".repeat(2_000_000)}x`],
  ["truncated JSON", '{"data": {"id": "v_'],
  ["JSON of another shape", '{"data": {"id": true}}'],
])("%s with status 200 is retryable, and the outcome is unknown", async (_, body) => {
  await using server = await startFixedServer(200, body);
  const failure = await failureOf(() => send(server.url));
  expect(failure).toMatchObject({ code: "provider_error", retryable: true, outcomeUnknown: true });
  expect(failure.message).toContain(`HTTP 200: GET ${server.url.origin}`);
});

test("rejects a response of more than ten million bytes as retryable", async () => {
  await using server = await startFixedServer(200, JSON.stringify({ data: { id: "x".repeat(10_000_000) } }));
  expect(await failureOf(() => send(server.url))).toMatchObject({ code: "provider_error", retryable: true });
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
])("HTTP %i is %s (retryable: %s, outcome unknown: %s)", async (status, code, retryable, outcomeUnknown) => {
  await using server = await startFixedServer(status, "<html>no</html>");
  expect(await failureOf(() => send(server.url))).toMatchObject({ code, retryable, outcomeUnknown });
});

test("treats an error in a successful response as an error response", async () => {
  const body = { error: { code: "internal_error" }, data: { id: "v_1" } };
  await using server = await startFixedServer(200, JSON.stringify(body));
  const failure = await failureOf(() => send(server.url));
  expect(failure.message).toContain("The provider rejected the request");
  expect(failure.response).toMatchObject({ status: 200, body });
});

describe("an error response", () => {
  test("gives the delay that Retry-After asks for", async () => {
    await using server = await startFixedServer(429, "{}", { "retry-after": "17" });
    expect((await failureOf(() => send(server.url))).retryAfterMs).toBe(17_000);
  });

  test("names the URL without its query, and the sanitized request id", async () => {
    await using server = await startFixedServer(500, "{}", { "x-request-id": "##[error]id" });
    const { message } = await failureOf(() => send(new URL("/v3/videos?token=secret", server.url)));
    expect(message).toContain(`GET ${server.url.origin}/v3/videos, request # # [error]id`);
    expect(message).not.toContain("secret");
  });
});

test("does not follow a redirect, so that the key reaches no other host", async () => {
  await using elsewhere = await startFixedServer(200, '{"data":{"id":"stolen"}}');
  for (const status of [301, 302, 307, 308]) {
    await using server = await startFixedServer(status, "", { location: elsewhere.url.href });
    expect(await failureOf(() => send(server.url))).toMatchObject({ code: "provider_error" });
  }
  expect(elsewhere.requests).toEqual([]);
});
