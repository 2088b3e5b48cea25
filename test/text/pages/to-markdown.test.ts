import { expect, test } from "vitest";
import { toMarkdown } from "../../../src/text/pages/to-markdown.ts";
import { toSpeech } from "../../../src/text/speech/index.ts";
import { asciiDocRepetitions, repeatTo, restructuredTextRepetitions } from "../../support/long-texts.ts";
import { findUnspeakable } from "../speech/find-unspeakable.ts";

test.each([
  ["docs/a.MD", "Boats\n=====", "Boats\n====="],
  ["docs/a.mdx", "<Tabs/>", "<Tabs/>"],
  ["docs/a.rst", "Boats\n=====", "# Boats"],
  ["docs/a.adoc", "= Boats", "# Boats"],
  ["docs/a.txt", ".. note:: x\n\nBoats\n=====", "!!! note\n\n    x\n\n# Boats"],
  ["docs/a.txt", "Boats\n=====", undefined],
  ["docs/a", "= Boats", undefined],
])("converts %s", (path, text, markdown) => {
  expect(toMarkdown(path, text)).toBe(markdown);
});

test("takes the text out of a notebook", () => {
  const notebook = {
    cells: [
      { cell_type: "markdown", source: ["# Boats\n", "Sail."] },
      { cell_type: "code", source: "x = 1", outputs: [] },
      { cell_type: "markdown", source: "Dock." },
    ],
  };
  expect(toMarkdown("a.ipynb", JSON.stringify(notebook))).toBe("# Boats\nSail.\n\n````\n````\n\nDock.");
  expect(toMarkdown("a.ipynb", "no notebook")).toBe("no notebook");
});

// scripts/bench/linear-time.ts measures how the time grows.
test.each([
  ...restructuredTextRepetitions.map((part) => ["a.rst", part] as const),
  ...asciiDocRepetitions.map((part) => ["a.adoc", part] as const),
])("converts 20,000 characters in %s of %j", (path, part) => {
  expect(findUnspeakable(toSpeech(toMarkdown(path, repeatTo(part, 20_000)) ?? ""))).toEqual([]);
});
