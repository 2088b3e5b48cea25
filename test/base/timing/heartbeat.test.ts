import { expect, test } from "vitest";
import { createHeartbeat } from "../../../src/base/timing/heartbeat.ts";

/** Reports a state at each of these seconds, and returns the seconds at which a line was due. */
function linesAt(
  reports: readonly (readonly [second: number, state: string, everySeconds?: number])[],
): number[] {
  let time = 0;
  const isDue = createHeartbeat(() => time);
  return reports.flatMap(([second, state, every]) => {
    time = second * 1_000;
    return isDue(state, every && every * 1_000) ? [second] : [];
  });
}

test("a line is due when the state changes, and not while it stays the same", () => {
  const changes = [
    [0, "waiting"],
    [10, "waiting"],
    [20, "processing"],
    [30, "processing"],
    [40, "waiting"],
  ] as const;
  expect(linesAt(changes)).toEqual([0, 20, 40]);
});

test("a line is due after a minute without one, and again a minute after that", () => {
  const everyTenSeconds = Array.from({ length: 20 }, (_, index) => [index * 10, "processing"] as const);
  expect(linesAt(everyTenSeconds)).toEqual([0, 60, 120, 180]);
});

test("a change of the state restarts the minute", () => {
  const reports = [
    [0, "a"],
    [50, "b"],
    [70, "b"],
    [109, "b"],
    [110, "b"],
  ] as const;
  expect(linesAt(reports)).toEqual([0, 50, 110]);
});

test("a line is due more often with a shorter interval", () => {
  const everySecond = Array.from({ length: 35 }, (_, second) => [second, "downloading", 10] as const);
  expect(linesAt(everySecond)).toEqual([0, 10, 20, 30]);
});

test("a line is due at every change, whatever the interval", () => {
  const reports = [
    [0, "processing"],
    [30, "downloading", 10],
    [35, "downloading", 10],
    [39, "uploading"],
    [50, "uploading", 10],
    [98, "uploading"],
    [110, "uploading"],
  ] as const;
  expect(linesAt(reports)).toEqual([0, 30, 39, 50, 110]);
});
