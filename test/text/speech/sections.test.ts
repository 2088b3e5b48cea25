import { expect, test } from "vitest";
import { toSpeech } from "../../../src/text/speech/index.ts";

test("joins headings and items as sentences, a list as one paragraph", () => {
  expect(toSpeech("## Added:\n- one\n- two\n  - three!\n\nAs follows:\n1. four")).toBe(
    "Added.\n\none. two. three!\n\nAs follows:\n\nfour.",
  );
});

test.each([
  "## New Contributors\n* @a made their first contribution in #1",
  "### ❤️ Thank You\n- Ann\n- Bob",
  "#### Committers: 2\n- Ann ([@ann](https://a.example))",
  "## Assets\n### Linux\nThe package\n### macOS\nThe image",
  "**Contributors:**\n- Ann\n- Bob",
  "## Docker images\n- `docker pull containers.example/a:v1`",
  "## Installation\n```\nnpm install a\n```",
  "**Full Changelog**: https://a.example/compare/v1...v2",
  "## Downloads\n| a | b |\n|---|---|\n| c | d |",
])("removes a section with nothing to say, with its headings: %j", (section) => {
  expect(toSpeech(`## Added\n- x\n\n${section}\n\n## Fixed\n- y`)).toBe("Added.\n\nx.\n\nFixed.\n\ny.");
});

test("removes a heading without content, unless the document has only headings", () => {
  expect(toSpeech("# A\n## B\n### C\n## D\ntext")).toBe("A.\n\nD.\n\ntext.");
  expect(toSpeech("# Hello")).toBe("Hello.");
});

test("ends an introduction with a full stop when its code was removed", () => {
  expect(toSpeech("Texts can be mirrored:\n```\nx\n```\nInstall it:\n```\ny\n```")).toBe(
    "Texts can be mirrored.",
  );
});

test("does so for a later paragraph of an item, too", () => {
  expect(toSpeech("- one\n\n  It goes like this:\n\n  ```\n  x\n  ```\n- two")).toBe(
    "one. It goes like this. two.",
  );
});
