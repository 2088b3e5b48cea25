import { expect, test } from "vitest";
import { formatBytes, formatDuration } from "../../../src/base/text/format-units.ts";

test.each([
  [0, "0.0 s"],
  [440, "0.4 s"],
  [12_000, "12 s"],
  [59_600, "1 min"],
  [60_000, "1 min"],
  [200_000, "3 min 20 s"],
  [3_599_600, "1 h"],
  [3_600_000, "1 h"],
  [3_900_000, "1 h 5 min"],
  [86_400_000, "24 h"],
])("formats %i ms as %j", (milliseconds, expected) => {
  expect(formatDuration(milliseconds)).toBe(expected);
});

test.each([
  [0, "0 B"],
  [940, "940 B"],
  [999, "999 B"],
  [1_000, "1.0 kB"],
  [52_100, "52.1 kB"],
  [999_999, "1.0 MB"],
  [1_000_000, "1.0 MB"],
  [1_200_000_000, "1.2 GB"],
  [3e12, "3.0 TB"],
  [3e15, "3000.0 TB"],
])("formats %i bytes as %j", (bytes, expected) => {
  expect(formatBytes(bytes)).toBe(expected);
});
