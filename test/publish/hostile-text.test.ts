import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../src/base/errors.ts";
import { readSettings, sharedSettings } from "../../src/inputs/schema/settings.ts";
import type { Render } from "../../src/jobs/record.ts";
import { removeMarkedBlocks } from "../../src/platform/github/marker.ts";
import { toCommentBody } from "../../src/publish/comment/body.ts";
import { toBlock, withBlock } from "../../src/publish/release/notes.ts";
import { toSummary } from "../../src/publish/summary.ts";
import { videoKey } from "../../src/publish/video-key.ts";
import { inspectPage } from "../support/github-page.ts";
import { completed, failed } from "../support/renders.ts";

const hostile = {
  "a mention": "Thanks @octocat and @octo/team",
  "an address": "see https://evil.example/x or www.evil.example or evil@evil.example",
  "an issue's number": "fixes #1, octo/reel#2, GH-3",
  Markdown: "**bold** _it_ ~~no~~ `code` [x](https://evil.example) ![p](https://evil.example/p.png) # head",
  "a table": "a | b | c\n| --- | --- |\n| 1 | 2 |",
  HTML: "<img src=x onerror=alert(1)><script>alert(1)</script></details></td></table><h1>Big</h1><video src=x>",
  "the end of our marks":
    "--> <!-- showreel:ci/video/make/tour --> <!-- /showreel:ci/video/make/tour --> -->",
  "a state of ours": '<!-- showreel-state {"run":99,"attempt":1} -->',
  "a fence": "``` \n```mermaid\ngraph TD\n```",
  "a list and a quote": "\n- a\n> b\n1. c\n\n---\n",
  "ten thousand characters": "x".repeat(10_000),
  "right to left": "abc \u202e gnp.exe \u2066 \u200f",
  emoji: "🎬🇩🇪👩‍💻 :rocket: :+1:",
  "a character reference": "&#64;octocat &lt;b&gt; &commat;octocat",
  "a footnote and a task": "[^1] [ ] [x]\n[^1]: https://evil.example",
  nothing: "",
  "an alert": "> [!WARNING]\n> boo",
  "hex that may be a commit": "c0ffee1 deadbeefdeadbeefdeadbeefdeadbeefdeadbeef",
};

const run = {
  run: 42,
  attempt: 1,
  url: "https://github.com/octo/reel/actions/runs/42",
  commit: "d".repeat(40),
};
const marker = "<!-- showreel:ci/video/make/tour -->";
const ours = [
  "br",
  "code",
  "details",
  "summary",
  "strong",
  "h3",
  "table",
  "thead",
  "tbody",
  "tr",
  "th",
  "td",
  "p",
  "a",
  "ul",
  "li",
  "pre",
  "input",
];

/** Every document in which words from outside stand. */
function documentsWith(words: string): Record<string, string> {
  const ready: Render = { ...completed, title: words, provider: words.trim() || "heygen" };
  const failure = new ShowreelError("generation_failed", `The video failed: ${words}`, { hint: words });
  const lost: Render = { ...failed, title: words, failure };
  return {
    "the summary": toSummary([ready], 42),
    "the summary of a failure": toSummary([lost], 42),
    "the comment": toCommentBody(marker, ready, run, undefined) ?? "",
    "the comment of a failure": toCommentBody(marker, lost, run, undefined) ?? "",
    "the notes": withBlock(
      "Notes.",
      "key",
      toBlock("key", { ...ready, releasePosterUrl: "https://github.com/p.jpg" }),
    ),
  };
}

const plain = documentsWith("Release");
const hosts = (document: string) =>
  inspectPage(document)
    .links.map(({ href }) => href.replace(/[^/]*$/, ""))
    .sort();

