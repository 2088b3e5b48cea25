import { describe, expect, test } from "vitest";
import {
  backoffMs,
  createRetryBudget,
  parseRetryAfter,
  retryDelayMs,
} from "../../../src/base/timing/retry.ts";

const now = Date.UTC(2026, 0, 1);

describe("the pause before a repetition", () => {
  test("doubles from one second up to thirty", () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 100].map((attempt) => backoffMs(attempt, 0.5));
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  test.each([1, 2, 5, 6, 50])("spreads by a quarter to both sides (attempt %i)", (attempt) => {
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
])("before the third repetition, asked to wait %s ms, the pause takes %i ms", (askedMs, milliseconds) => {
  expect(retryDelayMs(askedMs, 3, 0.5)).toBe(milliseconds);
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
    "%j asks for nothing",
    (header) => {
      expect(parseRetryAfter(header, now)).toBeUndefined();
    },
  );
});

describe("the tolerance for passing faults", () => {
  /** Lets faults happen at these seconds and tells after which of them patience ran out. */
  function faultsAt(seconds: readonly number[], succeedsBefore?: number): number[] {
    let time = 0;
    const tolerance = createRetryBudget(() => time);
    return seconds.filter((second) => {
      time = second * 1_000;
      if (second === succeedsBefore) tolerance.recordSuccess();
      return tolerance.recordFailure();
    });
  }

  test("ends with the tenth fault in a row when they have lasted two minutes", () => {
    expect(faultsAt([0, 20, 40, 60, 80, 100, 110, 115, 118, 120])).toEqual([120]);
  });

  test("does not end with the tenth fault when they came in less than two minutes", () => {
    expect(faultsAt([0, 1, 2, 3, 4, 5, 6, 7, 8, 119.999])).toEqual([]);
    expect(faultsAt([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 60, 119, 121])).toEqual([121]);
  });

  test("does not end with nine faults, however long they last", () => {
    expect(faultsAt([0, 600, 1_200, 1_800, 2_400, 3_000, 3_600, 4_200, 4_800])).toEqual([]);
  });

  test("starts anew after a success, both in number and in time", () => {
    const fifteenFaults = Array.from({ length: 15 }, (_, index) => index * 20);
    expect(faultsAt(fifteenFaults)).toEqual([180, 200, 220, 240, 260, 280]);
    expect(faultsAt(fifteenFaults, 100)).toEqual([280]);
  });

  test("counts the faults since the last success", () => {
    const tolerance = createRetryBudget(() => 0);
    tolerance.recordFailure();
    tolerance.recordFailure();
    expect(tolerance.consecutiveFailures).toBe(2);
    tolerance.recordSuccess();
    expect(tolerance.consecutiveFailures).toBe(0);
  });
});
