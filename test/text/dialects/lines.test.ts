import { expect, test } from "vitest";
import { toSpeech } from "../../../src/text/speech/index.ts";

test.each([
  ['--8<-- "a.md"\n\nText.', "Text."],
  ["--8<--\na.md\nb.md\n--8<--\n\nText.", "Text."],
  ["<<< @/snippets/a.ts{1,3} [label]\n\nText.", "Text."],
  ["@[code js](../a.js)\n\n[[toc]]\n\n[TOC]\n\nText.", "Text."],
  ["The HTML page.\n\n*[HTML]: Hyper Text Markup Language", "The HTML page."],
  ['Use this type for all:\n\n--8<-- "a.py"\n\nThen go on.', "Use this type for all.\n\nThen go on."],
])("includes, contents and abbreviations are not spoken: %j", (markdown, spoken) => {
  expect(toSpeech(markdown)).toBe(spoken);
});

test("a definition list becomes sentences", () => {
  expect(
    toSpeech("Bow\n:   The front.\n\nStern\n:   The back.\n:   Also the rear.\n\n`keel`\n\n: \n: Below."),
  ).toBe("Bow: The front.\n\nStern: The back.\n\nAlso the rear.\n\nkeel: Below.");
});
