import { expect, test } from "vitest";
import { toSpeech } from "../../../src/text/speech/index.ts";

test.each([
  "---\ntitle: Boats\nsidebar_position: 2\ntags: [a, b]\n---\n",
  "---\n# a comment\ncSpell:ignore: knots\nnested:\n  - one\n\n  - two\n---\n",
  '+++\ntitle = "Boats"\nweight = 3\n[params]\n  a = 1\n+++\n',
  '{\n  "title": "Boats",\n  "weight": 3\n}\n',
])("is not spoken: %j", (frontMatter) => {
  expect(toSpeech(`${frontMatter}\n# Sails\n\nRaise them.`)).toBe("Sails.\n\nRaise them.");
});

test("is not spoken on any page of a list of pages", () => {
  const pages =
    "Page a.md:\n\n+++\ncustom = 1\n+++\nOne.\n\nPage b.md:\n\n---\nslug: /b\n---\nTwo.\n\n---\ntitle: C\n---\n\nThree.";
  expect(toSpeech(pages)).toBe("Page a.md:\n\nOne.\n\nPage b.md:\n\nTwo.\n\nThree.");
});

test("is told from a text between two rules", () => {
  expect(toSpeech("Start.\n\n---\nRemember: sail on.\n\n---\n\nEnd.")).toBe(
    "Start.\n\nRemember: sail on.\n\nEnd.",
  );
});
