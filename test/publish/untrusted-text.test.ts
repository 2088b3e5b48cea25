import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../src/base/errors.ts";
import type { VideoState } from "../../src/jobs/video-record.ts";
import { toCommentBody } from "../../src/publish/comment/body.ts";
import { toBlock, withBlock } from "../../src/publish/release/notes.ts";
import { toSummary } from "../../src/publish/summary.ts";
import { hostileTexts } from "../support/github-page/hostile-texts.ts";
import { type InspectedPage, inspectPage } from "../support/github-page/inspect-page.ts";
import { completed, failed } from "../support/pipeline/render-states.ts";
import { propertyRuns } from "../support/property-runs.ts";

const run = {
  run: 42,
  attempt: 1,
  url: "https://github.com/octo/reel/actions/runs/42",
  commit: "d".repeat(40),
};
const marker = "<!-- showreel:ci/video/make/tour -->";
const ourElements = [
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

/** Every document that shows untrusted text, with this text in it. */
function documentsWith(text: string): Record<string, string> {
  const ready: VideoState = { ...completed, title: text, provider: text.trim() || "heygen" };
  const failure = new ShowreelError("generation_failed", `The video failed: ${text}`, { hint: text });
  const failedRender: VideoState = { ...failed, title: text, failure };
  return {
    "the summary": toSummary([ready], 42),
    "the summary of a failure": toSummary([failedRender], 42),
    "the comment": toCommentBody(marker, ready, run, undefined) ?? "",
    "the comment of a failure": toCommentBody(marker, failedRender, run, undefined) ?? "",
    "the notes": withBlock(
      "Notes.",
      "key",
      toBlock("key", { ...ready, releasePosterUrl: "https://github.com/p.jpg" }),
    ),
  };
}

const inspect = (markdown: string) => inspectPage(markdown, { expected: [...ourElements, "img"] });
const plainPages = new Map(
  Object.entries(documentsWith("Release")).map(([name, markdown]) => [name, inspect(markdown)]),
);
const plainPage = (name: string) => plainPages.get(name) ?? inspect("");
const hosts = ({ links }: InspectedPage) => links.map(({ href }) => href.replace(/[^/]*$/, "")).sort();

describe.each(Object.entries(hostileTexts))("a title with %s", (_, text) => {
  test.each(Object.entries(documentsWith(text)))("changes only the text of %s", (name, markdown) => {
    const page = inspect(markdown);
    const before = plainPage(name);
    expect({ mentions: page.mentions, html: page.html, images: page.images.length }).toEqual({
      mentions: [],
      html: [],
      images: before.images.length,
    });
    expect(page.issues.filter((issue) => !/^[0-9a-f]{7,40}$/.test(issue))).toEqual([]);
    expect(page.tables).toEqual(before.tables);
    expect(hosts(page)).toEqual(hosts(before));
    expect(page.comments).toEqual(before.comments);
    expect(markdown.length).toBeLessThan(60_000);
    expect(markdown).not.toMatch(/[\u202e\u2066\u200f]/);
  });
});

test("any text stays literal in every document", () => {
  const pieces = fc.constantFrom(
    ..."@#|`<>![](){}*_~-:&;\n\\/.\"'$=^+ xa1".split(""),
    "http://",
    "www.",
    "<!--",
    "-->",
    "```",
  );
  const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(texts, (title) => {
      for (const [name, markdown] of Object.entries(documentsWith(title))) {
        const page = inspect(markdown);
        const before = plainPage(name);
        expect([page.mentions, page.html, page.tables]).toEqual([[], [], before.tables]);
        expect(page.links.length).toBe(before.links.length);
      }
    }),
    propertyRuns(150),
  );
});
