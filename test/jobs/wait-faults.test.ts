import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../src/base/errors.ts";
import { createDeadline } from "../../src/jobs/deadline.ts";
import type { JobStatus } from "../../src/jobs/provider.ts";
import { waitForVideo } from "../../src/jobs/wait.ts";
import {
  completed,
  createScriptedProvider,
  job,
  pending,
  remote,
  times,
  transientError,
} from "../support/jobs/scripted-provider.ts";
import { failureOf } from "../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../support/runtime/fake-runtime.ts";

function start(statuses: readonly (JobStatus | Error)[], timeoutMs = 1_200_000) {
  const runtime = createFakeRuntime();
  const provider = createScriptedProvider(runtime, { statuses });
  const deadline = createDeadline(runtime, timeoutMs);
  const done = () =>
    waitForVideo(
      job,
      { runtime, provider, deadline },
      { pollInterval: { minMs: 5_000, maxMs: 30_000 }, onJob: () => {} },
    );
  return { provider, done };
}

describe("passing faults", () => {
  test("nine in a row, and then an answer, are no failure", async () => {
    const { provider, done } = start([...times(9, transientError()), completed]);
    expect(await done()).toEqual(remote);
    expect(provider.askedAt.slice(0, 7)).toEqual([0, 1_000, 3_000, 7_000, 15_000, 31_000, 61_000]);
  });

  test("end the wait with the tenth in a row after more than two minutes, as they are", async () => {
    const fault = transientError();
    const { provider, done } = start([fault]);
    expect(await failureOf(done)).toBe(fault);
    expect(provider.askedAt).toHaveLength(10);
    expect(provider.askedAt.at(-1)).toBeGreaterThanOrEqual(120_000);
  });

  test("ten in a row within less than two minutes go on", async () => {
    const { provider, done } = start([...times(30, transientError(1_000)), completed]);
    expect(await done()).toEqual(remote);
    expect(provider.askedAt).toHaveLength(31);
  });

  test("end the wait when they have lasted two minutes, however many they were", async () => {
    const { provider, done } = start([transientError(1_000)]);
    await failureOf(done);
    expect(provider.askedAt.at(-1)).toBe(120_000);
  });

  test("are counted anew after each answer", async () => {
    const bout = [...times(9, transientError()), pending];
    const { provider, done } = start([...bout, ...bout, ...bout, completed], 86_400_000);
    expect(await done()).toEqual(remote);
    expect(provider.askedAt).toHaveLength(31);
  });

  test("are cut short by the deadline, where the last question is asked", async () => {
    const { provider, done } = start([transientError()], 10_000);
    expect(await failureOf(done)).toMatchObject({ code: "timed_out" });
    expect(provider.askedAt).toEqual([0, 1_000, 3_000, 7_000, 10_000]);
  });
});

describe("Retry-After", () => {
  test("is honoured", async () => {
    const { provider, done } = start([transientError(40_000), completed]);
    await done();
    expect(provider.askedAt).toEqual([0, 40_000]);
  });

  test.each([61_000, 99_999_000, Number.MAX_SAFE_INTEGER])(
    "of %i ms beyond the deadline ends no wait: the last question is asked at the deadline",
    async (retryAfterMs) => {
      const { provider, done } = start([transientError(retryAfterMs), completed], 60_000);
      expect(await done()).toEqual(remote);
      expect(provider.askedAt).toEqual([0, 60_000]);
    },
  );

  test("is named when the time is up, with the status of the answer", async () => {
    const description = "HTTP 429: GET https://api.example";
    const limited = new ShowreelError("rate_limited", "Too many.", {
      retryable: true,
      retryAfterMs: 99_999_000,
      response: { status: 429, body: {}, description, headers: {}, retryAfterMs: 99_999_000 },
    });
    const { provider, done } = start([pending, limited], 600_000);
    const { code, message } = await failureOf(done);
    expect([code, message]).toEqual([
      "timed_out",
      "Timed out after 10 min; the video is still rendering (last state: no usable response (HTTP 429, " +
        "Retry-After 27 h 46 min), asking again).",
    ]);
    expect(provider.askedAt.at(-1)).toBe(600_000);
  });

  test("of a limit that is met again and again says nothing of the video", async () => {
    const limited = new ShowreelError("rate_limited", "Too many.", { retryable: true, retryAfterMs: 40_000 });
    const { provider, done } = start([...times(25, limited), completed]);
    expect(await done()).toEqual(remote);
    expect(provider.askedAt).toHaveLength(26);
  });

  test("just before the deadline is waited for", async () => {
    const { provider, done } = start([transientError(60_000), completed], 60_000);
    expect(await done()).toEqual(remote);
    expect(provider.askedAt).toEqual([0, 60_000]);
  });

  test("of zero does not mean to ask without end and without a pause", async () => {
    const { provider, done } = start([...times(20, transientError(0)), completed]);
    await done();
    expect(provider.askedAt.at(-1)).toBeGreaterThan(0);
  });
});
