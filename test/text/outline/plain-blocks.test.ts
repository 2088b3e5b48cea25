import fc from "fast-check";
import { expect, test } from "vitest";
import { formatOutline, parseOutline } from "../../../src/text/outline/outline.ts";
import { toPlainBlocks } from "../../../src/text/outline/plain-blocks.ts";
import { propertyRuns } from "../../support/property-runs.ts";
import { wordsOf } from "../speech/outline-words.ts";

const typed = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."\n|\n\n|```|`|```js|#|# |###### |- |  - |\t- |-|a|b c|1. |* | |   |你好|\n世界".split("|"),
      ),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

test("a text that is spoken as it was typed loses no word, and has no code", () => {
  fc.assert(
    fc.property(typed, (text) => {
      const outline = formatOutline(toPlainBlocks(text));
      expect(wordsOf(outline).join("")).toBe(wordsOf(text).join(""));
      expect(parseOutline(outline).filter(({ kind }) => kind === "code")).toEqual([]);
    }),
    { ...propertyRuns(5_000), examples: [["``` ```a\n```"]] },
  );
});