describe.each(Object.entries(hostile))("a title with %s", (_, words) => {
  test.each(Object.entries(documentsWith(words)))("changes nothing of %s but words", (name, markdown) => {
    const page = inspectPage(markdown, { expected: [...ours, "img"] });
    const before = inspectPage(plain[name] ?? "", { expected: [...ours, "img"] });
    expect({ mentions: page.mentions, html: page.html, images: page.images.length }).toEqual({
      mentions: [],
      html: [],
      images: before.images.length,
    });
    expect(page.issues.filter((issue) => !/^[0-9a-f]{7,40}$/.test(issue))).toEqual([]);
    expect(page.tables).toEqual(before.tables);
    expect(hosts(markdown)).toEqual(hosts(plain[name] ?? ""));
    expect(page.comments).toEqual(before.comments);
    expect(markdown.length).toBeLessThan(60_000);
    expect(markdown).not.toMatch(/[\u202e\u2066\u200f]/);
  });
});

test("whatever the words are, they stay words", () => {
  const pieces = fc.constantFrom(
    ..."@#|`<>![](){}*_~-:&;\n\\/.\"'$=^+ xa1".split(""),
    "http://",
    "www.",
    "<!--",
    "-->",
    "```",
  );
  const words = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(words, (title) => {
      for (const [name, markdown] of Object.entries(documentsWith(title))) {
        const page = inspectPage(markdown, { expected: [...ours, "img"] });
        const before = inspectPage(plain[name] ?? "", { expected: [...ours, "img"] });
        expect([page.mentions, page.html, page.tables]).toEqual([[], [], before.tables]);
        expect(page.links.length).toBe(before.links.length);
      }
    }),
    { numRuns: 150 },
  );
});

describe("the key of a video", () => {
  const keyOf = (typed: Record<string, string>, step = "make") =>
    videoKey(
      { workflow: "CI", job: "video", step },
      readSettings(sharedSettings(["heygen", "sandbox"]), typed),
    );

  test.each(Object.values(hostile))("ends no comment, whatever the title is: %j", (title) => {
    const key = keyOf({ title: title || "x", prompt: "p" });
    expect(key).toMatch(/^[A-Za-z0-9%._~/]+$/);
    expect(removeMarkedBlocks(withBlock("Notes.", key, toBlock(key, completed)))).toBe("Notes.");
  });

  test.each([
    ["is cut in the middle of a character", `${"a".repeat(59)}🎬 x`],
    ["is long in another script", "版".repeat(80)],
  ])("is found again when a name %s", (_, long) => {
    const key = videoKey(
      { workflow: long, job: long, step: long },
      readSettings(sharedSettings(["heygen"]), { title: long, prompt: "p" }),
    );
    expect(removeMarkedBlocks(withBlock("Notes.", key, toBlock(key, completed)))).toBe("Notes.");
  });

  test("tells apart whatever makes another video", () => {
    const wishes = [
      { prompt: "a" },
      { prompt: "b" },
      { script: "a" },
      { prompt: "a", title: "A" },
      { prompt: "a", title: "B" },
      { prompt: "a", title: "Что нового в версии 2 для администраторов" },
      { prompt: "a", title: "Что нового в версии 2 для разработчиков" },
      { prompt_file: "a.md" },
      { prompt: "a", voice_id: "v" },
      { prompt: "a", orientation: "portrait" },
      { prompt: "a", provider: "sandbox" },
      { prompt: "a", variables: "x: 1" },
      { prompt: "a", variables: "x: 2" },
      { prompt: "a", provider_options: "mode: chat" },
      { prompt: "a", release_tag: "v1" },
      { template: "release" },
      { template: "release", template_options: "language: German" },
      { template: "release", template_options: "language: French" },
      { audio: "a.mp3" },
      { template_id: "t" },
      { video_id: "v_1" },
      {},
    ];
    const keys = [...wishes.map((wish) => keyOf(wish)), keyOf({ prompt: "a" }, "make_2")];
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("stays when the words change under one title", () => {
    expect(keyOf({ prompt: "b", title: "A" })).toBe(keyOf({ prompt: "a", title: "A" }));
  });
});
