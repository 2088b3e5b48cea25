import { describe, expect, test } from "vitest";
import { createRateLimiter } from "../../../src/base/timing/rate-limiter.ts";
import { createRetryBudget } from "../../../src/base/timing/retry.ts";
import { createMeter } from "../../../src/download/transfer/transfer-meter.ts";
import { createDeadline } from "../../../src/jobs/deadline.ts";
import { waitForVideo } from "../../../src/jobs/wait.ts";
import {
  createScriptedProvider,
  job,
  pending,
  transientError,
} from "../../support/jobs/scripted-provider.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";
import { createFakeRuntime, type FakeRuntime } from "../../support/runtime/fake-runtime.ts";

const hour = 3_600_000;

/** Every kind of wait, and how long it takes if the system clock is not changed. */
const waits: readonly [name: string, ms: number, wait: (runtime: FakeRuntime) => unknown][] = [
  [
    "a pause of the deadline",
    600_000,
    (runtime) => createDeadline(runtime, 1_200_000).pause("processing", 600_000),
  ],
  [
    "the wait for a video that is never ready",
    1_200_000,
    (runtime) =>
      failureOf(() =>
        waitForVideo(
          job,
          {
            runtime,
            provider: createScriptedProvider(runtime, { statuses: [pending] }),
            deadline: createDeadline(runtime, 1_200_000),
          },
          { poll: { fixedMs: 5_000, minMs: () => 0 }, onJob() {} },
        ),
      ),
  ],
  [
    "the retry budget for transient errors",
    120_000,
    async (runtime) => {
      const budget = createRetryBudget(runtime.elapsed);
      while (!budget.recordFailure()) await runtime.sleep(1_000);
    },
  ],
  [
    "an exhausted rate limit",
    60_000,
    async (runtime) => {
      const limiter = createRateLimiter(runtime.elapsed, { calls: 1, perMs: 60_000 });
      limiter.take();
      while (limiter.take() > 0) await runtime.sleep(1_000);
    },
  ],
  [
    "a stalled download",
    60_000,
    (runtime) =>
      failureOf(async () => {
        const meter = createMeter(runtime, { initialBytes: 0, totalBytes: 1_000_000 });
        for (;;) {
          await runtime.sleep(1_000);
          meter.count(1);
        }
      }),
  ],
];

describe.each([
  ["back by an hour", -hour],
  ["back by a second", -1_000],
  ["forward by an hour", hour],
  ["forward by a year", 8_760 * hour],
])("if the system clock is set %s during the wait,", (_, ms) => {
  test.each(waits)("%s takes as long as without the change", async (_, expectedMs, wait) => {
    const runtime = createFakeRuntime();
    const { sleep } = runtime;
    let isSet = false;
    runtime.sleep = async (time) => {
      if (runtime.elapsed() > 2 * expectedMs) throw new Error("The wait does not end.");
      if (!isSet && runtime.elapsed() >= expectedMs / 2) {
        isSet = true;
        runtime.setClock(ms);
      }
      return sleep(time);
    };
    await wait(runtime);
    expect([isSet, runtime.elapsed()]).toEqual([true, expectedMs]);
  });
});

test("a transient error before the deadline leaves time for the last poll", async () => {
  const runtime = createFakeRuntime();
  const provider = createScriptedProvider(runtime, { statuses: [transientError(), pending] });
  await failureOf(() =>
    waitForVideo(
      job,
      { runtime, provider, deadline: createDeadline(runtime, 7_000) },
      { poll: { fixedMs: 5_000, minMs: () => 0 }, onJob() {} },
    ),
  );
  expect(provider.askedAt).toEqual([0, 1_000, 6_000, 7_000]);
});
