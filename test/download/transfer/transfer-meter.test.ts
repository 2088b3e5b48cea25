import { describe, expect, test } from "vitest";
import { createMeter } from "../../../src/download/transfer/transfer-meter.ts";
import { failureOf } from "../../support/failure-of.ts";
import { createFakeRuntime } from "../../support/fake-runtime.ts";

type Shown = [state: string, facts: string, everyMs: number | undefined];

/** A meter over a fake clock, what it showed, and how often it swept. */
function start(already: number, total: number | undefined) {
  const clock = createFakeRuntime();
  const shown: Shown[] = [];
  const swept: number[] = [];
  let here = already;
  const log = {
    ...clock.log,
    progress: (state: string, facts: string, everyMs?: number) => void shown.push([state, facts, everyMs]),
  };
  const meter = createMeter({ ...clock, log, collectGarbage: () => void swept.push(here) }, already, total);
  const count = (bytes: number, afterMs = 0) => {
    clock.advance(afterMs);
    here += bytes;
    meter.count(bytes);
  };
  return { clock, meter, shown, swept, count, last: () => shown.at(-1)?.[1] };
}

describe("the facts", () => {
  test("tell bytes, rate and the time that is left", () => {
    const { meter, count, shown } = start(0, 120_000_000);
    count(45_200_000, 3_675);
    meter.logProgress();
    expect(shown.at(-1)).toEqual(["downloading", "45.2 MB of 120.0 MB, 12.3 MB/s, 6 s left", 10_000]);
  });

  test("reckon the rate from what has come now, not from what was here before", () => {
    const { count, last } = start(100_000_000, 120_000_000);
    count(10_000_000, 10_000);
    expect(last()).toBe("110.0 MB of 120.0 MB, 1.0 MB/s, 10 s left");
  });

  test("tell no time that is left where nobody knows the length", () => {
    const { count, last } = start(0, undefined);
    count(2_000_000, 1_000);
    expect(last()).toBe("2.0 MB, 2.0 MB/s");
  });

  test("tell no rate in the first moment", () => {
    const { count, last } = start(0, 5_000);
    count(1_000);
    expect(last()).toBe("1.0 kB of 5.0 kB");
  });

  test("tell no rate while nothing has come", () => {
    const { clock, meter, last } = start(1_000, 5_000);
    clock.advance(5_000);
    meter.logProgress();
    expect(last()).toBe("1.0 kB of 5.0 kB");
  });
});

test("the picture is redrawn at most every 100 ms", () => {
  const { count, shown } = start(0, 1_000_000);
  for (let piece = 0; piece < 100; piece += 1) count(1_000, 10);
  expect(shown).toHaveLength(10);
});

describe("a body that drips is stuck", () => {
  test("when a minute brings less than a kilobyte a second", async () => {
    const { count } = start(0, 1_000_000);
    const failure = await failureOf(() => {
      for (let piece = 0; piece < 100; piece += 1) count(999, 1_000);
    });
    expect(failure).toMatchObject({ code: "network_error", retryable: true, needsFreshLink: false });
    expect(failure.message).toBe("The download is stuck (59.9 kB in 1 min).");
  });

  test("not when it brings that much, for hours", () => {
    const { count, last } = start(0, undefined);
    for (let piece = 0; piece < 10_000; piece += 1) count(1_000, 1_000);
    expect(last()).toBe("10.0 MB, 1.0 kB/s");
  });

  test("also after a good beginning", async () => {
    const { count } = start(0, undefined);
    count(50_000_000, 59_000);
    count(50_000, 1_000);
    const failure = await failureOf(() => {
      for (let piece = 0; piece < 3; piece += 1) count(10, 30_000);
    });
    expect(failure.message).toBe("The download is stuck (20 B in 1 min).");
  });

  test("and what was here before is no excuse", async () => {
    const { count } = start(50_000_000, undefined);
    expect(await failureOf(() => count(1, 60_000))).toMatchObject({ code: "network_error" });
  });
});

test("memory is swept every 8 MiB", () => {
  const { count, swept } = start(1_000, undefined);
  for (let piece = 0; piece < 20; piece += 1) count(1024 ** 2);
  expect(swept).toEqual([1_000 + 8 * 1024 ** 2, 1_000 + 16 * 1024 ** 2]);
});
