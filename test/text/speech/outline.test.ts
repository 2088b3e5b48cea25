import { describe, expect, test } from "vitest";
import { toOutline, toSpeech } from "../../../src/text/speech/index.ts";

const codeOf = (lines: readonly string[]) => toOutline(["Run it now.", "", ...lines].join("\n"));
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`);

test("keeps the headings, with their levels and without a full stop", () => {
  expect(toOutline("# Sails\n\nRaise them.\n\n### Is it windy?\n\nLook.\n\n<h2>Wait...</h2>\n\nReef.")).toBe(
    "# Sails\n\nRaise them.\n\n### Is it windy?\n\nLook.\n\n## Wait...\n\nReef.",
  );
});

test("writes a paragraph on one line, in the words of the speech", () => {
  expect(toOutline("See `a.b`\nand **c** ([docs](https://a.example), #12) 🎉")).toBe("See a.b and c (docs).");
});

describe("a line in bold", () => {
  test("is a heading, one level below the last one", () => {
    expect(toOutline("**New:**\n- a\n\n### More\n\n__Fixed__\n\nb")).toBe(
      "## New\n\n- a.\n\n### More\n\n#### Fixed\n\nb.",
    );
  });

  test.each([
    "**Read this first!**",
    `**${"A long line ".repeat(6).trim()}**`,
    "**One  \nTwo**",
    "**One** two",
    "- One\n\n  **Two**\n\n  Three",
  ])("is a paragraph if it says more than a heading: %j", (line) => {
    expect(toOutline(`${line}\n\nWords.`)).not.toContain("#");
  });

  test.each([
    ["details", "<details><summary>More</summary>\n\nWords.\n\n</details>"],
    ["a box", '!!! note "More"\n\n    Words.'],
    ["a tab", '=== "More"\n\n    Words.'],
  ])("is a paragraph if it is the title of %s, because more text may follow", (_, box) => {
    expect(toOutline(`**New**\n\na\n\n${box}\n\nEnd.`)).toBe("## New\n\na.\n\nMore.\n\nWords.\n\nEnd.");
  });
});

describe("a list", () => {
  test("has one line per item, and two spaces per level", () => {
    expect(toOutline("Now:\n\n1. one\n   - two\n     - three\n2. four\n\nEnd.")).toBe(
      "Now:\n\n- one.\n  - two.\n    - three.\n- four.\n\nEnd.",
    );
  });

  test("ends where the next list begins", () => {
    expect(toOutline("- one\n- two\n\n1. three")).toBe("- one.\n- two.\n\n- three.");
  });

  test("has the later paragraphs of an item on the item's line", () => {
    expect(toOutline("- one\n\n  more\n\n  a lot more\n- 二。\n\n  三。")).toBe(
      "- one. more. a lot more.\n- 二。三。",
    );
  });

  test("does not add a later paragraph to the item before it", () => {
    expect(toOutline("- one\n- ![](a.png)\n\n  two")).toBe("- one.\n- two.");
    expect(toOutline("- one\n  - nested\n\n  two")).toBe("- one.\n  - nested.\n- two.");
  });

  test("is divided by the code of an item, after which the item goes on as a paragraph", () => {
    expect(toOutline("- one\n\n  ```\n  x\n  ```\n\n  two\n- three")).toBe(
      "- one.\n\n```\nx\n```\n\ntwo.\n\n- three.",
    );
  });

  test("of HTML is one, too", () => {
    expect(toOutline("<ul><li>one</li><li>two</li></ul>")).toBe("- one.\n- two.");
  });
});

describe("code", () => {
  test.each([
    ["fenced", ["~~~sh", "npm ci", "", "npm test", "~~~"], "```sh\nnpm ci\n\nnpm test\n```"],
    ["indented", ["    if (a)", "      b()"], "```\nif (a)\n  b()\n```"],
    ["indented inside of a fence", ["```", "    a", "      b", "```"], "```\na\n  b\n```"],
    ["in a quote", ["> ```", "> x", "> ```"], "```\nx\n```"],
    ["in a box", ["!!! note", "    ```py", "    x = 1", "    ```"], "```py\nx = 1\n```"],
    ["with a title", ['```js title="a b" {1,3}', "x", "```"], "```js\nx\n```"],
    [
      "that looks like markup",
      ["```", "# a", "- b", "<b> {{ c }} **d** :tada:", "```"],
      "```\n# a\n- b\n<b> {{ c }} **d** :tada:\n```",
    ],
    ["with tabs", ["```", "a:", "\tb", "```"], "```\na:\n    b\n```"],
    ["with empty lines around it", ["```", "", "", "  a", "", "```"], "```\na\n```"],
  ])("is in its place, but not spoken: %s", (_, lines, code) => {
    expect(codeOf(lines)).toBe(`Run it now.\n\n${code}`);
    expect(toSpeech(lines.join("\n"))).toBe("");
  });

  test("has a fence that is longer than the backticks in it", () => {
    expect(codeOf(["````", "```", "x", "```", "````"])).toBe("Run it now.\n\n````\n```\nx\n```\n````");
    expect(codeOf(["```", "a ````` b", "```"])).toBe("Run it now.\n\n``````\na ````` b\n``````");
  });

  test("has at most 40 lines of 200 characters", () => {
    expect(codeOf(["```", ...numbered(41), "```"])).toBe(
      ["Run it now.", "", "```", ...numbered(40), "```"].join("\n"),
    );
    for (const character of ["x", "🎉"])
      expect(codeOf(["```", character.repeat(201), "```"])).toContain(`\n${character.repeat(200)}\n`);
  });

  test.each([
    ["a heading with a line below it", "", ["", "Title", "====="]],
    ["very many brackets", "", Array.from({ length: 5 }, () => "[a] ".repeat(45))],
    ["very many brackets, indented", "    ", Array.from({ length: 5 }, () => "[a] ".repeat(45))],
    ["very many brackets, in a list", "  ", Array.from({ length: 5 }, () => "[a] ".repeat(45))],
    ["very many brackets, in a quote", "> ", Array.from({ length: 5 }, () => "[a] ".repeat(45))],
    [
      "a bracket that is never closed in much text",
      "",
      ["a = [", ...numbered(38).map((line) => line.repeat(10))],
    ],
  ])("is as it was typed, although the parser must not see it: %s", (_, indent, code) => {
    const shown = code.map((line) => line.trimEnd());
    const fenced = indent === "    " ? shown : ["```", ...shown, "```"];
    const typed = [...(indent === "  " ? ["- List.", ""] : []), ...fenced.map((line) => indent + line)];
    expect(codeOf(typed)).toContain(`\`\`\`\n${shown.join("\n").trim()}\n\`\`\``);
  });

  test("is found at the end of a document that is parsed in chunks", () => {
    const words = "Words to be read.\n\n".repeat(3_000);
    expect(toOutline(`${words}\`\`\`\n\nTitle\n=====\n\`\`\``)).toMatch(/\n\n```\nTitle\n=====\n```$/);
  });

  test("is left out where a picture is shown instead", () => {
    expect(codeOf(["```mermaid", "graph LR", "```"])).toBe("Run it now.");
  });

  test("is left out if it is empty", () => {
    expect(codeOf(["```", "", "  ", "```"])).toBe("Run it now.");
  });

  test.each(["## Checksums", "## Contributors", "**Contributors:**"])("is left out below %j", (heading) => {
    expect(toOutline(`Words.\n\n${heading}\n\n\`\`\`\nx\n\`\`\``)).toBe("Words.");
  });

  test("stays if its heading is left out, because the section says nothing", () => {
    expect(toOutline("- Fast\n\n## Install\n\n```sh\nnpm ci\n```")).toBe("- Fast.\n\n```sh\nnpm ci\n```");
  });
});

test("summarizes many updates of dependencies as the speech does", () => {
  const bumps = [1, 2, 3, 4].map((n) => `- Bump lib-${n} from ${n}.0 to ${n}.1`).join("\n");
  expect(toOutline(`## Changes\n\n- One\n${bumps}`)).toBe(
    "## Changes\n\n- One.\n- 4 dependencies were updated.",
  );
});

test("keeps placeholders, or removes those that are not in code", () => {
  const outline = "Say {{ tag }} now.\n\n```\n{{ tag }}\n```";
  expect(toOutline(outline)).toBe(outline);
  expect(toOutline(outline, { keepsPlaceholders: false })).toBe("Say now.\n\n```\n{{ tag }}\n```");
});

test("is empty if there is nothing to say and no code", () => {
  expect(toOutline("![](a.png)\n\n| a |\n|---|")).toBe("");
});
