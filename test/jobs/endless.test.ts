import { describe, expect, test } from "vitest";
import { createDeadline } from "../../src/jobs/deadline.ts";
import type { StoredJob } from "../../src/jobs/job-store.ts";
import type { Provider } from "../../src/jobs/provider.ts";
import { createRecord } from "../../src/jobs/record.ts";
import { submitWithRetries } from "../../src/jobs/submit/submit.ts";
import { submitOrResume } from "../../src/jobs/submit/submit-or-resume.ts";
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
const holding = [...Object.keys(stalls), ...Object.keys(floods)].filter((name) => name !== "reads nothing");
const holds = holding as HostBehavior[];
const pausing = Object.keys(retryAfterReplies) as HostBehavior[];

/** What a run does with the provider, whose requests to this route meet the attack. */
async function meet(
  attack: HostBehavior,
  route: RegExp,
  work: (runtime: FakeRuntime, provider: Provider) => Promise<unknown>,
) {
  await using fake = await startFakeHeygen();
  await using host = await startHangingHost(attack);
  const clock = createFakeRuntime();
  const runtime = redirectRoute(clock, route, host);
  const provider = await heygen.open({ runtime, apiKey: "test-key", baseUrl: new URL(fake.url) });
  const end = await advanceUntilDone(clock, host, work(runtime, provider), stepMs);
  expect(host.count()).toBeGreaterThan(0);
  return { ...end, billed: fake.billed };
}

describe("the wait for a video ends by its deadline and half a minute, where the provider", () => {
  const wait = (attack: HostBehavior) =>
    meet(attack, /^GET .*videos\/v_1$/, async (runtime, provider) => {
      const job = await provider.submit(createScriptRequest(), "showreel-key");
      const deadline = createDeadline(runtime, timeoutMs);
      return waitForVideo(
        job,
        { runtime, provider, deadline },
        { pollInterval: { minMs: 5_000, maxMs: 30_000 }, onJob() {} },
      );
    });

  test.each(holds)(
    "%s",
    async (attack) => {
      const { error, tookMs } = await wait(attack);
      expect(tookMs).toBeLessThanOrEqual(timeoutMs + 30_000 + stepMs);
      expect(["timed_out", "network_error", "provider_error"]).toContain(Reflect.get(error as Error, "code"));
    },
    120_000,
  );

  test.each(pausing)("%s, which is named", async (attack) => {
    const { error, tookMs } = await wait(attack);
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
])(
  "the submit of %s ends two minutes after the deadline at the latest, where the provider",
  (_, request, route) => {
    const send = (attack: HostBehavior) =>
      meet(attack, route, (runtime, provider) =>
        submitWithRetries(() => provider.submit(request, "showreel-key"), {
          runtime,
          deadline: createDeadline(runtime, timeoutMs),
        }),
      );

    test.each(holds)("%s, and what it may have made is looked for", async (attack) => {
      const { error, tookMs, billed } = await send(attack);
      expect(tookMs).toBeLessThanOrEqual(timeoutMs + 120_000 + stepMs);
      expect(error).toMatchObject({ outcomeUnknown: true });
      expect(billed).toBe(0);
    });

    test.each(pausing)("%s, which is named where it does not fit", async (attack) => {
      const { error, tookMs } = await send(attack);
      expect(tookMs).toBeLessThanOrEqual(timeoutMs);
      expect(error).toMatchObject({
        code: "rate_limited",
        message: expect.stringMatching(/\(Retry-After\), but only .* of `timeout_minutes` are left\.$/),
      });
    });
  },
);

test("the answer to a submit is waited for beyond the deadline, because it is paid for", async () => {
  const { error, tookMs } = await meet("says nothing", /^POST .*videos$/, (runtime, provider) =>
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

describe("a dry run ends within five minutes, where the provider", () => {
  test.each([...holds, ...pausing])(
    "%s",
    async (attack) => {
      const { error, tookMs } = await meet(attack, /users\/me$/, (runtime, provider) => {
        const plan = { jobInput: { request: createVideoRequest() }, provider, maxCostUsd: undefined };
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

describe("what has to be known before a submit ends by the deadline and half a minute, where the provider", () => {
  const obtain = (attack: HostBehavior, memory: StoredJob, timeoutMs: number) =>
    meet(attack, /^GET /, async (runtime, provider) => {
      const store = createMemoryStore({ memory });
      const video = { request: createVideoRequest(), fingerprint: "f".repeat(64), store };
      return submitOrResume(video, { runtime, provider, deadline: createDeadline(runtime, timeoutMs) });
    });

  test.each([...holds, ...pausing])("%s, and nothing is known of the video", async (attack) => {
    const { error, tookMs, billed } = await obtain(attack, { renderAttempt: 1 }, timeoutMs);
    expect(error).toBeUndefined();
    expect(billed).toBe(1);
    expect(tookMs).toBeLessThanOrEqual(60_000);
  });

  test.each([...holds, ...pausing])(
    "%s, and an earlier run may have submitted",
    async (attack) => {
      const intent = { at: Date.UTC(2026, 0, 1) - 60_000 };
      const { tookMs, billed } = await obtain(attack, { renderAttempt: 1, intent }, timeoutMs);
      expect(billed).toBe(0);
      expect(tookMs).toBeLessThanOrEqual(timeoutMs + 30_000 + stepMs);
    },
    120_000,
  );

  test.each(holds)("%s, and there is next to no time", async (attack) => {
    const { error, tookMs } = await obtain(attack, { renderAttempt: 1 }, 12_000);
    expect(tookMs).toBeLessThanOrEqual(30_000 + stepMs);
    if (error) expect(error).toMatchObject({ code: "timed_out" });
  });
});
