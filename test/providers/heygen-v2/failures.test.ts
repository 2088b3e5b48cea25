import { afterAll, describe, expect, test } from "vitest";
import type { ErrorCode } from "../../../src/base/errors.ts";
import { heygenV2 } from "../../../src/providers/heygen-v2/index.ts";
import type { FakeReply } from "../../support/heygen/fake-heygen/replies.ts";
import { heygenV1Error, heygenV2Error } from "../../support/providers/fake-heygen-v2.ts";
import { openHeygenV2 } from "../../support/providers/open-heygen-v2.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

const generate = "POST /v2/video/generate";
const statusRoute = "GET /v1/video_status.get";
const heygen = await openHeygenV2();
afterAll(() => heygen[Symbol.asyncDispose]());
const job = await heygen.submit();
const ask = () => failureOf(() => heygen.provider.status(job));
const html = (status: number): FakeReply => ({ status, body: "<html>Gone</html>" });
const legacy = "This v2 endpoint is Legacy and will be removed on 2026-10-31.";
const noUnlimited = "This avatar does not support unlimited mode. Please use a different avatar.";

test("the provider's notice says that HeyGen has retired v2, and to use `provider: heygen`", () => {
  expect(heygenV2.notice).toMatch(/retired its v1 and v2 API on 2026-11-01.*`provider: heygen`, which is v3/);
});

describe("an error of the retired API says so and names the replacement", () => {
  test.each<[string, FakeReply]>([
    ["HTTP 404", heygenV2Error(404, "not_found", "Not found")],
    ["an HTML page with HTTP 404", html(404)],
    ["HTTP 410", html(410)],
    ["HTTP 410 with a message", heygenV1Error(410, 400175, "Gone")],
    ["a message about a legacy API", heygenV2Error(400, "invalid_parameter", legacy)],
  ])("after %s, to a submit", async (_, reply) => {
    heygen.fake.on(generate, reply);
    const gone = await failureOf(heygen.submit);
    expect(gone).toMatchObject({
      code: "provider_error",
      retryable: false,
      outcomeUnknown: false,
      submitted: false,
    });
    expect(gone.hint).toMatch(/retired .* 2026-11-01\. Set `provider` to heygen.*\.$/);
  });

  test.each<[string, FakeReply, boolean, boolean]>([
    ["HTTP 404", heygenV1Error(404, 40031, "Video not found"), false, true],
    ["an HTML page with HTTP 404", html(404), true, false],
    ["HTTP 410", html(410), false, false],
    ["a message about a sunset", heygenV1Error(400, 400175, "Sunset"), false, false],
  ])("after %s, to a status call (retryable: %s, terminal: %s)", async (_, reply, retryable, terminal) => {
    heygen.fake.on(statusRoute, reply);
    const gone = await ask();
    expect(gone).toMatchObject({ code: "provider_error", retryable, terminal });
    expect(gone.hint).toMatch(/2026-11-01\. Set `provider` to heygen/);
    expect(gone.message).not.toContain("<html>");
  });

  test("but not after an error about a removed avatar", async () => {
    heygen.fake.on(generate, heygenV2Error(400, "avatar_not_usable", "This avatar was removed."));
    expect(await failureOf(heygen.submit)).toMatchObject({ code: "invalid_input" });
  });
});

test.each<[FakeReply, ErrorCode, boolean]>([
  [heygenV2Error(400, "avatar_not_found", "No avatar."), "invalid_input", false],
  [heygenV2Error(404, "avatar_not_found", "No avatar."), "invalid_input", false],
  [heygenV2Error(400, "internal_error", noUnlimited), "invalid_input", false],
  [heygenV2Error(400, "trial_video_limit_exceeded", "daily api trial limit 5"), "out_of_credit", false],
  [heygenV1Error(200, 400105, "Blocked words detected"), "invalid_input", false],
  [heygenV1Error(200, 400112, "Unauthorized"), "unauthorized", false],
  [heygenV1Error(400, 400599, "Tier not supported"), "out_of_credit", false],
  [heygenV1Error(424, 400175, "Invalid parameter"), "invalid_input", false],
  [heygenV1Error(402, 1, "No credit"), "out_of_credit", false],
  [heygenV1Error(429, 1, "Too many"), "rate_limited", true],
  [{ status: 200, body: { error: "Bad voice", data: null } }, "invalid_input", false],
])("a submit that fails with %j is %s, retryable: %s", async (reply, code, retryable) => {
  heygen.fake.on(generate, reply);
  const refusal = await failureOf(heygen.submit);
  expect(refusal).toMatchObject({ code, retryable, outcomeUnknown: false });
  expect(refusal.message).toMatch(/^HeyGen says: .*HTTP \d+: POST /);
  expect(refusal.hint).toMatch(/\.$/);
  expect(refusal.submitted).toBe(code === "invalid_input" ? false : undefined);
});

test.each<[FakeReply, ErrorCode, boolean]>([
  [heygenV1Error(200, 400175, "Try later"), "provider_error", true],
  [{ status: 200, body: { code: "500", message: "Try later" } }, "provider_error", true],
  [{ status: 200, body: { error: "Try later", data: {} } }, "provider_error", true],
  [{ status: 200, body: { error: { message: "Try later" }, data: {} } }, "provider_error", true],
  [{ status: 200, body: { error: 5, data: {} } }, "provider_error", true],
  [heygenV1Error(200, 40009, "Invalid credentials"), "unauthorized", false],
  [heygenV1Error(400, 40031, "Invalid video id"), "provider_error", false],
  [heygenV1Error(400, 400175, "Request exceeds the request limit"), "provider_error", true],
  [heygenV1Error(401, 400112, "Unauthorized"), "unauthorized", false],
  [heygenV1Error(424, 400175, "Invalid parameters entered"), "provider_error", false],
  [heygenV1Error(429, 1, "Too many"), "rate_limited", true],
  [html(502), "provider_error", true],
  [html(200), "provider_error", true],
])("a status call that fails with %j is %s, retryable: %s", async (reply, code, retryable) => {
  heygen.fake.on(statusRoute, reply);
  expect(await ask()).toMatchObject({ code, retryable, terminal: false });
});

test.each([[""], [null], [false]])("an `error` of %j next to the data is ignored", async (error) => {
  heygen.fake.on(statusRoute, { status: 200, body: { error, data: { status: "processing" } } });
  expect(await heygen.provider.status(job)).toMatchObject({ state: "pending", detail: "processing" });
});
