import { duration } from "../base/plain-text.ts";
import { toFindings } from "../jobs/cost/preflight.ts";
import type { Moment, Render } from "../jobs/record.ts";
import { watchLink } from "./links.ts";
import { escapeMarkdown, table } from "./markdown.ts";
import { detailList, type Row, resultRows, sentences } from "./rows.ts";

/** A stretch of a video's life: what it is called, where it happens, and the moments that it lies between. */
const stretches: readonly (readonly [name: string, place: string, from: Moment, to: Moment])[] = [
  ["Queued", "Provider", "submitted", "rendering"],
  ["Rendering", "Provider", "rendering", "rendered"],
  ["Download", "Here", "rendered", "downloaded"],
  ["Upload", "Here", "downloaded", "uploaded"],
];

// A browser would show the times of an axis in its own time zone, so there is none: ticks once a month, begun in the middle of
// one, in 1970.
const origin = 1_200_000_000;
const head = [
  "```mermaid",
  '%%{init: {"gantt": {"topPadding": 25, "gridLineStartPadding": 25}}}%%',
  "gantt",
  "  dateFormat x",
  "  tickInterval 1month",
];

/** The time line of a finished video as a Mermaid chart, which GitHub draws; undefined for others. */
function toTimeline({ moments }: Render): string | undefined {
  const { submitted, rendered } = moments;
  if (submitted === undefined || rendered === undefined) return undefined;
  const rows = stretches.flatMap(([name, place, from, to]) => {
    const start = moments[from] ?? submitted;
    // What nobody has seen being worked on was queued until it was finished.
    const end = moments[to] ?? (to === "rendering" ? rendered : undefined);
    const isSeen = from === "submitted" || moments[from] !== undefined;
    return end === undefined || end <= start || !isSeen ? [] : [{ name, place, start, end }];
  });
  const lines = rows.map(({ name, place, start, end }, index) => {
    const section = rows[index - 1]?.place === place ? [] : [`  section ${place}`];
    const [from, to] = [start, end].map((moment) => origin + moment - submitted);
    return [...section, `  ${name} ${duration(end - start)} :${from}, ${to}`].join("\n");
  });
  return rows.length === 0 ? undefined : [...head, ...lines, "```"].join("\n");
}

/**
 * The job summary in GitHub's Markdown: what was made, where to see it, how long each part took; or what went wrong, and what to
 * do. No signed link. On the page of the workflow run `run` it leads to the artifact by a relative link, which no masking of names
 * can break.
 */
export function toSummary(render: Render, run?: number): string {
  const shown =
    run && render.artifact ? onRunPage(render, `./${run}/artifacts/${render.artifact.id}`) : render;
  const parts = [
    `### ${escapeMarkdown(render.title)}`,
    render.local && watchLink(shown),
    headline(render),
    render.check?.warnings.map((words) => sentences(words)).join("\n\n"),
    rowsOf(render),
    toTimeline(render),
    details(render),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

const onRunPage = (render: Render, url: string): Render => ({
  ...render,
  ...(render.artifact && { artifact: { ...render.artifact, url } }),
});

function headline(render: Render): string {
  const { failure, local, check, skipped } = render;
  if (failure)
    return `**${failure.code}**: ${sentences(failure.message)}\n\n${sentences(failure.hint ?? "")}`;
  if (skipped) return escapeMarkdown(skipped);
  if (check) return "Nothing was submitted: this was a dry run.";
  if (!local) return `The video goes on rendering at the provider. ${sentences(render.wayBack ?? "")}`.trim();
  return render.resumed ? "An existing video was taken up." : "A new video was made.";
}

function rowsOf(render: Render): string {
  const found = (render.check ? toFindings(render.check) : []).map(
    ([name, value]): Row => [name, escapeMarkdown(value)],
  );
  const rows = [...resultRows(render), ...found];
  // Who did not make a video is no table.
  return rows.length > 1 ? table(rows) : "";
}

// Ids are looked up when something is wrong: then they are what matters.
function details(render: Render): string {
  const list = detailList(render);
  if (!render.local || list === "") return list;
  return `<details><summary>Ids and checksum</summary>\n\n${list}\n\n</details>`;
}
