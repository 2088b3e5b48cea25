import { describe, expect, test } from "vitest";
import { toSpeech } from "../../../src/text/speech/index.ts";

test("headings and items are sentences; a list is one paragraph", () => {
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
])("a section with nothing to say vanishes with its headings: %j", (section) => {
  expect(toSpeech(`## Added\n- x\n\n${section}\n\n## Fixed\n- y`)).toBe("Added.\n\nx.\n\nFixed.\n\ny.");
});

test("a heading over nothing vanishes, unless headings are all there is", () => {
  expect(toSpeech("# A\n## B\n### C\n## D\ntext")).toBe("A.\n\nD.\n\ntext.");
  expect(toSpeech("# Hello")).toBe("Hello.");
});

test("what announced code that vanished is no announcement any more", () => {
  expect(toSpeech("Texts can be mirrored:\n```\nx\n```\nInstall it:\n```\ny\n```")).toBe(
    "Texts can be mirrored.",
  );
});

test("nor is a later paragraph of an item, before its code", () => {
  expect(toSpeech("- one\n\n  It goes like this:\n\n  ```\n  x\n  ```\n- two")).toBe(
    "one. It goes like this. two.",
  );
});

test("a box that is not ticked beside ticked ones is not said to be done", () => {
  expect(toSpeech("- [x] Feature\n- [ ] Breaking change")).toBe("Feature.");
});

test.each([
  ["## [1.2.0](https://a.example) (2026-01-02)\ntext", "Version 1.2.0.\n\ntext."],
  ["## [1.2.0] - 2026-01-02\ntext", "Version 1.2.0.\n\ntext."],
  ["# v2.0.0-rc.1 (Mon Jan 05 2026)\ntext", "Version 2.0.0-rc.1.\n\ntext."],
])("a version is spoken without its date: %s", (markdown, spoken) => {
  expect(toSpeech(markdown)).toBe(spoken);
});

describe("HTML", () => {
  test("is spoken as its words, without comments, tables, scripts and styles", () => {
    const html =
      "<h2>A &amp; B</h2><!-- no --><p>Hi <b>you</b></p><script>no</script><table><td>no</table><style>no</style>";
    expect(toSpeech(html)).toBe("A & B.\n\nHi you.");
  });

  test("keeps its summary only with what it opens", () => {
    const details = (text: string) => `<details>\n<summary>More</summary>\n\n${text}\n\n</details>\n\nEnd`;
    expect(toSpeech(details("words"))).toBe("More.\n\nwords.\n\nEnd.");
    expect(toSpeech(details("![](a.png)"))).toBe("End.");
  });

  test("does not silence the rest when a table is never closed", () => {
    expect(toSpeech("<table>\n\nText goes on.")).toBe("Text goes on.");
  });

  test("and Markdown have rows of links under a logo, which are nothing to say", () => {
    expect(toSpeech("[Docs](https://a.example) • [Forum](https://b.example)\n\ntext")).toBe("text.");
    expect(toSpeech('<p><a href="a">Docs</a> | <a href="b">Forum</a></p>\n\ntext')).toBe("text.");
    expect(toSpeech("[Docs](https://a.example)")).toBe("Docs.");
  });
});
