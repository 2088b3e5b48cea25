import { expect, test } from "vitest";
import { codePointLength, countLines, firstLine } from "../../../src/base/text/lines-and-characters.ts";

test.each([
  ["", 0],
  ["Größe", 5],
  ["🎬🎬", 2],
])("counts the code points of %j: %i", (text, count) => {
  expect(codePointLength(text)).toBe(count);
});

test.each([
  ["", 1],
  ["one", 1],
  ["one\ntwo\n", 3],
])("counts the lines of %j: %i", (text, count) => {
  expect(countLines(text)).toBe(count);
});

test.each([
  ["", ""],
  ["one", "one"],
  ["one\ntwo\nthree", "one"],
  ["\ntwo", ""],
])("returns the first line of %j: %j", (text, line) => {
  expect(firstLine(text)).toBe(line);
});
