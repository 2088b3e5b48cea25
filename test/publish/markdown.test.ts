import { describe, expect, test } from "vitest";
import { escapeMarkdown, markdownLink, markdownTable } from "../../src/publish/markdown.ts";

/** What GitHub's autolinker sees: character references are resolved, HTML comments are gone. */
function resolveReferences(markdown: string): string {
  return markdown
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/<!--.*?-->/g, "\u200b");
}

describe("escaped text", () => {
  test.each([
    "**bold** _it_ ~~no~~ `code`",
    "[click](https://evil.example)",
    "![image](https://evil.example/a.png)",
    "<img src=x onerror=alert(1)><!-- x -->",
    "a | b || c",
    "# heading",
    "> quote",
    "1. list",
    "- [ ] task",
    "--- \\ $x^2$ {a}",
    "www.evil.example https://evil.example someone@evil.example",
    ":warning: &lt;b&gt; &#60;",
  ])("contains no character of Markdown or HTML syntax: %j", (text) => {
    const literal = escapeMarkdown(text).replace(/&#\d+;/g, "");
    expect(literal).toMatch(/^[\p{L}\p{N} /;!,]*$/u);
  });

  test.each(["Grüße, 世界 2.0!", "🎬 a & b < c > d \"e\" 'f'", "50 % of #1 @ home"])(
    "is displayed unchanged: %j",
    (text) => {
      expect(resolveReferences(escapeMarkdown(text)).replaceAll("\u200b", "")).toBe(text);
    },
  );

  test("is one line of at most 300 characters", () => {
    expect(escapeMarkdown("one\r\ntwo\n\n# three\u2028four")).not.toMatch(/[\r\n\u2028]/);
    expect(resolveReferences(escapeMarkdown("*".repeat(1_000)))).toHaveLength(300);
  });

  // GitHub looks for mentions after it has resolved character references: github/cmark-gfm#181.
  test.each(["@octocat", "thanks @octocat!", "@showreel/team", "(@octocat)"])(
    "mentions nobody: %j",
    (text) => {
      expect(resolveReferences(escapeMarkdown(text))).not.toMatch(/@[a-z\d]/i);
    },
  );
});

describe("a link", () => {
  test("shows its text and points to its URL", () => {
    expect(markdownLink("Play", "https://github.com/a/b/actions/runs/1/artifacts/2")).toBe(
      "[Play](https://github.com/a/b/actions/runs/1/artifacts/2)",
    );
  });

  test.each([
    "javascript:alert(1)",
    "http://plain.example",
    "data:text/html,x",
    "",
    "no URL",
    "//evil.example",
  ])("to %j is only its text", (url) => {
    expect(markdownLink("Play", url)).toBe("Play");
  });

  test.each([
    "https://a.example/(x)",
    "https://a.example/?q=(x) [y] <z> | `c`",
    'https://a.example/"t"',
    "https://a.example/?q=\\",
    "https://a.example/#\\",
    "https://a.example/a\nb",
  ])("keeps its URL inside the parentheses: %j", (url) => {
    const [, target = ""] = /^\[Play\]\((.*)\)$/s.exec(markdownLink("Play", url)) ?? [];
    expect(target).toMatch(/^https:\/\/a\.example\/[^\s()<>|\\]*$/);
  });

  test("escapes its text", () => {
    expect(markdownLink("](https://evil.example)[", "https://a.example/")).not.toContain("](https://evil");
  });
});

test("the first row of a table is its header", () => {
  expect(markdownTable([["Size", "1 MB"]])).toBe("| Size | 1 MB |\n| :-- | :-- |");
});
