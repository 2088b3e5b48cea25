import { describe, expect, test } from "vitest";
import { createMeter } from "../../../src/download/transfer/transfer-meter.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

type ProgressCall = [state: string, facts: string, everyMs: number | undefined];

/** A meter with a fake clock, its progress calls, and at how many bytes it collected garbage. */
function start(initialBytes: number, totalBytes: number | undefined) {
  const clock = createFakeRuntime();
  const progressCalls: ProgressCall[] = [];
  const collectedAt: number[] = [];
  let receivedBytes = initialBytes;
  const log = {
    ...clock.log,
    progress: (state: string, facts: string, everyMs?: number) =>
      void progressCalls.push([state, facts, everyMs]),
  };
  const collectGarbage = () => void collectedAt.push(receivedBytes);
  const meter = createMeter({ ...clock, log, collectGarbage }, { initialBytes, totalBytes });
  const count = (bytes: number, afterMs = 0) => {
    clock.advance(afterMs);
    receivedBytes += bytes;
    meter.count(bytes);
  };
  return { clock, meter, progressCalls, collectedAt, count, lastFacts: () => progressCalls.at(-1)?.[1] };
}

describe("the progress", () => {
  test("shows bytes, rate and time left", () => {
    const { meter, count, progressCalls } = start(0, 120_000_000);
    count(45_200_000, 3_675);
    meter.logProgress();
    expect(progressCalls.at(-1)).toEqual(["downloading", "45.2 MB of 120.0 MB, 12.3 MB/s, 6 s left", 10_000]);
  });

  test("computes the rate without the bytes that were on disk before", () => {
    const { count, lastFacts } = start(100_000_000, 120_000_000);
    count(10_000_000, 10_000);
    expect(lastFacts()).toBe("110.0 MB of 120.0 MB, 1.0 MB/s, 10 s left");
  });

  test("shows no time left when the length is unknown", () => {
    const { count, lastFacts } = start(0, undefined);
    count(2_000_000, 1_000);
    expect(lastFacts()).toBe("2.0 MB, 2.0 MB/s");
  });

  test("shows no rate at the start", () => {
    const { count, lastFacts } = start(0, 5_000);
    count(1_000);
    expect(lastFacts()).toBe("1.0 kB of 5.0 kB");
  });

  test("shows no rate while nothing was received", () => {
    const { clock, meter, lastFacts } = start(1_000, 5_000);
    clock.advance(5_000);
    meter.logProgress();
    expect(lastFacts()).toBe("1.0 kB of 5.0 kB");
  });
});

test("updates the progress at most every 100 ms", () => {
  const { count, progressCalls } = start(0, 1_000_000);
  for (let chunk = 0; chunk < 100; chunk += 1) count(1_000, 10);
  expect(progressCalls).toHaveLength(10);
});

describe("a download has stalled", () => {
  test("below 1 kB/s over a minute", async () => {
    const { count } = start(0, 1_000_000);
    const failure = await failureOf(() => {
      for (let chunk = 0; chunk < 100; chunk += 1) count(999, 1_000);
    });
    expect(failure).toMatchObject({ code: "network_error", retryable: true, needsFreshLink: false });
    expect(failure.message).toBe("The download stalled (59.9 kB in 1 min).");
  });

  test("not at 1 kB/s, for hours", () => {
    const { count, lastFacts } = start(0, undefined);
    for (let chunk = 0; chunk < 10_000; chunk += 1) count(1_000, 1_000);
    expect(lastFacts()).toBe("10.0 MB, 1.0 kB/s");
  });

  test("after a fast start too", async () => {
    const { count } = start(0, undefined);
    count(50_000_000, 59_000);
    count(50_000, 1_000);
    const failure = await failureOf(() => {
      for (let chunk = 0; chunk < 3; chunk += 1) count(10, 30_000);
    });
    expect(failure.message).toBe("The download stalled (20 B in 1 min).");
  });

  test("regardless of the bytes that were on disk before", async () => {
    const { count } = start(50_000_000, undefined);
    expect(await failureOf(() => count(1, 60_000))).toMatchObject({ code: "network_error" });
  });
});

test("collects garbage every 8 MiB", () => {
  const { count, collectedAt } = start(1_000, undefined);
  for (let chunk = 0; chunk < 20; chunk += 1) count(1024 ** 2);
  expect(collectedAt).toEqual([1_000 + 8 * 1024 ** 2, 1_000 + 16 * 1024 ** 2]);
});
