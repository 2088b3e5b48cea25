import { describe, expect, test } from "vitest";
import { createDownloadRetryBudget } from "../../src/download/fetch-file.ts";

/** What patience says to attempts that ended with so many bytes here, from `begun` on. */
function ask(begun: number, total: number | undefined, ...sizes: readonly number[]) {
  const patience = createDownloadRetryBudget(begun);
  return sizes.map((size) => patience.recordFailure(size, total));
}

test("the eighth attempt in a row that brings nothing is the last", () => {
  expect(ask(0, undefined, 0, 0, 0, 0, 0, 0, 0, 0)).toEqual([1, 2, 3, 4, 5, 6, 7, undefined]);
});

test.each([
  ["a hundredth of a small file", 1_000, 10],
  ["1 MiB of a large one", 5_000_000_000, 1024 ** 2],
  ["1 MiB of one whose length nobody knows", undefined, 1024 ** 2],
])("an attempt that brings %s begins the count anew", (_, total, step) => {
  expect(ask(0, total, 0, 0, step, step, 2 * step)).toEqual([1, 2, 1, 2, 1]);
  expect(ask(0, total, 0, 0, step - 1)).toEqual([1, 2, 3]);
});

test("small steps count once they have come to a large one", () => {
  expect(ask(0, 1_000, 4, 8, 12, 16, 20, 24)).toEqual([1, 2, 1, 2, 3, 1]);
});

describe("what was here before does not count", () => {
  test("at the beginning", () => {
    expect(ask(500, 1_000, 500, 509, 510)).toEqual([1, 2, 1]);
  });

  test("after a fall back to nothing", () => {
    expect(ask(0, 1_000, 500, 0, 500, 505, 510)).toEqual([1, 2, 3, 4, 1]);
  });
});

test("a host that always falls back to nothing is given up", () => {
  const sizes = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 900 : 0));
  expect(ask(0, 1_000, ...sizes).slice(0, 8)).toEqual([1, 2, 3, 4, 5, 6, 7, undefined]);
});

test("an empty file gives nobody eternal patience", () => {
  expect(ask(0, 0, 0, 0, 0, 0, 0, 0, 0, 0).at(-1)).toBeUndefined();
});
