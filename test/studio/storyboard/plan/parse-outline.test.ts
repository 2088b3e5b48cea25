import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { visibleText } from "../../../../src/base/text/plain-text.ts";
import { parseOutline } from "../../../../src/studio/storyboard/plan/parse-outline.ts";
import { propertyRuns } from "../../../support/property-runs.ts";

describe("parseOutline", () => {
  it("reads headings, paragraphs, lists and code", () => {
    const outline = "# A\n\nOne line.\n\n- a\n  - b\n- c\n\n```ts\nlet a;\n\n# no heading\n```\n\n###### F";
    expect(parseOutline(outline)).toEqual([
      { kind: "heading", level: 1, text: "A" },
      { kind: "paragraph", text: "One line." },
      {
        kind: "list",
        items: [
          { level: 0, text: "a" },
          { level: 1, text: "b" },
          { level: 0, text: "c" },
        ],
      },
      { kind: "code", lines: ["let a;", "", "# no heading"] },
      { kind: "heading", level: 6, text: "F" },
    ]);
  });

  it("reads code that contains shorter fences", () => {
    expect(parseOutline("````\n```\na\n```\n````\n\nb")).toEqual([
      { kind: "code", lines: ["```", "a", "```"] },
      { kind: "paragraph", text: "b" },
    ]);
  });

  it("takes code that does not end for text", () => {
    expect(parseOutline("Before.\n\n```\nafter")).toEqual([
      { kind: "paragraph", text: "Before." },
      { kind: "paragraph", text: "``` after" },
    ]);
  });

  it("joins the lines of a wrapped paragraph and of a wrapped item", () => {
    expect(parseOutline("one\ntwo\n\n- three\nfour")).toEqual([
      { kind: "paragraph", text: "one two" },
      { kind: "list", items: [{ level: 0, text: "three four" }] },
    ]);
  });

  it("has no block for what has no visible character", () => {
    expect(parseOutline(" \n\n# \n\n- \n\n\u200b\0\n")).toEqual([]);
  });

  it("loses no word of any text without code", () => {
    const line = fc.oneof(
      fc.constantFrom("# ", "####### a", "- ", "  - b", "-c", "#d", "\t- e", "--> f", "", "1. g", "    h"),
      fc.string({ unit: "binary", maxLength: 20 }),
    );
    const outline = fc.array(line).map((lines) => lines.join("\n").replaceAll("`", ""));
    fc.assert(
      fc.property(outline, (text) => {
        const texts = parseOutline(text).map((block) =>
          "items" in block ? block.items.map((item) => item.text).join() : "text" in block ? block.text : "",
        );
        expect(wordCharacters(texts.join())).toBe(wordCharacters(visibleText(text)));
      }),
      propertyRuns(2_000),
    );
  });
});

const wordCharacters = (text: string) => (text.match(/[\p{L}\p{M}\p{N}]/gu) ?? []).join("");
