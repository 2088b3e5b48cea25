import { afterAll, describe, expect, test } from "vitest";
import type { ErrorCode } from "../../../src/base/errors.ts";
import { failure } from "../../support/heygen/fake-heygen/replies.ts";
import { openHeygen } from "../../support/heygen/open-heygen.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

const heygen = await openHeygen();
afterAll(() => heygen[Symbol.asyncDispose]());
const job = await heygen.submitScript();

type Row = readonly [word: string, status: number, code: ErrorCode, retryable: boolean];

const rows = (words: string, status: number, code: ErrorCode, retryable: boolean): Row[] =>
  words.split(" ").map((word) => [word, status, code, retryable] as const);

const everywhere: readonly Row[] = [
  ...rows("unauthorized authentication_failed", 401, "unauthorized", false),
  ...rows("forbidden resource_access_denied ai_vendor_access_restricted", 403, "unauthorized", false),
  ...rows("insufficient_credit trial_limit_exceeded plan_upgrade_required", 402, "out_of_credit", false),
  ...rows("subscription_required", 403, "out_of_credit", false),
  ...rows("quota_exceeded", 429, "out_of_credit", false),
  ...rows("content_policy_violation", 400, "generation_failed", false),
  ...rows("rate_limit_exceeded RATE_LIMIT_EXCEEDED", 429, "rate_limited", true),
  ...rows("request_in_progress resource_not_ready conflict", 409, "provider_error", true),
  ...rows("internal_error video_delete_failed INTERNAL_ERROR", 500, "provider_error", true),
  ...rows("service_unavailable voice_provider_error", 503, "provider_error", true),
  ...rows("gateway_timeout", 504, "provider_error", true),
  ...rows("never_heard_of", 502, "provider_error", true),
  ...rows("never_heard_of constructor __proto__", 401, "unauthorized", false),
];

const badRequests: readonly Row[] = [
  ...rows(
    "invalid_parameter script_too_short tts_text_invalid avatar_not_usable",
    400,
    "invalid_input",
    false,
  ),
  ...rows("avatar_expired avatar_consent_required voice_unavailable", 400, "invalid_input", false),
  ...rows("voice_not_usable", 403, "invalid_input", false),
  ...rows("unlimited_mode_disabled ephemeral_upload_disabled", 400, "invalid_input", false),
  ...rows("resource_limit_reached resource_limit_exceeded download_failed", 400, "invalid_input", false),
  ...rows("hyperframes_project_invalid hyperframes_project_too_large", 400, "invalid_input", false),
  ...rows("payload_too_large", 413, "invalid_input", false),
  ...rows("avatar_not_found avatar_group_not_found voice_not_found not_found", 404, "invalid_input", false),
  ...rows("template_not_found asset_not_found resource_not_found", 404, "invalid_input", false),
  ...rows("never_heard_of", 422, "invalid_input", false),
];

const notThere: readonly Row[] = [
  ...rows("video_not_found VIDEO_NOT_FOUND not_found resource_not_found", 404, "provider_error", false),
  ...rows("invalid_parameter", 400, "provider_error", false),
];

test.each([...everywhere, ...badRequests])(
  "a submit that fails with %s (HTTP %i) is %s, retryable: %s",
  async (word, status, code, retryable) => {
    heygen.fake.on("POST /v3/videos", failure(status, word, "No, sorry.", "script"));
    const refusal = await failureOf(heygen.submitScript);
    expect(refusal).toMatchObject({ code, retryable, hint: expect.stringMatching(/\.$/) });
    expect(refusal.message).toMatch(/^HeyGen says: No, sorry\. \(/);
    expect(refusal.message).toContain(
      `(${word}, script, HTTP ${status}: POST ${heygen.fake.url}/v3/videos, request`,
    );
  },
);

test.each([...everywhere, ...notThere])(
  "a status call that fails with %s (HTTP %i) is %s, retryable: %s",
  async (word, status, code, retryable) => {
    heygen.fake.on("GET /v3/videos/{video_id}", failure(status, word, "No, sorry."));
    expect(await failureOf(() => heygen.provider.status(job))).toMatchObject({ code, retryable });
  },
);

describe("a response that is not HeyGen's own", () => {
  const html = "<html>Bad gateway</html>";

  test.each<[number, ErrorCode, boolean]>([
    [200, "provider_error", true],
    [302, "provider_error", false],
    [401, "unauthorized", false],
    [403, "unauthorized", false],
    [404, "provider_error", true],
    [413, "provider_error", false],
    [429, "rate_limited", true],
    [500, "provider_error", true],
    [502, "provider_error", true],
  ])("to a status call: HTTP %i is %s, retryable: %s", async (status, code, retryable) => {
    heygen.fake.on("GET /v3/videos/{video_id}", { status, body: html });
    expect(await failureOf(() => heygen.provider.status(job))).toMatchObject({ code, retryable });
  });

  test("is not quoted in the error message", async () => {
    heygen.fake.on("GET /v3/videos/{video_id}", { status: 502, body: html });
    expect((await failureOf(() => heygen.provider.status(job))).message).not.toContain("<html>");
  });
});

test("an error in a 2xx response fails the call", async () => {
  const body = { data: { status: "completed" }, error: { code: "internal_error", message: "No, sorry." } };
  heygen.fake.on("GET /v3/videos/{video_id}", { status: 200, body });
  expect(await failureOf(() => heygen.provider.status(job))).toMatchObject({ retryable: true });
});

test("an error without a message, or with a message of several lines, is shown in one line", async () => {
  heygen.fake.on("POST /v3/videos", { status: 400, body: { error: { code: "invalid_parameter" } } });
  expect((await failureOf(heygen.submitScript)).message).toMatch(/^HeyGen says: invalid_parameter \(/);
  heygen.fake.on("POST /v3/videos", failure(400, "a\nb", "::error::gotcha\n::set-output name=a::b"));
  expect((await failureOf(heygen.submitScript)).message).not.toMatch(/\n/);
});

test("a video that does not exist is a terminal error", async () => {
  heygen.fake.on("GET /v3/videos/{video_id}", failure(404, "video_not_found", "Video v_1 not found"));
  const refusal = await failureOf(() => heygen.provider.status(job));
  expect(refusal).toMatchObject({ terminal: true, hint: expect.stringContaining("`video_id`") });
});

test("a session that is not found is a retryable error, with HeyGen's body or a gateway's", async () => {
  const session = { ...job, surface: "video_agent", ids: { session_id: "sess_1" } };
  const route = "GET /v3/video-agents/{session_id}";
  heygen.fake.on(route, failure(404, "not_found", "Session not found"), {
    status: 404,
    body: "<html></html>",
  });
  for (const _ of ["HeyGen", "a gateway"]) {
    expect(await failureOf(() => heygen.provider.status(session))).toMatchObject({ retryable: true });
  }
});

test("Retry-After is returned with the error", async () => {
  const refusal = failure(429, "rate_limit_exceeded", "Full.");
  heygen.fake.on("POST /v3/videos", { ...refusal, headers: { "retry-after": "240" } });
  expect(await failureOf(heygen.submitScript)).toMatchObject({ retryAfterMs: 240_000 });
});
