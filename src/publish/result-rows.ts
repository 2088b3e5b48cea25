import { formatBytes, formatDuration } from "../base/format-units.ts";
import { formatCost, formatCostOfLength, formatLength, formatWait } from "../jobs/cost/estimate.ts";
import type { Render } from "../jobs/record.ts";
import { escapeMarkdown, markdownLink } from "./markdown.ts";
import { publicPageUrl } from "./watch-link.ts";

/** A row of a table: a name, and Markdown. */
export type Row = readonly [name: string, value: string];

/** What there is to know of a video at first sight: what was measured, beside what was expected. */
export function resultRows(render: Render): Row[] {
  const { provider, local, resumed } = render;
  return definedRows([
    ["Provider", escapeMarkdown(provider)],
    ["Video", local && (resumed ? "taken up, paid for before" : "new")],
    ...expectationRows(render),
    ["Size", local && formatBytes(local.sizeBytes)],
  ]);
}

/** What a person looks up only when something is wrong, as a list: an id is too long for a table on a telephone. */
export function detailList(render: Render): string {
  const { job, local } = render;
  const page = publicPageUrl(render);
  const rows = definedRows([
    ["Video id", toCode(job?.ids.video_id)],
    ["Session id", toCode(job?.ids.session_id)],
    ["SHA-256", toCode(local?.sha256)],
    ["Page", page && markdownLink("at the provider", page)],
  ]);
  return rows.map(([name, value]) => `- ${name}: ${value}`).join("\n");
}

const toCode = (words: string | undefined) =>
  words === undefined || words === "" ? undefined : `<code>${escapeMarkdown(words)}</code>`;

function expectationRows({ estimate, local, phases }: Render): (readonly [string, string | undefined])[] {
  const length = local && formatDuration(local.durationSeconds * 1_000);
  if (!estimate) return [["Length", length]];
  const { waitMinutes } = estimate;
  const waited = phases.render ? formatDuration(phases.render) : undefined;
  return [
    ["Length", withExpected(length, formatLength(estimate))],
    [
      "Cost",
      withExpected(local && formatCostOfLength(estimate, local.durationSeconds), formatCost(estimate)),
    ],
    ["Wait", waitMinutes && withExpected(waited, formatWait(waitMinutes))],
  ];
}

const withExpected = (measured: string | undefined, expected: string) =>
  measured === undefined ? `expected ${expected}` : `${measured} (expected ${expected})`;

function definedRows(rows: readonly (readonly [string, string | undefined])[]): Row[] {
  return rows.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

/** Words from outside as lines of Markdown; what stands in backticks, as settings do, is code. */
export function toMarkdownLines(text: string): string {
  return text
    .split("\n")
    .map((line) => escapeMarkdown(line, 2_000).replace(/&#96;(.+?)&#96;/g, "<code>$1</code>"))
    .join("<br>");
}
