import { describe, expect, test } from "vitest";
import { createDeadline } from "../../src/jobs/deadline.ts";
import { failureOf } from "../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../support/runtime/fake-runtime.ts";

function start(timeoutMs: number) {
  const runtime = createFakeRuntime();
  return { runtime, deadline: createDeadline(runtime, timeoutMs) };
}

test("a deadline counts from its creation, and its remaining time never goes below zero", () => {
  const { runtime, deadline } = start(60_000);
  runtime.advance(20_000);
  expect([deadline.elapsedMs(), deadline.remainingMs()]).toEqual([20_000, 40_000]);
  runtime.advance(50_000);
  expect([deadline.elapsedMs(), deadline.remainingMs()]).toEqual([70_000, 0]);
});

describe("a pause", () => {
  test("lasts as long as requested if there is time left", async () => {
    const { deadline } = start(60_000);
    await deadline.pause("processing", 7_500);
    expect(deadline.elapsedMs()).toBe(7_500);
  });

  test("ends at the deadline if it would last longer", async () => {
    const { deadline } = start(60_000);
    await deadline.pause("processing", 90_000);
    expect(deadline.elapsedMs()).toBe(60_000);
  });

  test("logs the state and the elapsed time every second", async () => {
    const { runtime, deadline } = start(60_000);
    await deadline.pause("processing 40 %", 2_500);
    expect(runtime.lines).toEqual([
      "progress: processing 40 % (0.0 s)",
      "progress: processing 40 % (1 s)",
      "progress: processing 40 % (2 s)",
    ]);
  });

  test("after the deadline fails with `timed_out` and names the last state", async () => {
    const { runtime, deadline } = start(60_000);
    runtime.advance(60_000);
    const failure = await failureOf(() => deadline.pause("processing 40 %", 1));
    expect(failure.code).toBe("timed_out");
    expect(failure.message).toBe(
      "Timed out after 1 min; the video is still rendering (last state: processing 40 %).",
    );
  });

  test.each([
    ["back", -3_600_000],
    ["forward", 3_600_000],
  ])("lasts as long as requested if the system clock is set %s by an hour", async (_, ms) => {
    const { runtime, deadline } = start(60_000);
    const { sleep } = runtime;
    let slept = 0;
    runtime.sleep = async (time) => {
      slept += time;
      if (slept > 20_000) throw new Error("The pause does not end.");
      if (slept === 2_000) runtime.setClock(ms);
      return sleep(time);
    };
    await deadline.pause("processing", 7_500);
    expect([deadline.elapsedMs(), slept]).toEqual([7_500, 7_500]);
  });

  test("ends when the run is interrupted", async () => {
    const { runtime, deadline } = start(60_000);
    runtime.interrupt();
    expect((await failureOf(() => deadline.pause("processing", 5_000))).code).toBe("interrupted");
  });
});

describe("a response", () => {
  const never = new Promise<string>(() => {});

  test("that arrives in time is returned", async () => {
    const { deadline } = start(60_000);
    expect(await deadline.limitResponse("processing", Promise.resolve("completed"))).toBe("completed");
  });

  test.each([
    ["until the deadline", 50_000, 70_000],
    ["for 30 seconds if the deadline is near", 110_000, 30_000],
    ["for 30 seconds if the deadline has been reached", 120_000, 30_000],
  ])("is waited for %s", async (_, elapsedMs, waitMs) => {
    const { runtime, deadline } = start(120_000);
    runtime.advance(elapsedMs);
    let hasFailed = false;
    const failing = failureOf(() => deadline.limitResponse("processing 40 %", never)).finally(() => {
      hasFailed = true;
    });
    runtime.advance(waitMs - 1);
    await Promise.resolve();
    expect(hasFailed).toBe(false);
    runtime.advance(1);
    expect(await failing).toMatchObject({
      code: "timed_out",
      message: expect.stringContaining("last state: processing 40 %, then no response"),
    });
  });
});
