import { afterAll, describe, expect, test } from "vitest";
import type { ErrorCode } from "../../../src/base/errors.ts";
import { reelbotError } from "../../support/providers/fake-reelbot.ts";
import { openReelbot } from "../../support/providers/open-reelbot.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

const generate = "POST /api/v1/video/generate";
const statusRoute = "GET /api/v1/video/status/{projectId}";
const reelbot = await openReelbot();
afterAll(() => reelbot[Symbol.asyncDispose]());
const job = await reelbot.submit();
// An hour passes, so that the rate limits do not carry over between tests.
const ask = () => {
  reelbot.runtime.advance(3_600_000);
  return failureOf(() => reelbot.provider.status(job));
};
const submit = () => {
  reelbot.runtime.advance(3_600_000);
  return failureOf(reelbot.submit);
};

test.each<[string, number, ErrorCode, boolean]>([
  ["VALIDATION_ERROR", 400, "invalid_input", false],
  ["INVALID_JSON", 400, "invalid_input", false],
  ["INVALID_KEY_ID", 400, "invalid_input", false],
  ["UNAUTHORIZED", 401, "unauthorized", false],
  ["QUOTA_EXCEEDED", 402, "out_of_credit", false],
  ["", 403, "unauthorized", false],
  ["NOT_FOUND", 404, "invalid_input", false],
  ["KEY_LIMIT_REACHED", 409, "invalid_input", false],
  ["RATE_LIMITED", 429, "rate_limited", true],
  ["constructor", 400, "invalid_input", false],
  ["__proto__", 402, "out_of_credit", false],
])("a submit that fails with %j (HTTP %i) is %s, retryable: %s", async (word, status, code, again) => {
  reelbot.fake.on(generate, reelbotError(status, word, "No, sorry."));
  const refusal = await submit();
  expect(refusal).toMatchObject({ code, retryable: again, outcomeUnknown: false });
  expect(refusal.message).toMatch(/^ReelBot says: No, sorry\. \(.*HTTP \d+: POST /);
  expect(refusal.hint).toMatch(/\.$/);
  expect(refusal.submitted).toBe(code === "invalid_input" ? false : undefined);
});

test.each<[string, number, ErrorCode, boolean]>([
  ["INVALID_PROJECT_ID", 400, "invalid_input", false],
  ["invalid_project_id", 400, "invalid_input", false],
  ["UNAUTHORIZED", 401, "unauthorized", false],
  ["", 403, "unauthorized", false],
  ["NOT_FOUND", 404, "provider_error", false],
  ["RATE_LIMITED", 429, "rate_limited", true],
  ["INTERNAL_ERROR", 500, "provider_error", true],
  ["CONFIG_ERROR", 500, "provider_error", false],
  ["SERVICE_UNAVAILABLE", 503, "provider_error", true],
  ["NEVER_HEARD_OF", 502, "provider_error", true],
  ["NEVER_HEARD_OF", 404, "provider_error", false],
  ["NEVER_HEARD_OF", 200, "provider_error", true],
  ["NOT_FOUND", 200, "provider_error", false],
])("a status call that fails with %j (HTTP %i) is %s, retryable: %s", async (word, status, code, again) => {
  reelbot.fake.on(statusRoute, reelbotError(status, word, "No, sorry."));
  expect(await ask()).toMatchObject({ code, retryable: again, hint: expect.stringMatching(/\.$/) });
});

test.each<[number, ErrorCode, boolean]>([
  [200, "provider_error", true],
  [302, "provider_error", false],
  [401, "unauthorized", false],
  [404, "provider_error", true],
  [429, "rate_limited", true],
  [502, "provider_error", true],
])("an HTML response to a status call with HTTP %i is %s, retryable: %s", async (status, code, again) => {
  reelbot.fake.on(statusRoute, { status, body: "<html>Bad gateway</html>" });
  const refusal = await ask();
  expect(refusal).toMatchObject({ code, retryable: again, terminal: false });
  expect(refusal.message).not.toContain("<html>");
});

test("a 404 that is not ReelBot's fails a submit at once, because nothing was submitted", async () => {
  reelbot.fake.on(generate, { status: 404, body: "<html>Not found</html>" });
  expect(await submit()).toMatchObject({ retryable: false, outcomeUnknown: false });
});

test.each([
  [{ success: false }, "no reason"],
  [{ success: false, code: "VALIDATION_ERROR" }, "VALIDATION_ERROR"],
  [{ success: false, message: "::error::a\nb", code: "VALIDATION_ERROR" }, ": :error::a b"],
  [{ success: false, message: 7, code: "VALIDATION_ERROR", details: ["x"] }, "VALIDATION_ERROR"],
])("an error with the body %j has the one-line message %j", async (body, words) => {
  reelbot.fake.on(generate, { status: 400, body });
  expect((await submit()).message).toMatch(new RegExp(`^ReelBot says: ${words} \\([^\\n]*\\)\\.$`));
});

describe("the pause after a rate limit", () => {
  const at = (minutes: number) =>
    new Date(reelbot.runtime.now() + 3_600_000 + minutes * 60_000).toISOString();
  type Said = { header?: string; resetAt?: string; reset?: string };
  test.each<[string, () => Said, number | undefined]>([
    [
      "is Retry-After, which takes precedence",
      () => ({ header: "1847", resetAt: at(5), reset: at(6) }),
      1_847_000,
    ],
    [
      "is the time until resetAt if there is no Retry-After",
      () => ({ resetAt: at(5), reset: at(6) }),
      300_000,
    ],
    ["is the time until X-RateLimit-Reset if there is nothing else", () => ({ reset: at(6) }), 360_000],
    [
      "is the time until X-RateLimit-Reset if resetAt is invalid",
      () => ({ resetAt: "soon", reset: at(6) }),
      360_000,
    ],
    ["is undefined if resetAt is in the past", () => ({ resetAt: at(-5) }), undefined],
    ["is undefined if X-RateLimit-Reset is a plain number", () => ({ reset: "1847" }), undefined],
    ["is undefined if the response has none of these", () => ({ reset: "" }), undefined],
  ])("%s", async (_, say, retryAfterMs) => {
    const { header, resetAt, reset = "" } = say();
    const headers = { ...(header && { "retry-after": header }), "x-ratelimit-reset": reset };
    const limited = reelbotError(
      429,
      "RATE_LIMITED",
      "Rate limit exceeded.",
      resetAt ? { resetAt } : undefined,
    );
    reelbot.fake.on(generate, { ...limited, headers });
    const refusal = await submit();
    expect([refusal.code, refusal.retryAfterMs]).toEqual(["rate_limited", retryAfterMs]);
    expect(refusal.hint).toContain("10 videos per hour");
  });

  test("is undefined for any other error, although every response has the header", async () => {
    reelbot.fake.on(statusRoute, {
      ...reelbotError(503, "SERVICE_UNAVAILABLE", "Down."),
      headers: { "x-ratelimit-reset": at(6) },
    });
    expect(await ask()).toMatchObject({ retryable: true, retryAfterMs: undefined });
  });
});
