import { describe, expect, test } from "vitest";
import {
  isWorkTimeout,
  ResponseTimeoutError,
  startTimeLimit,
  transferLimitMs,
  withTimeLimit,
} from "../../../src/base/timing/time-limit.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

const endlessWork = () => new Promise<never>(() => {});

describe("startTimeLimit", () => {
  test("aborts its signal when the time is up", () => {
    const runtime = createFakeRuntime();
    const { signal } = startTimeLimit(runtime, 60_000);
    runtime.advance(59_999);
    expect(signal.aborted).toBe(false);
    runtime.advance(1);
    expect(signal.reason).toEqual(new ResponseTimeoutError(60_000));
    expect(signal.reason.message).toBe("incomplete after 1 min");
  });

  test("does not abort once it is cleared", () => {
    const runtime = createFakeRuntime();
    const limit = startTimeLimit(runtime, 60_000);
    limit.clear();
    runtime.advance(60_000);
    expect(limit.signal.aborted).toBe(false);
  });
});

describe("withTimeLimit", () => {
  test("returns the result of work that is done in time", async () => {
    expect(await withTimeLimit(createFakeRuntime(), 1_000, Promise.resolve("done"))).toBe("done");
  });

  test("rejects with an error that isWorkTimeout recognizes when the time is up", async () => {
    const runtime = createFakeRuntime();
    const result = withTimeLimit(runtime, 1_000, endlessWork()).catch((error) => error);
    runtime.advance(1_000);
    expect(isWorkTimeout(await result)).toBe(true);
    expect(isWorkTimeout(new Error("it took too long"))).toBe(false);
  });

  test("rejects with the caller's error when the time is up", async () => {
    const runtime = createFakeRuntime();
    const result = withTimeLimit(runtime, 1_000, endlessWork(), () => new Error("too slow"));
    runtime.advance(1_000);
    await expect(result).rejects.toThrow("too slow");
  });

  test("rejects as interrupted at the final signal", async () => {
    const runtime = createFakeRuntime();
    const failure = failureOf(() => withTimeLimit(runtime, 1_000, endlessWork()));
    runtime.interrupt();
    expect((await failure).code).toBe("interrupted");
  });
});

test("transferLimitMs adds the time of the bytes at 100 kB/s", () => {
  expect(transferLimitMs(10_000_000, 60_000)).toBe(160_000);
});
