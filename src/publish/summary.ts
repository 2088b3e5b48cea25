import { formatHint } from "../base/errors.ts";
import { formatDuration } from "../base/text/format-units.ts";
import { dryRunMessage, preflightRows } from "../jobs/cost/preflight.ts";
import type { Artifact, Milestone, VideoState } from "../jobs/video-record.ts";
import { providers } from "../providers/index.ts";
import { escapeMarkdown, markdownTable, toMarkdownLines } from "./markdown.ts";
import { detailList, type Row, resultRows } from "./result-rows.ts";
import { watchLink } from "./watch-link.ts";

/**
 * Returns the job summary in GitHub's Markdown, with a section for each video: the result, a link and the
 * duration of each step, or the error and what to do. It contains no signed URL. `runId` is the workflow run
 * that shows the summary. Links to artifacts are relative to that run's page, so that they work even if the
 * repository name is masked.
 */
export function toSummary(videos: readonly VideoState[], runId?: number): string {
  return videos.map((video) => toSection(video, runId)).join("\n");
}

function toSection(video: VideoState, runId: number | undefined): string {
  const linked = withRelativeArtifactUrls(video, runId);
  const parts = [
    `### ${escapeMarkdown(video.title)}`,
    video.local && watchLink(linked),
    headline(video),
    video.preflight?.warnings.map((warning) => toMarkdownLines(warning)).join("\n\n"),
    table(video),
    timeline(video),
    details(linked),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function withRelativeArtifactUrls(video: VideoState, runId: number | undefined): VideoState {
  const { artifact, rejectedArtifact } = video;
  return {
    ...video,
    artifact: artifact && withRelativeUrl(artifact, runId),
    rejectedArtifact: rejectedArtifact && withRelativeUrl(rejectedArtifact, runId),
  };
}

// On servers other than GitHub, the URL is not that of the artifact's own page.
function withRelativeUrl(artifact: Artifact, runId: number | undefined): Artifact {
  const path = `/artifacts/${artifact.id}`;
  return runId && artifact.url.endsWith(path) ? { ...artifact, url: `./${runId}${path}` } : artifact;
}

function headline(video: VideoState): string {
  const { failure, local, preflight, skipReason, resumeHint = "" } = video;
  if (failure) {
    const what = `**${failure.code}**: ${toMarkdownLines(failure.message)}`;
    return `${what}\n\n${toMarkdownLines(formatHint(failure, { inGitHub: true }))}`;
  }
  if (skipReason) return escapeMarkdown(skipReason);
  if (preflight) return dryRunMessage;
  if (!local)
    return `The video is still rendering at ${providerLabel(video)}. ${toMarkdownLines(resumeHint)}`.trim();
  return video.resumed
    ? "An existing video was resumed; no new video was paid for."
    : "A new video was made.";
}

function providerLabel({ provider }: VideoState): string {
  return providers.find(({ name }) => name === provider)?.label ?? "the provider";
}

function table(video: VideoState): string {
  const preflight = video.preflight ? preflightRows(video.preflight) : [];
  const rows = [
    ...resultRows(video),
    ...preflight.map(([name, value]): Row => [name, escapeMarkdown(value)]),
  ];
  // A table with only the provider's name would be useless.
  return rows.length > 1 ? markdownTable(rows) : "";
}

// Collapsed if there is a video; otherwise the reader needs the ids.
function details(video: VideoState): string {
  const list = detailList(video);
  if (!video.local || list === "") return list;
  return `<details><summary>Ids and checksum</summary>\n\n${list}\n\n</details>`;
}

const segments: readonly (readonly [name: string, section: string, from: Milestone, to: Milestone])[] = [
  ["Queued", "Provider", "submitted", "rendering"],
  ["Rendering", "Provider", "rendering", "rendered"],
  ["Download", "Runner", "rendered", "downloaded"],
  ["Upload", "Runner", "downloaded", "uploaded"],
];

// The browser would label the axis with times in its own time zone. With one tick per month and a start in
// the middle of a month of 1970, the axis has no label at all.
const chartStart = 1_200_000_000;
const chartHeader = [
  "```mermaid",
  '%%{init: {"gantt": {"topPadding": 25, "gridLineStartPadding": 25}}}%%',
  "gantt",
  "  dateFormat x",
  "  tickInterval 1month",
];

// A Mermaid chart, which GitHub draws, of how long each step of a finished video took.
function timeline({ milestones }: VideoState): string | undefined {
  const { submitted, rendered } = milestones;
  if (submitted === undefined || rendered === undefined) return undefined;
  const rows = segments.flatMap(([name, section, from, to]) => {
    const start = from === "submitted" ? submitted : milestones[from];
    // If no poll reported "rendering", the whole time until the video was finished counts as queued.
    const end = milestones[to] ?? (to === "rendering" ? rendered : undefined);
    if (start === undefined || end === undefined || end <= start) return [];
    return [{ name, section, start, end }];
  });
  if (rows.length === 0) return undefined;
  const lines = rows.map(({ name, section, start, end }, index) => {
    const header = rows[index - 1]?.section === section ? [] : [`  section ${section}`];
    const [from, to] = [start, end].map((moment) => chartStart + moment - submitted);
    return [...header, `  ${name} ${formatDuration(end - start)} :${from}, ${to}`].join("\n");
  });
  return [...chartHeader, ...lines, "```"].join("\n");
}
