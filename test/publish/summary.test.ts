import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../src/base/errors.ts";
import { toSummary } from "../../src/publish/summary.ts";
import type { Render } from "../../src/render/record.ts";
import { job, remote } from "../support/scripted-provider.ts";

const local = {
  path: "/checkout/videos/release.mp4",
  sizeBytes: 1_200_000,
  sha256: "ab".repeat(32),
  durationSeconds: 80,
};
const render: Render = { status: "pending", title: "Release 2", provider: "heygen", phases: {} };
const processing: Render = { ...render, status: "processing", job, resumed: false, phases: { submit: 900 } };
const completed: Render = {
  ...processing,
  status: "completed",
  remote: { ...remote, pageUrl: "https://app.heygen.com/video/v_1" },
  local,
  artifact: { id: "7", url: "https://github.com/a/b/actions/runs/1/artifacts/7", digest: "sha256:ab" },
  phases: { submit: 900, render: 300_000, download: 2_000, upload: 1_000 },
};

test("a finished video is summed up in full", () => {
  expect(toSummary(completed)).toBe(
    [
      "### Release 2",
      "",
      "A new video was made.",
      "",
      "| | |",
      "| --- | --- |",
      "| Video | [Play](https://github.com/a/b/actions/runs/1/artifacts/7) (artifact) |",
      "| Provider | heygen |",
      "| Video id | <code>v&#95;1</code> |",
      "| Length | 1 min 20 s |",
      "| Size | 1.2 MB |",
      `| SHA-256 | <code>${"ab".repeat(32)}</code> |`,
      "| Page | [at the provider](https://app.heygen.com/video/v_1) |",
      "",
      "Time: submit 0.9 s · render 5 min · download 2 s · upload 1 s",
      "",
    ].join("\n"),
  );
});

test("a video that was taken up is not called new", () => {
  expect(toSummary({ ...completed, resumed: true })).toContain("An existing video was taken up.");
});

test("a video that goes on rendering is said to do so, and shows its ids", () => {
  const session = { ...job, ids: { session_id: "s-1", video_id: "v-1" } };
  const summary = toSummary({ ...processing, job: session });
  expect(summary).toContain("The video goes on rendering at the provider.");
  expect(summary).toContain("| Video id | <code>v&#45;1</code> |");
  expect(summary).toContain("| Session id | <code>s&#45;1</code> |");
});

test("a dry run shows what was found, as words", () => {
  const findings = [["Avatar", "**Anna** | [x](https://evil.example)"]] as const;
  const check = { findings, warnings: ["No @money."], estimate: { seconds: 80 } };
  const summary = toSummary({ ...render, check });
  expect(summary).toContain("Nothing was submitted: this was a dry run.");
  expect(summary).toContain("| Expected length | about 1 min 20 s |\n| Expected cost | unknown |");
  expect(summary).not.toMatch(/\*\*Anna|\]\(https|@money/);
});

describe("a failure", () => {
  const failure = new ShowreelError("timed_out", "The time is up.", { hint: "Take it up.\nLater." });

  test("shows its code, what happened and what to do, and the ids there are", () => {
    const summary = toSummary({ ...processing, failure });
    expect(summary).toContain("**timed_out**: The time is up&#46;\n\nTake it up&#46;<br>Later&#46;");
    expect(summary).toContain("| Video id | <code>v&#95;1</code> |");
    expect(summary).not.toContain("A new video was made");
  });

  test("before anything was submitted is summed up too", () => {
    const early = new ShowreelError("invalid_input", "One is bad.\nTwo is bad.");
    const summary = toSummary({ ...render, status: "failed", failure: early });
    expect(summary).toContain("**invalid_input**: One is bad&#46;<br>Two is bad&#46;");
    expect(summary).not.toContain("Video id");
  });

  test("of a finished video still shows the file", () => {
    const unpublished = new ShowreelError("publish_failed", "The artifact was not uploaded.");
    const summary = toSummary({ ...completed, artifact: undefined, failure: unpublished });
    expect(summary).toContain("| Size | 1.2 MB |");
    expect(summary).not.toContain("[Play]");
  });

  test("is told to its end, however long the way back is", () => {
    const hint = `${"Check the key. ".repeat(10)} Take it up with \`video_id\` set to "${"i".repeat(128)}" - the end`;
    const summary = toSummary({ ...processing, failure: new ShowreelError("unauthorized", "No.", { hint }) });
    expect(summary).toContain("the end");
  });
});

test.each([completed, processing, { ...processing, failure: new ShowreelError("timed_out", "x") }])(
  "no summary shows the signed link (%#)",
  (state) => {
    expect(toSummary({ ...state, remote })).not.toMatch(/Signature|secret|files&#46;example|files\.example/);
  },
);

test("words from outside stay words", () => {
  const title = "| **x** | <b>\n# y [z](https://evil.example)";
  const summary = toSummary({ ...completed, title, provider: title });
  expect(summary).not.toMatch(/<b>|\*\*x|\]\(https:\/\/evil/);
  expect(summary.split("\n")).toHaveLength(toSummary(completed).split("\n").length);
});
