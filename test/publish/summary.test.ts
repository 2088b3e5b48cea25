import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../src/base/errors.ts";
import { toSummary } from "../../src/publish/summary.ts";
import { job, remote } from "../support/jobs/scripted-provider.ts";
import { completed, processing, started as render } from "../support/pipeline/render-states.ts";

test("shows a finished video with its link, measurements, timeline and ids", () => {
  expect(toSummary([completed], 42)).toBe(
    [
      "### Release 2",
      "",
      "[▶ Watch the video](./42/artifacts/7)",
      "",
      "A new video was made.",
      "",
      "| Provider | heygen |",
      "| :-- | :-- |",
      "| Video | new |",
      "| Length | 1 min 20 s (expected about 1 min 15 s) |",
      "| Cost | about 2.66 USD (expected about 2.50 USD, up to 4.35 USD) |",
      "| Wait | 5 min (expected 20 min to 45 min) |",
      "| Format | 1280 × 720, H&#46;264, with audio |",
      "| Size | 1.2 MB |",
      "",
      "```mermaid",
      '%%{init: {"gantt": {"topPadding": 25, "gridLineStartPadding": 25}}}%%',
      "gantt",
      "  dateFormat x",
      "  tickInterval 1month",
      "  section Provider",
      "  Queued 40 s :1200000000, 1200040000",
      "  Rendering 4 min 20 s :1200040000, 1200300000",
      "  section Runner",
      "  Download 2 s :1200300000, 1200302000",
      "  Upload 1 s :1200302000, 1200303000",
      "```",
      "",
      "<details><summary>Ids and checksum</summary>",
      "",
      "- Video id: <code>v&#95;1</code>",
      `- SHA-256: <code>${"ab".repeat(32)}</code>`,
      "- Page: [at the provider](https://app.heygen.com/video/v_1)",
      "",
      "</details>",
      "",
    ].join("\n"),
  );
});

test("says that an existing video was resumed", () => {
  expect(toSummary([{ ...completed, resumed: true }])).toContain(
    "An existing video was resumed; no new video was paid for.",
  );
});

test("shows the ids of a video that is still rendering, and where it is rendering", () => {
  const session = { ...job, ids: { session_id: "s-1", video_id: "v-1" } };
  const summary = toSummary([{ ...processing, job: session }]);
  expect(summary).toContain("The video is still rendering at HeyGen.");
  expect(summary).toContain("- Video id: <code>v&#45;1</code>");
  expect(summary).toContain("- Session id: <code>s&#45;1</code>");
  const elsewhere = toSummary([{ ...processing, provider: "unknown" }]);
  expect(elsewhere).toContain("The video is still rendering at the provider.");
});

test("shows the rows and warnings of a dry run as literal text", () => {
  const rows = [["Avatar", "**Anna** | [x](https://evil.example)"]] as const;
  const preflight = { rows, warnings: ["No @money."], estimate: { seconds: 80 } };
  const summary = toSummary([{ ...render, preflight }]);
  expect(summary).toContain("Nothing was submitted: this was a dry run.");
  expect(summary).toContain("| Expected length | about 1 min 20 s |\n| Expected cost | unknown |");
  expect(summary).not.toMatch(/\*\*Anna|\]\(https|@money/);
});

describe("the summary of a failure", () => {
  const failure = new ShowreelError("timed_out", "Timed out.", { hint: "Resume it.\nLater." });

  test("shows its code, message and hint, and the ids that are known", () => {
    const summary = toSummary([{ ...processing, failure }]);
    expect(summary).toContain("**timed_out**: Timed out&#46;\n\nResume it&#46;<br>Later&#46;");
    expect(summary).toContain("- Video id: <code>v&#95;1</code>");
    expect(summary).not.toContain("A new video was made");
  });

  test("before the submit has no ids", () => {
    const early = new ShowreelError("invalid_input", "One is bad.\nTwo is bad.");
    const summary = toSummary([{ ...render, status: "failed", failure: early }]);
    expect(summary).toContain("**invalid_input**: One is bad&#46;<br>Two is bad&#46;");
    expect(summary).not.toContain("Video id");
  });

  test("after the download still shows the file", () => {
    const unpublished = new ShowreelError("publish_failed", "The artifact was not uploaded.");
    const summary = toSummary([{ ...completed, artifact: undefined, failure: unpublished }]);
    expect(summary).toContain("| Size | 1.2 MB |");
    expect(summary).toContain("[▶ Watch the video](https://app.heygen.com/video/v_1)");
  });

  test("contains the whole hint, however long it is", () => {
    const hint = `${"Check the key. ".repeat(10)} Resume it with \`video_id\` set to "${"i".repeat(128)}" - the end`;
    const summary = toSummary([
      { ...processing, failure: new ShowreelError("unauthorized", "No.", { hint }) },
    ]);
    expect(summary).toContain("the end");
  });
});

test.each([completed, processing, { ...processing, failure: new ShowreelError("timed_out", "x") }])(
  "contains no signed URL (%#)",
  (state) => {
    expect(toSummary([{ ...state, remote }])).not.toMatch(
      /Signature|secret|files&#46;example|files\.example/,
    );
  },
);

test("shows untrusted titles and provider names as literal text", () => {
  const title = "| **x** | <b>\n# y [z](https://evil.example)";
  const summary = toSummary([{ ...completed, title, provider: title }]);
  expect(summary).not.toMatch(/<b>|\*\*x|\]\(https:\/\/evil/);
  expect(summary.split("\n")).toHaveLength(toSummary([completed]).split("\n").length);
});
