import { describe, expect, test } from "vitest";
import {
  backoffMs,
  createRetryBudget,
  parseRetryAfter,
  retryDelayMs,
} from "../../../src/base/timing/retry.ts";

const now = Date.UTC(2026, 0, 1);

describe("the backoff before a retry", () => {
  test("doubles from one second up to thirty", () => {
    const delays = [1, 2, 3, 4, 5, 6, 7, 100].map((attempt) => backoffMs(attempt, 0.5));
    expect(delays).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  test.each([1, 2, 5, 6, 50])("has ±25 % jitter (attempt %i)", (attempt) => {
    const middle = backoffMs(attempt, 0.5);
    expect(backoffMs(attempt, 0)).toBe(middle * 0.75);
    expect(backoffMs(attempt, 0.999_999)).toBe(middle * 1.25);
  });
});

test.each([
  [undefined, 4_000],
  [90_000, 90_000],
  [1_500, 1_500],
  [0, 1_000],
])("with a Retry-After of %s ms, the delay before the third retry is %i ms", (retryAfterMs, delayMs) => {
  expect(retryDelayMs(retryAfterMs, 3, 0.5)).toBe(delayMs);
});

describe("Retry-After", () => {
  test.each([
    ["0", 0],
    ["120", 120_000],
    [" 30 ", 30_000],
    ["Thu, 01 Jan 2026 00:01:30 GMT", 90_000],
    ["Thursday, 01-Jan-26 00:00:05 GMT", 5_000],
    ["Wed, 31 Dec 2025 23:59:00 GMT", 0],
  ])("%j is %i milliseconds from now", (header, milliseconds) => {
    expect(parseRetryAfter(header, now)).toBe(milliseconds);
  });

  test.each([undefined, "", "  ", "-5", "soon", "Infinity", "NaN", "120 seconds", "wait 5"])(
    "%j is ignored",
    (header) => {
      expect(parseRetryAfter(header, now)).toBeUndefined();
    },
  );
});

describe("the retry budget", () => {
  /** Records errors at these seconds, and returns those after which the budget was used up. */
  function exhaustedAt(seconds: readonly number[], succeedsBefore?: number): number[] {
    let time = 0;
    const budget = createRetryBudget(() => time);
    return seconds.filter((second) => {
      time = second * 1_000;
      if (second === succeedsBefore) budget.recordSuccess();
      return budget.recordFailure();
    });
  }

  test("is used up by the tenth error in a row when they have lasted two minutes", () => {
    expect(exhaustedAt([0, 20, 40, 60, 80, 100, 110, 115, 118, 120])).toEqual([120]);
  });

  test("is not used up by ten errors within less than two minutes", () => {
    expect(exhaustedAt([0, 1, 2, 3, 4, 5, 6, 7, 8, 119.999])).toEqual([]);
    expect(exhaustedAt([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 60, 119, 121])).toEqual([121]);
  });

  test("is not used up by nine errors, however long they last", () => {
    expect(exhaustedAt([0, 600, 1_200, 1_800, 2_400, 3_000, 3_600, 4_200, 4_800])).toEqual([]);
  });

  test("starts again after a success, both in number and in time", () => {
    const everyTwentySeconds = Array.from({ length: 15 }, (_, index) => index * 20);
    expect(exhaustedAt(everyTwentySeconds)).toEqual([180, 200, 220, 240, 260, 280]);
    expect(exhaustedAt(everyTwentySeconds, 100)).toEqual([280]);
  });

  test("counts the errors since the last success", () => {
    const budget = createRetryBudget(() => 0);
    budget.recordFailure();
    budget.recordFailure();
    expect(budget.consecutiveFailures).toBe(2);
    budget.recordSuccess();
    expect(budget.consecutiveFailures).toBe(0);
  });
});
