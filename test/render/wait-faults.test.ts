import { describe, expect, test } from "vitest";
import { createDeadline } from "../../src/render/deadline.ts";
import type { JobStatus } from "../../src/render/provider.ts";
import { waitForVideo } from "../../src/render/wait.ts";
import { failureOf } from "../support/failure-of.ts";
import { createFakeRuntime } from "../support/fake-runtime.ts";
import {
  completed,
  createScriptedProvider,
  job,
  passingFault,
  pending,
  remote,
  times,
} from "../support/scripted-provider.ts";

function start(statuses: readonly (JobStatus | Error)[], timeoutMs = 1_200_000) {
  const runtime = createFakeRuntime();
  const provider = createScriptedProvider(runtime, { statuses });
  const deadline = createDeadline(runtime, timeoutMs);
  const done = () =>
    waitForVideo(runtime, provider, job, deadline, { fromMs: 5_000, toMs: 30_000 }, { onJob: () => {} });
  return { provider, done };
}

describe("passing faults", () => {
  test("nine in a row, and then an answer, are no failure", async () => {
    const { provider, done } = start([...times(9, passingFault()), completed]);
    expect(await done()).toEqual(remote);
    expect(provider.askedAt.slice(0, 7)).toEqual([0, 1_000, 3_000, 7_000, 15_000, 31_000, 61_000]);
  });

  test("end the wait with the tenth in a row after more than two minutes, as they are", async () => {
    const fault = passingFault();
    const { provider, done } = start([fault]);
    expect(await failureOf(done)).toBe(fault);
    expect(provider.askedAt).toHaveLength(10);
    expect(provider.askedAt.at(-1)).toBeGreaterThanOrEqual(120_000);
  });

  test("ten in a row within less than two minutes go on", async () => {
    const { provider, done } = start([...times(30, passingFault(1_000)), completed]);
    expect(await done()).toEqual(remote);
    expect(provider.askedAt).toHaveLength(31);
  });

  test("end the wait when they have lasted two minutes, however many they were", async () => {
    const { provider, done } = start([passingFault(1_000)]);
    await failureOf(done);
    expect(provider.askedAt.at(-1)).toBe(120_000);
  });

  test("are counted anew after each answer", async () => {
    const bout = [...times(9, passingFault()), pending];
    const { provider, done } = start([...bout, ...bout, ...bout, completed], 86_400_000);
    expect(await done()).toEqual(remote);
    expect(provider.askedAt).toHaveLength(31);
  });

  test("are cut short by the deadline, where the last question is asked", async () => {
    const { provider, done } = start([passingFault()], 10_000);
    expect(await failureOf(done)).toMatchObject({ code: "timed_out" });
    expect(provider.askedAt).toEqual([0, 1_000, 3_000, 7_000, 10_000]);
  });
});

describe("Retry-After", () => {
  test("is honoured", async () => {
    const { provider, done } = start([passingFault(40_000), completed]);
    await done();
    expect(provider.askedAt).toEqual([0, 40_000]);
  });

  test("beyond the deadline ends the wait at once, as timed out", async () => {
    const { provider, done } = start([passingFault(61_000), completed], 60_000);
    const failure = await failureOf(done);
    expect(failure.code).toBe("timed_out");
    expect(failure.message).toContain("waited 0.0 s");
    expect(provider.askedAt).toEqual([0]);
  });

  test("just before the deadline is waited for", async () => {
    const { provider, done } = start([passingFault(60_000), completed], 60_000);
    expect(await done()).toEqual(remote);
    expect(provider.askedAt).toEqual([0, 60_000]);
  });

  test("of zero does not mean to ask without end and without a pause", async () => {
    const { provider, done } = start([...times(20, passingFault(0)), completed]);
    await done();
    expect(provider.askedAt.at(-1)).toBeGreaterThan(0);
  });
});
