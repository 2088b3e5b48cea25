import fc from "fast-check";
import { expect, test } from "vitest";
import { parseOutline as readInStudio } from "../../../src/studio/storyboard/plan/parse-outline.ts";
import { formatOutline, type OutlineBlock, parseOutline } from "../../../src/text/outline/outline.ts";
import { propertyRuns } from "../../support/property-runs.ts";

const words = fc
  .array(fc.constantFrom("Atlas", "2.4", "builds", "-", "#", "pages", "`a`", "日本", "مرحبا"), {
    minLength: 1,
    maxLength: 6,
  })
  .map((list) => `The ${list.join(" ")}`);
const codeLine = fc.constantFrom("npm ci", "", "  - a", "# b", "```", "````", "日本");

/** Blocks as the product makes them. A list of nested items begins with one that is not nested. */
const anyBlock: fc.Arbitrary<OutlineBlock> = fc.oneof(
  fc.record({ kind: fc.constant("heading" as const), level: fc.integer({ min: 1, max: 6 }), text: words }),
  fc.record({
    kind: fc.constant("list" as const),
    items: fc.array(fc.record({ level: fc.integer({ min: 1, max: 4 }), text: words }), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
  fc.record({
    kind: fc.constant("code" as const),
    language: fc.constantFrom("", "sh", "c++"),
    lines: fc.array(codeLine, { minLength: 1, maxLength: 5 }),
  }),
  fc.record({ kind: fc.constant("paragraph" as const), text: words }),
);

// The studio counts levels from 0, and does not show the language of code.
function asInStudio(block: OutlineBlock) {
  if (block.kind === "list")
    return { ...block, items: block.items.map(({ level, text }) => ({ level: level - 1, text })) };
  return block.kind === "code" ? { kind: block.kind, lines: block.lines } : block;
}

test("an outline is read as it was written, here and in the studio", () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 6 }), (blocks) => {
      const outline = formatOutline(blocks);
      expect(parseOutline(outline)).toEqual(blocks);
      expect(readInStudio(outline)).toEqual(blocks.map(asInStudio));
    }),
    propertyRuns(1_000),
  );
});
