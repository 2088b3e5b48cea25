import { describe, expect, test } from "vitest";
import { createDeadline } from "../../src/render/deadline.ts";
import { failureOf } from "../support/failure-of.ts";
import { createFakeRuntime } from "../support/fake-runtime.ts";

function start(timeoutMs: number) {
  const runtime = createFakeRuntime();
  return { runtime, deadline: createDeadline(runtime, timeoutMs) };
}

test("the clock begins with the wait and never goes below zero", () => {
  const { runtime, deadline } = start(60_000);
  runtime.advance(20_000);
  expect([deadline.elapsedMs(), deadline.leftMs()]).toEqual([20_000, 40_000]);
  runtime.advance(50_000);
  expect([deadline.elapsedMs(), deadline.leftMs()]).toEqual([70_000, 0]);
});

describe("a pause", () => {
  test("is as long as asked for when there is time", async () => {
    const { deadline } = start(60_000);
    await deadline.pause("processing", 7_500);
    expect(deadline.elapsedMs()).toBe(7_500);
  });

  test("ends at the deadline when it would go beyond", async () => {
    const { deadline } = start(60_000);
    await deadline.pause("processing", 90_000);
    expect(deadline.elapsedMs()).toBe(60_000);
  });

  test("shows the state and a clock every second", async () => {
    const { runtime, deadline } = start(60_000);
    await deadline.pause("processing 40 %", 2_500);
    expect(runtime.lines).toEqual([
      "progress: processing 40 % (0.0 s)",
      "progress: processing 40 % (1 s)",
      "progress: processing 40 % (2 s)",
    ]);
  });

  test("after the deadline says that the time is up, and what came last", async () => {
    const { runtime, deadline } = start(60_000);
    runtime.advance(60_000);
    const failure = await failureOf(() => deadline.pause("processing 40 %", 1));
    expect(failure.code).toBe("timed_out");
    expect(failure.message).toBe(
      "The time is up, but the video goes on rendering (waited 1 min, last state: processing 40 %).",
    );
  });

  test("that must fit and does not ends at once", async () => {
    const { runtime, deadline } = start(60_000);
    const failure = await failureOf(() => deadline.pause("asking again", 60_001, true));
    expect([failure.code, runtime.sleeps]).toEqual(["timed_out", []]);
  });

  test("that must fit and just does is taken", async () => {
    const { deadline } = start(60_000);
    await deadline.pause("asking again", 60_000, true);
    expect(deadline.leftMs()).toBe(0);
  });

  test("ends with the run", async () => {
    const { runtime, deadline } = start(60_000);
    runtime.interrupt();
    expect((await failureOf(() => deadline.pause("processing", 5_000))).code).toBe("interrupted");
  });
});
