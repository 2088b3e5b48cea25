import { expect, test } from "vitest";
import { spokenSeconds } from "../../src/text/spoken-seconds.ts";

test.each([
  ["one two three four five", 1, 2],
  ["one two three four five", 2, 1],
  ["Well-known, isn't it?", 1, 1.6],
  ["今日は良い天気です。", 1, 2],
  ["… – !", 1, 0],
  ["", 1, 0],
])("%j at speed %d takes %d s", (text, speed, seconds) => {
  expect(spokenSeconds(text, speed)).toBeCloseTo(seconds, 5);
});
