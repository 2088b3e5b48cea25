import { describe, expect, test } from "vitest";
import { createDownloadRetryBudget, linkExpiry } from "../../src/download/fetch-file.ts";

describe("createDownloadRetryBudget", () => {
  /** Records failures that ended with these sizes, after a start with `initialBytes`; returns the counts. */
  function recordFailures(initialBytes: number, total: number | undefined, ...sizes: readonly number[]) {
    const budget = createDownloadRetryBudget(initialBytes);
    return sizes.map((size) => budget.recordFailure(size, total));
  }

  test("stops at the eighth failure in a row without progress", () => {
    expect(recordFailures(0, undefined, 0, 0, 0, 0, 0, 0, 0, 0)).toEqual([1, 2, 3, 4, 5, 6, 7, undefined]);
  });

  test.each([
    ["1 % of a small file", 1_000, 10],
    ["1 MiB of a large file", 5_000_000_000, 1024 ** 2],
    ["1 MiB of a file of unknown length", undefined, 1024 ** 2],
  ])("starts the count again after %s", (_, total, step) => {
    expect(recordFailures(0, total, 0, 0, step, step, 2 * step)).toEqual([1, 2, 1, 2, 1]);
    expect(recordFailures(0, total, 0, 0, step - 1)).toEqual([1, 2, 3]);
  });

  test("counts small steps as progress once they add up", () => {
    expect(recordFailures(0, 1_000, 4, 8, 12, 16, 20, 24)).toEqual([1, 2, 1, 2, 3, 1]);
  });

  describe("does not count bytes as progress that were on disk before", () => {
    test("at the start", () => {
      expect(recordFailures(500, 1_000, 500, 509, 510)).toEqual([1, 2, 1]);
    });

    test("after a restart at 0", () => {
      expect(recordFailures(0, 1_000, 500, 0, 500, 505, 510)).toEqual([1, 2, 3, 4, 1]);
    });
  });

  test("stops when every second attempt restarts at 0", () => {
    const sizes = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 900 : 0));
    expect(recordFailures(0, 1_000, ...sizes).slice(0, 8)).toEqual([1, 2, 3, 4, 5, 6, 7, undefined]);
  });

  test("stops for an empty file too", () => {
    expect(recordFailures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0).at(-1)).toBeUndefined();
  });
});

describe("linkExpiry", () => {
  const host = "https://files.example/v_1.mp4";
  const newYear = Date.UTC(2026, 0, 1);

  test.each([
    ["X-Amz-Date=20260101T000000Z&X-Amz-Expires=3600", newYear + 3_600_000],
    ["x-amz-expires=604800&x-amz-date=20260101T000000Z&X-Amz-Signature=s", newYear + 604_800_000],
    ["X-Goog-Date=20260101T000000Z&X-Goog-Expires=60", newYear + 60_000],
    ["X-Amz-Date=20251231T235959Z&X-Amz-Expires=1", newYear],
    ["X-Amz-Date=20260101T000000Z&X-Amz-Expires=0", newYear],
    ["Expires=1767225600&Signature=s&Key-Pair-Id=k", newYear],
    ["expires=1767225600", newYear],
  ])("reads the expiry of a link with %s", (query, expected) => {
    expect(linkExpiry(`${host}?${query}`)).toBe(expected);
  });

  test.each([
    "",
    "Signature=s",
    "Expires=3600",
    "Expires=soon",
    "Expires=-1767225600",
    "Expires=1767225600.5",
    "Expires=17672256000000",
    "X-Amz-Date=20260101T000000Z",
    "X-Amz-Expires=3600",
    "X-Amz-Date=20260101T000000Z&X-Goog-Expires=3600",
    "X-Amz-Date=2026-01-01&X-Amz-Expires=3600",
    "X-Amz-Date=20261399T000000Z&X-Amz-Expires=3600",
    "X-Amz-Date=20260101T000000Z&X-Amz-Expires=1e9",
  ])("reads no expiry from a link with %j", (query) => {
    expect(linkExpiry(`${host}?${query}`)).toBeUndefined();
  });

  test.each(["", "no link", "/v_1.mp4?Expires=1767225600"])(
    "reads no expiry from %j, which is not a URL",
    (link) => {
      expect(linkExpiry(link)).toBeUndefined();
    },
  );
});
