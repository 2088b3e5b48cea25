import { errors } from "undici";
import { expect, test } from "vitest";
import { z } from "zod";
import { requestJson } from "../../../src/base/http/json-request.ts";
import type { Runtime } from "../../../src/base/runtime.ts";
import { deadAddress, startLocalServer } from "../../support/network/local-server.ts";
import { passIdleTimeouts } from "../../support/network/undici-clock.ts";
import { eventLoopTurns } from "../../support/runtime/event-loop-turns.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

// Longer than any test takes.
const idleTimeoutMs = 1_000_000;

function send(runtime: Runtime, url: URL) {
  return requestJson(runtime, {
    method: "POST",
    url: new URL("/v3/videos?token=secret", url),
    headers: {},
    body: {},
    idleTimeoutMs,
    responseSchema: z.object({}),
    isError: () => false,
    toError: () => undefined,
  });
}

test("a refused connection is retryable, and the server cannot have acted", async () => {
  const url = await deadAddress();
  const failure = await failureOf(() => send(createFakeRuntime(), url));
  expect(failure).toMatchObject({ code: "network_error", retryable: true, outcomeUnknown: false });
  expect(failure.message).toBe(`No response (ECONNREFUSED: POST ${url.origin}/v3/videos).`);
});

test("a connection refused at every address of a host counts as refused", async () => {
  const url = await deadAddress();
  url.hostname = "localhost";
  expect(await failureOf(() => send(createFakeRuntime(), url))).toMatchObject({
    code: "network_error",
    outcomeUnknown: false,
  });
});

test.each([
  ["a connect timeout", new errors.ConnectTimeoutError("Connect Timeout Error")],
  ["an untrusted certificate", Object.assign(new Error("no"), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" })],
  ["a proxy's certificate", Object.assign(new Error("no"), { code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" })],
  ["an expired certificate", Object.assign(new Error("no"), { code: "CERT_HAS_EXPIRED" })],
  ["another host's certificate", Object.assign(new Error("no"), { code: "ERR_TLS_CERT_ALTNAME_INVALID" })],
])("%s comes before the request, so the server cannot have acted", async (_, cause) => {
  const runtime = { ...createFakeRuntime(), request: () => Promise.reject(cause) };
  const failure = await failureOf(() => send(runtime, new URL("https://api.example")));
  expect(failure).toMatchObject({ code: "network_error", outcomeUnknown: false });
});

test("after a reset connection the outcome is unknown", async () => {
  await using server = await startLocalServer((request) => void request.socket.resetAndDestroy());
  const failure = await failureOf(() => send(createFakeRuntime(), server.url));
  expect(failure).toMatchObject({ code: "network_error", retryable: true, outcomeUnknown: true });
});

test("after a truncated response the outcome is unknown", async () => {
  await using server = await startLocalServer((request, response) => {
    response.writeHead(200, { "content-length": 100 });
    response.write("{", () => request.socket.destroySoon());
  });
  const failure = await failureOf(() => send(createFakeRuntime(), server.url));
  expect(failure).toMatchObject({ code: "network_error", retryable: true, outcomeUnknown: true });
});

test("times out without a response, and the outcome is unknown", async () => {
  await using server = await startLocalServer(() => passIdleTimeouts(idleTimeoutMs));
  const failure = await failureOf(() => send(createFakeRuntime(), server.url));
  expect(failure).toMatchObject({ code: "network_error", retryable: true, outcomeUnknown: true });
  expect(failure.message).toContain("UND_ERR_HEADERS_TIMEOUT");
});

test("times out in the middle of a response", async () => {
  await using server = await startLocalServer(async (_, response) => {
    response.write("{");
    await eventLoopTurns();
    passIdleTimeouts(idleTimeoutMs);
  });
  const failure = await failureOf(() => send(createFakeRuntime(), server.url));
  expect(failure).toMatchObject({ code: "network_error", retryable: true, outcomeUnknown: true });
  expect(failure.message).toContain("UND_ERR_BODY_TIMEOUT");
});

test("an interrupted run does not wait for a response", async () => {
  const runtime = createFakeRuntime();
  await using server = await startLocalServer(() => runtime.interrupt());
  expect(await failureOf(() => send(runtime, server.url))).toMatchObject({ code: "interrupted" });
});

test("an interrupted run does not wait for the rest of a response", async () => {
  const runtime = createFakeRuntime();
  await using server = await startLocalServer((_, response) => void response.write("{"));
  const sending = failureOf(() => send(runtime, server.url));
  setImmediate(() => runtime.interrupt());
  expect(await sending).toMatchObject({ code: "interrupted" });
});

test("no network error shows the query of a URL", async () => {
  const { message } = await failureOf(async () => send(createFakeRuntime(), await deadAddress()));
  expect(message).not.toContain("secret");
});
