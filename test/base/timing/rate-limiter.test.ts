import { expect, test } from "vitest";
import { createRateLimiter } from "../../../src/base/timing/rate-limiter.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

test("allows so many calls per window, and returns the wait for the next one", () => {
  const clock = createFakeRuntime();
  const limiter = createRateLimiter(clock.elapsed, { calls: 2, perMs: 60_000 });
  expect([limiter.take(), limiter.take(), limiter.take()]).toEqual([0, 0, 60_000]);
  clock.advance(45_000);
  expect(limiter.take()).toBe(15_000);
});

test("slides its window: each call is allowed again after the interval", () => {
  const clock = createFakeRuntime();
  const limiter = createRateLimiter(clock.elapsed, { calls: 2, perMs: 60_000 });
  limiter.take();
  clock.advance(30_000);
  limiter.take();
  clock.advance(30_000);
  expect([limiter.take(), limiter.take()]).toEqual([0, 30_000]);
});
