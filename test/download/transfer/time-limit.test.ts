import { describe, expect, test } from "vitest";
import { createDownloadTimeLimit } from "../../../src/download/transfer/time-limit.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

const minute = 60_000;
const hour = 60 * minute;

describe("the time limit of a download", () => {
  const start = (size = 0, limitMs?: number) => {
    const runtime = createFakeRuntime();
    const limit = createDownloadTimeLimit(runtime.elapsed, size, limitMs);
    const later = (ms: number, received: number, total?: number) => {
      runtime.advance(ms);
      return limit.check(received, total);
    };
    return { later };
  };

  test.each([
    ["an hour for any number of bytes", hour, 1, undefined],
    ["an hour and 50 s for 5 MB of an unknown total", hour + 50_000, 5_000_000, undefined],
    ["15 hours for 5 GB", hour + 50_000_000, 4_999_000_000, 5_000_000_000],
    ["ten minutes for the first 1 %", 10 * minute, 40_000_000, 5_000_000_000],
  ])("allows %s", (_, ms, received, total) => {
    expect(() => start().later(ms, received, total)).not.toThrow();
  });

  test.each([
    ["more than an hour without a byte", hour + 1, 0, undefined],
    ["more than 15 hours for 5 GB", hour + 50_000_001, 4_999_000_000, 5_000_000_000],
    ["a rest that would take more than a day", 10 * minute, 900_000, 5_000_000_000],
    ["ten minutes without a byte", 10 * minute, 0, 50_000_000],
  ])("rejects %s", async (_, ms, received, total) => {
    expect((await failureOf(() => start().later(ms, received, total))).code).toBe("network_error");
  });

  test("estimates the rest by the last ten minutes, not by a fast start", async () => {
    const { later } = start();
    later(10 * minute, 2_000_000_000, 5_000_000_000);
    await failureOf(() => later(10 * minute, 2_000_900_000, 5_000_000_000));
  });

  test("does not count a restarted file as slow", () => {
    const { later } = start(2_000_000_000);
    expect(() => later(10 * minute, 1_000_000, 5_000_000_000)).not.toThrow();
    expect(() => later(10 * minute, 2_100_000_000, 5_000_000_000)).not.toThrow();
  });

  test("uses the limit that it is given", async () => {
    await failureOf(() => start(0, 5 * minute).later(5 * minute + 1, 1_000_000, 1_100_000));
  });
});
