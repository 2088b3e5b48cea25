import { describe, expect, test } from "vitest";
import { nextPollDelayMs } from "../../src/jobs/poll-interval.ts";

const interval = { minMs: 5_000, maxMs: 30_000 };

test.each([
  [0, 5_000],
  [40_000, 5_000],
  [100_000, 10_000],
  [200_000, 20_000],
  [300_000, 30_000],
  [86_400_000, 30_000],
])("after %i ms the next poll is %i ms away", (elapsedMs, delayMs) => {
  expect(nextPollDelayMs(elapsedMs, interval, 0.5)).toBe(delayMs);
});

describe("the jitter", () => {
  test.each([0, 50_000, 150_000, 600_000])("is ±20 % after %i ms", (ms) => {
    const withoutJitter = nextPollDelayMs(ms, interval, 0.5);
    expect(nextPollDelayMs(ms, interval, 0)).toBe(withoutJitter * 0.8);
    expect(nextPollDelayMs(ms, interval, 0.999_999)).toBeCloseTo(withoutJitter * 1.2, -2);
  });

  test.each([0, 0.25, 0.999_999])(
    "does not change an interval that the user has set (random: %d)",
    (random) => {
      expect(nextPollDelayMs(100_000, { minMs: 10_000, maxMs: 10_000 }, random)).toBe(10_000);
    },
  );
});
