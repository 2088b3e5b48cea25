import { describe, expect, test } from "vitest";
import { runStep } from "../support/action/run-step.ts";
import { failure } from "../support/heygen/fake-heygen/replies.ts";
import { type Fault, startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { linesWithSecrets } from "../support/leaks/visible-output.ts";

const script = { script: "Welcome.", avatar_id: "look_1" };
const prompt = { prompt: "A short welcome" };
const html = (status: number): Fault => ({ status, body: "<html><h1>Bad gateway</h1></html>" });

const errorResponses: readonly [title: string, reply: Fault, code: string, expected: readonly string[]][] = [
  ["a wrong key", failure(401, "unauthorized", "Unauthorized"), "unauthorized", ["Unauthorized", "key"]],
  [
    "a key without the required scope",
    failure(403, "forbidden", "No access"),
    "unauthorized",
    ["No access", "scopes"],
  ],
  [
    "an empty wallet",
    failure(402, "insufficient_credit", "Add funds"),
    "out_of_credit",
    ["Add funds", "Top up"],
  ],
  [
    "a used-up plan",
    failure(429, "quota_exceeded", "Quota is used up"),
    "out_of_credit",
    ["Quota is used up"],
  ],
  [
    "an unknown avatar",
    failure(404, "avatar_not_found", "No look_1"),
    "invalid_input",
    ["No look_1", "names"],
  ],
  [
    "an invalid field",
    failure(400, "invalid_parameter", "voice_id is bad", "voice_id"),
    "invalid_input",
    ["voice_id is bad"],
  ],
  [
    "text that violates its content policy",
    failure(400, "content_policy_violation", "No"),
    "generation_failed",
    ["policy"],
  ],
  ["an `api_base_url` that is not its API", html(404), "provider_error", ["404"]],
];

describe.concurrent("when the provider rejects a submit", () => {
  test.each(errorResponses)(
    "for %s, the step reports one error and nothing is billed",
    async (_title, reply, code, expected) => {
      await using fake = await startFakeHeygen();
      fake.on("POST /v3/videos", reply);
      const step = await runStep(fake, script);
      expect(step).toMatchObject({
        exitCode: 1,
        outputs: { error_code: code, status: "failed", video_id: "" },
      });
      expect(step.annotations).toMatchObject([{ level: "error", title: `Showreel: ${code}` }]);
      for (const part of expected) expect(step.annotations[0]?.message).toContain(part);
      expect(step.annotations[0]?.message).toContain("req_1");
      expect([fake.billed, fake.requests.length, linesWithSecrets(step)]).toEqual([0, 1, []]);
    },
  );
});

describe.concurrent("when the account has reached its limit of concurrent videos", () => {
  const busy = failure(429, "rate_limit_exceeded", "Too many videos");

  test("a wait beyond the deadline is not started, and the error says how long it would be", async () => {
    await using fake = await startFakeHeygen();
    fake.on("POST /v3/video-agents", { ...busy, headers: { "retry-after": "7200" } });
    const step = await runStep(fake, { ...prompt, timeout_minutes: "10" });
    expect(step).toMatchObject({ exitCode: 1, outputs: { error_code: "rate_limited", status: "failed" } });
    expect(step.annotations[0]?.message).toContain("2 h");
    expect(step.annotations[0]?.message).toMatch(/only (10 min|9 min .+) of `timeout_minutes`/);
    expect([fake.billed, fake.requests.length]).toEqual([0, 1]);
  });

  test("the step waits if the wait is short, and pays for one video", async () => {
    await using fake = await startFakeHeygen({ agentVideoIdAtOnce: true, videoStatuses: ["completed"] });
    fake.on("POST /v3/video-agents", { ...busy, headers: { "retry-after": "1" } });
    const step = await runStep(fake, prompt);
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: "completed" } });
    expect(fake.billed).toBe(1);
  });
});

describe.concurrent("when the response to a submit is unusable because of", () => {
  test("a broken connection after the submit, a prompt is found at the provider and not sent again", async () => {
    await using fake = await startFakeHeygen();
    fake.on("POST /v3/video-agents", "lost");
    const step = await runStep(fake, prompt);
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: "completed" } });
    expect(fake.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
    expect(fake.billed).toBe(1);
  });

  test.each<[string, Fault]>([
    ["a gateway's HTML page", html(502)],
    ["an HTML page with status 200", html(200)],
  ])("%s, a prompt is not sent again, because a video may have been created", async (_cause, fault) => {
    await using fake = await startFakeHeygen();
    fake.on("POST /v3/video-agents", fault);
    const step = await runStep(fake, prompt);
    expect(step).toMatchObject({ exitCode: 1, outputs: { error_code: "provider_error", status: "failed" } });
    expect(step.annotations).toMatchObject([{ level: "error" }]);
    expect(step.annotations[0]?.message).toContain("A video may have been created");
    expect(step.annotations[0]?.message).toContain("Run again: Showreel looks for the session first");
    expect(fake.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  test.each<[string, Fault]>([
    ["a broken connection after the submit", "lost"],
    ["a connection reset", "reset"],
    ["a gateway's HTML page", html(502)],
    ["an HTML page with status 200", html(200)],
  ])(
    "%s, a script is sent again under the same idempotency key, and one video is paid for",
    async (_cause, fault) => {
      await using fake = await startFakeHeygen({ videoStatuses: ["completed"] });
      fake.on("POST /v3/videos", fault);
      const step = await runStep(fake, script);
      expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: "completed" } });
      const creates = fake.requests.filter(({ method }) => method === "POST");
      const keys = new Set(creates.map(({ headers }) => headers["idempotency-key"]));
      expect([fake.billed, creates.length, keys.size]).toEqual([1, 2, 1]);
    },
  );
});
