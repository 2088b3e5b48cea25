import { describe, expect, test } from "vitest";
import { createDeadline } from "../../src/jobs/deadline.ts";
import type { StoredJob } from "../../src/jobs/job-store.ts";
import type { Provider } from "../../src/jobs/provider.ts";
import { submitWithRetries } from "../../src/jobs/submit/submit.ts";
import { submitOrResume } from "../../src/jobs/submit/submit-or-resume.ts";
import { createRecord } from "../../src/jobs/video-record.ts";
import { waitForVideo } from "../../src/jobs/wait.ts";
import { dryRun } from "../../src/pipeline/dry-run.ts";
import { heygen } from "../../src/providers/heygen/index.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { createScriptRequest, createVideoRequest } from "../support/jobs/video-request.ts";
import {
  advanceUntilDone,
  floods,
  type HostBehavior,
  redirectRoute,
  retryAfterReplies,
  stalls,
  startHangingHost,
} from "../support/network/hanging-host.ts";
import { createFakeRuntime, type FakeRuntime } from "../support/runtime/fake-runtime.ts";
import { createMemoryStore } from "../support/stores/memory-store.ts";

const timeoutMs = 600_000;
const stepMs = 5_000;
const endlessResponses = [...Object.keys(stalls), ...Object.keys(floods)].filter(
  (name) => name !== "never reads the request",
) as HostBehavior[];
const longPauses = Object.keys(retryAfterReplies) as HostBehavior[];

/** Runs `work` with a provider that behaves badly at one route; returns its error, duration and cost. */
async function runWithBadHost(
  behavior: HostBehavior,
  route: RegExp,
  work: (runtime: FakeRuntime, provider: Provider) => Promise<unknown>,
) {
  await using fake = await startFakeHeygen();
  await using host = await startHangingHost(behavior);
  const clock = createFakeRuntime();
  const runtime = redirectRoute(clock, route, host);
  const provider = await heygen.open({ runtime, apiKey: "test-key", baseUrl: new URL(fake.url) });
  const result = await advanceUntilDone(clock, host, work(runtime, provider), stepMs);
  expect(host.count()).toBeGreaterThan(0);
  return { ...result, billed: fake.billed };
}

describe("waiting for a video ends at most 30 seconds after the deadline if the provider", () => {
  const wait = (behavior: HostBehavior) =>
    runWithBadHost(behavior, /^GET .*videos\/v_1$/, async (runtime, provider) => {
      const job = await provider.submit(createScriptRequest(), "showreel-key");
      const deadline = createDeadline(runtime, timeoutMs);
      return waitForVideo(job, { runtime, provider, deadline }, { poll: { minMs: () => 5_000 }, onJob() {} });
    });

  test.each(endlessResponses)(
    "%s",
    async (behavior) => {
      const { error, tookMs } = await wait(behavior);
      expect(tookMs).toBeLessThanOrEqual(timeoutMs + 30_000 + stepMs);
      expect(["timed_out", "network_error", "provider_error"]).toContain(Reflect.get(error as Error, "code"));
    },
    120_000,
  );

  test.each(longPauses)("%s, and the error names the rate limit", async (behavior) => {
    const { error, tookMs } = await wait(behavior);
    expect(tookMs).toBe(timeoutMs);
    expect(error).toMatchObject({
      code: "timed_out",
      message: expect.stringContaining("HTTP 429, Retry-After"),
    });
  });
});

