import { expect, test } from "vitest";
import { describeMissing } from "../../src/studio/notices.ts";

test.each([
  [["Korean", "other characters"], "Korean and other characters"],
  [[], "some of the characters"],
])("a warning about missing fonts names the scripts that it knows: %j", (scripts, expected) => {
  const [warning] = describeMissing(["x"], scripts);
  expect(warning).toContain(`No font on this machine has ${expected}, so`);
  expect(warning).toContain("The subtitles have the words that are spoken.");
});

test("without missing characters, there is no warning", () => {
  expect(describeMissing([], [])).toEqual([]);
});
