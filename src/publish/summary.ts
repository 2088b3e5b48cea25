import { formatDuration } from "../base/format-units.ts";
import { preflightRows } from "../jobs/cost/preflight.ts";
import type { Milestone, Render } from "../jobs/record.ts";
import { escapeMarkdown, markdownTable } from "./markdown.ts";
import { detailList, type Row, resultRows, toMarkdownLines } from "./result-rows.ts";
import { watchLink } from "./watch-link.ts";

/** A stretch of a video's life: what it is called, where it happens, and the moments that it lies between. */
const segments: readonly (readonly [name: string, place: string, from: Milestone, to: Milestone])[] = [
  ["Queued", "Provider", "submitted", "rendering"],
  ["Rendering", "Provider", "rendering", "rendered"],
  ["Download", "Here", "rendered", "downloaded"],
  ["Upload", "Here", "downloaded", "uploaded"],
];

// A browser would show the times of an axis in its own time zone, so there is none: ticks once a month, begun in the middle of
// one, in 1970.
const chartStart = 1_200_000_000;
const chartHeader = [
  "```mermaid",
  '%%{init: {"gantt": {"topPadding": 25, "gridLineStartPadding": 25}}}%%',
  "gantt",
  "  dateFormat x",
  "  tickInterval 1month",
];

/** The time line of a finished video as a Mermaid chart, which GitHub draws; undefined for others. */
function toTimeline({ milestones }: Render): string | undefined {
  const { submitted, rendered } = milestones;
  if (submitted === undefined || rendered === undefined) return undefined;
  const rows = segments.flatMap(([name, place, from, to]) => {
    const start = milestones[from] ?? submitted;
    // What nobody has seen being worked on was queued until it was finished.
    const end = milestones[to] ?? (to === "rendering" ? rendered : undefined);
    const isSeen = from === "submitted" || milestones[from] !== undefined;
    return end === undefined || end <= start || !isSeen ? [] : [{ name, place, start, end }];
  });
  const lines = rows.map(({ name, place, start, end }, index) => {
    const section = rows[index - 1]?.place === place ? [] : [`  section ${place}`];
    const [from, to] = [start, end].map((moment) => chartStart + moment - submitted);
    return [...section, `  ${name} ${formatDuration(end - start)} :${from}, ${to}`].join("\n");
  });
  return rows.length === 0 ? undefined : [...chartHeader, ...lines, "```"].join("\n");
}

/**
 * The job summary in GitHub's Markdown: what was made, where to see it, how long each part took; or what went wrong, and what to
 * do. No signed link. On the page of the workflow run `run` it leads to the artifact by a relative link, which no masking of names
 * can break.
 */
export function toSummary(render: Render, run?: number): string {
  const shown =
    run && render.artifact ? withArtifactUrl(render, `./${run}/artifacts/${render.artifact.id}`) : render;
  const parts = [
    `### ${escapeMarkdown(render.title)}`,
    render.local && watchLink(shown),
    summaryHeadline(render),
    render.preflight?.warnings.map((words) => toMarkdownLines(words)).join("\n\n"),
    summaryTable(render),
    toTimeline(render),
    detailsSection(render),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

const withArtifactUrl = (render: Render, url: string): Render => ({
  ...render,
  ...(render.artifact && { artifact: { ...render.artifact, url } }),
});

function summaryHeadline(render: Render): string {
  const { failure, local, preflight, skipReason } = render;
  if (failure)
    return `**${failure.code}**: ${toMarkdownLines(failure.message)}\n\n${toMarkdownLines(failure.hint ?? "")}`;
  if (skipReason) return escapeMarkdown(skipReason);
  if (preflight) return "Nothing was submitted: this was a dry run.";
  if (!local)
    return `The video goes on rendering at the provider. ${toMarkdownLines(render.resumeHint ?? "")}`.trim();
  return render.resumed ? "An existing video was taken up." : "A new video was made.";
}

function summaryTable(render: Render): string {
  const found = (render.preflight ? preflightRows(render.preflight) : []).map(
    ([name, value]): Row => [name, escapeMarkdown(value)],
  );
  const rows = [...resultRows(render), ...found];
  // Who did not make a video is no table.
  return rows.length > 1 ? markdownTable(rows) : "";
}

// Ids are looked up when something is wrong: then they are what matters.
function detailsSection(render: Render): string {
  const list = detailList(render);
  if (!render.local || list === "") return list;
  return `<details><summary>Ids and checksum</summary>\n\n${list}\n\n</details>`;
}