describe.each([
  ["a script", createScriptRequest(), /^POST .*videos$/],
  ["a prompt", createVideoRequest(), /^POST .*video-agents$/],
])("submitting %s ends at most two minutes after the deadline if the provider", (_, request, route) => {
  const submit = (behavior: HostBehavior) =>
    runWithBadHost(behavior, route, (runtime, provider) =>
      submitWithRetries(() => provider.submit(request, "showreel-key"), {
        runtime,
        deadline: createDeadline(runtime, timeoutMs),
      }),
    );

  test.each(endlessResponses)("%s, and the outcome is reported as unknown", async (behavior) => {
    const { error, tookMs, billed } = await submit(behavior);
    expect(tookMs).toBeLessThanOrEqual(timeoutMs + 120_000 + stepMs);
    expect(error).toMatchObject({ outcomeUnknown: true });
    expect(billed).toBe(0);
  });

  test.each(longPauses)("%s, and the error names a `Retry-After` that does not fit", async (behavior) => {
    const { error, tookMs } = await submit(behavior);
    expect(tookMs).toBeLessThanOrEqual(timeoutMs);
    expect(error).toMatchObject({
      code: "rate_limited",
      message: expect.stringMatching(/\(Retry-After\), but only .* of `timeout_minutes` are left\.$/),
    });
  });
});

test("a submit waits for its response beyond the deadline, because the video is paid for", async () => {
  const { error, tookMs } = await runWithBadHost("never responds", /^POST .*videos$/, (runtime, provider) =>
    submitWithRetries(() => provider.submit(createScriptRequest(), "showreel-key"), {
      runtime,
      deadline: createDeadline(runtime, 10_000),
    }),
  );
  expect(error).toMatchObject({
    outcomeUnknown: true,
    message: expect.stringContaining("incomplete after 2 min"),
  });
  expect(tookMs).toBe(120_000);
});

describe("a dry run ends within five minutes if the provider", () => {
  test.each([...endlessResponses, ...longPauses])(
    "%s",
    async (behavior) => {
      const { error, tookMs } = await runWithBadHost(behavior, /users\/me$/, (runtime, provider) => {
        const plan = {
          jobInput: { kind: "new" as const, request: createVideoRequest() },
          provider,
          maxCostUsd: undefined,
        };
        return dryRun({ runtime, plan: plan as never, record: createRecord(runtime, "Release 2", () => {}) });
      });
      expect(tookMs).toBeLessThanOrEqual(300_000);
      expect(error).toMatchObject({
        code: expect.stringMatching(/^(network_error|provider_error|rate_limited)$/),
      });
    },
    120_000,
  );
});

describe("the checks before a submit end at most 30 seconds after the deadline if the provider", () => {
  const submit = (behavior: HostBehavior, stored: StoredJob, timeoutMs: number) =>
    runWithBadHost(behavior, /^GET /, async (runtime, provider) => {
      const store = createMemoryStore({ memory: stored });
      const video = { request: createVideoRequest(), fingerprint: "f".repeat(64), store };
      return submitOrResume(video, { runtime, provider, deadline: createDeadline(runtime, timeoutMs) });
    });

  test.each([...endlessResponses, ...longPauses])(
    "%s, and the video is submitted if no intent is stored",
    async (behavior) => {
      const { error, tookMs, billed } = await submit(behavior, { renderAttempt: 1 }, timeoutMs);
      expect(error).toBeUndefined();
      expect(billed).toBe(1);
      expect(tookMs).toBeLessThanOrEqual(60_000);
    },
  );

  test.each([...endlessResponses, ...longPauses])(
    "%s, and nothing is submitted if an intent is stored",
    async (behavior) => {
      const intent = { at: Date.UTC(2026, 0, 1) - 60_000 };
      const { tookMs, billed } = await submit(behavior, { renderAttempt: 1, intent }, timeoutMs);
      expect(billed).toBe(0);
      expect(tookMs).toBeLessThanOrEqual(timeoutMs + 30_000 + stepMs);
    },
    120_000,
  );

  test.each(endlessResponses)("%s, and little time is left", async (behavior) => {
    const { error, tookMs } = await submit(behavior, { renderAttempt: 1 }, 12_000);
    expect(tookMs).toBeLessThanOrEqual(30_000 + stepMs);
    if (error) expect(error).toMatchObject({ code: "timed_out" });
  });
});
