import { expect, test } from "vitest";
import { createPauseBudget } from "../../../src/base/timing/pause-budget.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

function start() {
  const clock = createFakeRuntime();
  return { clock, budget: createPauseBudget(clock.elapsed, 180_000) };
}

test("limits the total of successive pauses; one that does not fit takes nothing", () => {
  const { clock, budget } = start();
  const taken = [60_000, 60_000, 61_000, 60_000, 1].map((pauseMs) => {
    const isTaken = budget.take(pauseMs);
    if (isTaken) clock.advance(pauseMs);
    return isTaken;
  });
  expect(taken).toEqual([true, true, false, true, false]);
});

test("counts pauses at the same time once", () => {
  const { budget } = start();
  expect([60_000, 60_000, 30_000, 180_000].map(budget.take)).toEqual([true, true, true, true]);
  expect(budget.take(180_001)).toBe(false);
});

test("does not count time without pauses", () => {
  const { clock, budget } = start();
  clock.advance(86_400_000);
  expect(budget.take(180_000)).toBe(true);
});

test.each([180_001, 3_600_000, Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY])(
  "does not allow a pause of %d ms",
  (pauseMs) => {
    expect(start().budget.take(pauseMs)).toBe(false);
  },
);
