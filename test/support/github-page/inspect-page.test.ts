import { describe, expect, test } from "vitest";
import { inspectPage, toPage } from "./inspect-page.ts";

describe("the rendered page", () => {
  test("supports GitHub's Markdown: tables, strikethrough, tasks, URLs, footnotes", () => {
    const page = toPage("| a |\n| - |\n| ~~b~~ |\n\n- [x] www.example.com [^1]\n\n[^1]: Note");
    expect(page).toContain("<td><del>b</del></td>");
    expect(page).toContain('<input type="checkbox" checked disabled>');
    expect(page).toContain('<a href="http://www.example.com">www.example.com</a>');
    expect(page).toContain('id="user-content-fn-1"');
  });

  test("contains the HTML that GitHub allows", () => {
    const html =
      '<details open><summary>More</summary><a href="https://a.example/"><img src="b.png" width="480"></a></details>';
    expect(toPage(html)).toBe(html);
  });

  test.each([
    "<script>alert(1)</script>",
    "<style>p { color: red }</style>",
    '<iframe src="https://a.example/"></iframe>',
    '<video src="https://a.example/v.mp4"></video>',
    "<!-- showreel:1 -->",
    '<img src="data:image/png;base64,AAAA">',
    "![](javascript:alert(1))",
  ])("shows nothing of %s", (html) => {
    expect(toPage(`${html}\n`).replace(/<\/?p>/g, "")).not.toMatch(/[<>]/);
  });

  test.each(['<b onclick="alert(1)">x</b>', '<b style="color: red">x</b>', '<b class="x">x</b>'])(
    "keeps no handler, style or class: %s",
    (html) => {
      expect(toPage(html)).toBe("<p><b>x</b></p>");
    },
  );

  test("keeps line breaks in a comment only", () => {
    expect(toPage("a\n**b**\nc")).toBe("<p>a\n<strong>b</strong>\nc</p>");
    expect(toPage("a\n**b**\nc", { breaks: true })).toBe("<p>a<br><strong>b</strong><br>c</p>");
  });
});

describe("inspectPage finds", () => {
  test.each([
    ["@octocat", ["@octocat"]],
    ["(@showreel/team), @a_b", ["@showreel/team", "@a_b"]],
    ["&#64;octocat **x**@hubot", ["@octocat", "@hubot"]],
    ["@<!-- -->octocat", ["@octocat"]],
    ["@&#8203;octocat, @\u200boctocat, a@octocat", []],
    ["`@octocat` <code>@octocat</code> [@octocat](https://a.example/)", []],
  ])("mentions: %s", (markdown, mentions) => {
    expect(inspectPage(markdown).mentions).toEqual(mentions);
  });

  test.each([
    ["#12, (#13) and octo/reel.js#14", ["#12", "#13", "octo/reel.js#14"]],
    ["GH-12 gh&#45;13", ["GH-12", "gh-13"]],
    ["0123abc and octo/reel@0123abcdef", ["0123abc", "octo/reel@0123abcdef"]],
    ["a".repeat(40), ["a".repeat(40)]],
    ["a".repeat(64), []],
    ["#&#8203;12 `#12` a#b &#33; fa-0123456 012345", []],
  ])("issue and commit references: %s", (markdown, issues) => {
    expect(inspectPage(markdown).issues).toEqual(issues);
  });

  test("URLs, also if written with character references", () => {
    const { links } = inspectPage("[*a* b](https://a.example/) [c](javascript:x) https&#58;//b.example");
    expect(links).toEqual([
      { href: "https://a.example/", text: "a b" },
      { href: "https://b.example", text: "https://b.example" },
    ]);
  });

  test("images", () => {
    const { images } = inspectPage('![a](b.png) <img src="https://a.example/c.png"> <img src="data:,x">');
    expect(images).toEqual([
      { src: "b.png", alt: "a" },
      { src: "https://a.example/c.png", alt: "" },
    ]);
  });

  test("tables, with the number of cells per row", () => {
    const { tables } = inspectPage("| a | b |\n| - | - |\n| c |\n\n<table><tr><td>d</td></tr></table>");
    expect(tables).toEqual([[2, 2], [1]]);
  });

  test("unexpected elements, although GitHub removes them", () => {
    expect(inspectPage("# x\n\n**y** <script></script> <br>").html).toEqual(["h1", "script"]);
    expect(inspectPage("# x\n\n**y**", { expected: ["h1", "p"] }).html).toEqual(["strong"]);
  });
});

test("inspectPage finds HTML comments, closed or not, except in code", () => {
  const markdown = "<!-- showreel:1 -->\nx <!--a--> `<!-- b -->`\n\n<!-- the rest\n\n@octocat";
  expect(inspectPage(markdown)).toMatchObject({
    comments: ["showreel:1", "a", "the rest\n\n@octocat"],
    text: "x <!-- b -->",
    mentions: [],
  });
});

test("inspectPage returns the visible text, one line per block", () => {
  const markdown =
    "### A &#42;b&#42;\n\nc\nd<br>e\n\n| f | g |\n| - | - |\n| #&#8203;1 | `h` |\n\n```\ni\n  j\n```";
  expect(inspectPage(markdown).text).toBe("A *b*\nc d\ne\nf g\n#1 h\ni\nj");
});
