import { basename } from "node:path";
import { formatBytes, formatDuration } from "../base/text/format-units.ts";
import type { VideoFormat } from "../download/media/inspection.ts";
import { formatCost, formatCostOfLength, formatLength, formatWait } from "../jobs/cost/estimate.ts";
import type { VideoState } from "../jobs/video-record.ts";
import { escapeMarkdown, markdownLink } from "./markdown.ts";
import { publicPageUrl } from "./watch-link.ts";

/** A table row: a name, and a value in Markdown. */
export type Row = readonly [name: string, value: string];

/** Returns the rows that the job summary and the comment show: measured values next to expected ones. */
export function resultRows(video: VideoState): Row[] {
  const { provider, local, resumed } = video;
  return definedRows([
    ["Provider", escapeMarkdown(provider)],
    ["Video", local && (resumed ? "resumed, paid for earlier" : "new")],
    ...expectationRows(video),
    ["Format", local && formatOf(local)],
    ["Size", local && formatBytes(local.sizeBytes)],
  ]);
}

/**
 * Returns the ids and the checksum, which are needed for troubleshooting, as a list. Ids are too wide for a
 * table on a phone.
 */
export function detailList(video: VideoState): string {
  const { job, local, rejected } = video;
  const page = publicPageUrl(video);
  const rows = definedRows([
    ["Video id", toCode(job?.ids.video_id)],
    ["Session id", toCode(job?.ids.session_id)],
    ["Rejected file", rejected && rejectedLink(rejected.path, video)],
    ["SHA-256", toCode((local ?? rejected)?.sha256)],
    ["Page", page && markdownLink("at the provider", page)],
  ]);
  return rows.map(([name, value]) => `- ${name}: ${value}`).join("\n");
}

// The artifact is named after the file, but may have a number.
function rejectedLink(path: string, { rejectedArtifact }: VideoState): string | undefined {
  const name = basename(path);
  return rejectedArtifact ? markdownLink(name, rejectedArtifact.url) : toCode(name);
}

// Such as "1920 × 1080, H.264, with audio". A file may not state the size of its picture.
function formatOf({ width, height, codec, hasAudio }: VideoFormat): string {
  const size = width > 0 && height > 0 ? [`${width} × ${height}`] : [];
  return [...size, escapeMarkdown(codec), hasAudio ? "with audio" : "no audio"].join(", ");
}

type OptionalRow = readonly [name: string, value: string | undefined];

function definedRows(rows: readonly OptionalRow[]): Row[] {
  return rows.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

function expectationRows({ estimate, local, phases }: VideoState): OptionalRow[] {
  const length = local && formatDuration(local.durationSeconds * 1_000);
  if (!estimate) return [["Length", length]];
  const cost = local && formatCostOfLength(estimate, local.durationSeconds);
  const wait = phases.render ? formatDuration(phases.render) : undefined;
  return [
    ["Length", withExpected(length, formatLength(estimate))],
    ["Cost", withExpected(cost, formatCost(estimate))],
    ["Wait", estimate.waitMinutes && withExpected(wait, formatWait(estimate.waitMinutes))],
  ];
}

function withExpected(measured: string | undefined, expected: string): string {
  return measured === undefined ? `expected ${expected}` : `${measured} (expected ${expected})`;
}

function toCode(text: string | undefined): string | undefined {
  return text === undefined || text === "" ? undefined : `<code>${escapeMarkdown(text)}</code>`;
}
