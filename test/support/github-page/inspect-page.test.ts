import { describe, expect, test } from "vitest";
import { inspectPage, toPage } from "./inspect-page.ts";

describe("the page", () => {
  test("has GitHub's own Markdown: tables, strikethrough, tasks, addresses, footnotes", () => {
    const page = toPage("| a |\n| - |\n| ~~b~~ |\n\n- [x] www.example.com [^1]\n\n[^1]: Note");
    expect(page).toContain("<td><del>b</del></td>");
    expect(page).toContain('<input type="checkbox" checked disabled>');
    expect(page).toContain('<a href="http://www.example.com">www.example.com</a>');
    expect(page).toContain('id="user-content-fn-1"');
  });

  test("keeps the HTML that GitHub keeps", () => {
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

  test("breaks lines in a comment only", () => {
    expect(toPage("a\n**b**\nc")).toBe("<p>a\n<strong>b</strong>\nc</p>");
    expect(toPage("a\n**b**\nc", { breaks: true })).toBe("<p>a<br><strong>b</strong><br>c</p>");
  });
});

describe("a reader's browser makes more than words of", () => {
  test.each([
    ["@octocat", ["@octocat"]],
    ["(@showreel/team), @a_b", ["@showreel/team", "@a_b"]],
    ["&#64;octocat **x**@hubot", ["@octocat", "@hubot"]],
    ["@<!-- -->octocat", ["@octocat"]],
    ["@&#8203;octocat, @\u200boctocat, a@octocat", []],
    ["`@octocat` <code>@octocat</code> [@octocat](https://a.example/)", []],
  ])("names: %s", (markdown, mentions) => {
    expect(inspectPage(markdown).mentions).toEqual(mentions);
  });

  test.each([
    ["#12, (#13) and octo/reel.js#14", ["#12", "#13", "octo/reel.js#14"]],
    ["GH-12 gh&#45;13", ["GH-12", "gh-13"]],
    ["0123abc and octo/reel@0123abcdef", ["0123abc", "octo/reel@0123abcdef"]],
    ["a".repeat(40), ["a".repeat(40)]],
    ["a".repeat(64), []],
    ["#&#8203;12 `#12` a#b &#33; fa-0123456 012345", []],
  ])("numbers: %s", (markdown, issues) => {
    expect(inspectPage(markdown).issues).toEqual(issues);
  });

  test("addresses, also where they stand in character references", () => {
    const { links } = inspectPage("[*a* b](https://a.example/) [c](javascript:x) https&#58;//b.example");
    expect(links).toEqual([
      { href: "https://a.example/", text: "a b" },
      { href: "https://b.example", text: "https://b.example" },
    ]);
  });

  test("images that are shown", () => {
    const { images } = inspectPage('![a](b.png) <img src="https://a.example/c.png"> <img src="data:,x">');
    expect(images).toEqual([
      { src: "b.png", alt: "a" },
      { src: "https://a.example/c.png", alt: "" },
    ]);
  });

  test("tables, row by row", () => {
    const { tables } = inspectPage("| a | b |\n| - | - |\n| c |\n\n<table><tr><td>d</td></tr></table>");
    expect(tables).toEqual([[2, 2], [1]]);
  });

  test("elements that nobody expects, though GitHub removes them", () => {
    expect(inspectPage("# x\n\n**y** <script></script> <br>").html).toEqual(["h1", "script"]);
    expect(inspectPage("# x\n\n**y**", { expected: ["h1", "p"] }).html).toEqual(["strong"]);
  });
});

test("comments are read before they are removed, closed or not, but not out of code", () => {
  const markdown = "<!-- showreel:1 -->\nx <!--a--> `<!-- b -->`\n\n<!-- the rest\n\n@octocat";
  expect(inspectPage(markdown)).toMatchObject({
    comments: ["showreel:1", "a", "the rest\n\n@octocat"],
    text: "x <!-- b -->",
    mentions: [],
  });
});

test("the text is what people read, a line for each block", () => {
  const markdown =
    "### A &#42;b&#42;\n\nc\nd<br>e\n\n| f | g |\n| - | - |\n| #&#8203;1 | `h` |\n\n```\ni\n  j\n```";
  expect(inspectPage(markdown).text).toBe("A *b*\nc d\ne\nf g\n#1 h\ni\nj");
});
