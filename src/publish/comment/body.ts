import { formatHint } from "../../base/errors.ts";
import { formatDuration } from "../../base/text/format-units.ts";
import { formatWait } from "../../jobs/cost/estimate.ts";
import type { VideoState } from "../../jobs/video-record.ts";
import { escapeMarkdown, markdownLink, markdownTable, toMarkdownLines } from "../markdown.ts";
import { resultRows } from "../result-rows.ts";
import { watchLink } from "../watch-link.ts";
import type { Comment } from "./comments.ts";
import { type CommentState, isNewer, readState, versionBefore, writeState } from "./state.ts";

/** The run that writes the comment, and its commit. */
export interface CommentRun {
  readonly run: number;
  readonly attempt: number;
  /** The URL of the workflow run's page. */
  readonly url: string;
  readonly commit: string;
}

// GitHub accepts 65,536 characters.
const maxBodyLength = 60_000;

/**
 * Returns the body of the comment for the current state of the video; undefined if the comment was written by
 * a later run or attempt.
 */
export function toCommentBody(
  marker: string,
  video: VideoState,
  run: CommentRun,
  current: Pick<Comment, "id" | "body"> | undefined,
): string | undefined {
  const before = readState(current?.body ?? "");
  if (before && isNewer(before, run)) return undefined;
  const state = { ...toState(video, run, before), ...(current && { comment: current.id }) };
  const parts = [
    `${marker}\n### ${escapeMarkdown(video.title)}`,
    video.local && watchLink(video),
    commentHeadline(video, run),
    markdownTable([...resultRows(video), ...changeRows(state)]),
  ];
  const body = parts.filter(Boolean).join("\n\n");
  return `${body.slice(0, maxBodyLength)}\n\n${writeState(state)}`;
}

function toState(
  video: VideoState,
  { run, attempt, commit }: CommentRun,
  current?: CommentState,
): CommentState {
  const before = versionBefore(current, { run });
  return {
    run,
    attempt,
    ...(video.local && { seconds: video.local.durationSeconds }),
    ...(/^[0-9a-f]{7,64}$/.test(commit) && { commit }),
    ...(before && { before }),
  };
}

function commentHeadline(video: VideoState, { url }: CommentRun): string {
  const runLink = markdownLink("workflow run", url);
  const { failure, estimate } = video;
  if (video.local && !failure)
    return `**Ready.** ${video.resumed ? "Resumed" : "Rendered"} by this ${runLink}.`;
  if (failure && !video.local) {
    const message = `**${failure.code}**: ${toMarkdownLines(failure.message)}`;
    return [message, toMarkdownLines(formatHint(failure, { inGitHub: true })), `See the ${runLink}.`].join(
      "\n\n",
    );
  }
  const wait = estimate?.waitMinutes ? `; it usually takes ${formatWait(estimate.waitMinutes)}` : "";
  if (video.local) {
    const message = toMarkdownLines(failure?.message ?? "");
    return `The video is complete, but the run failed: ${message} See the ${runLink}.`;
  }
  return [`**Rendering**${wait}. See the ${runLink}.`, toMarkdownLines(video.resumeHint ?? "")]
    .filter(Boolean)
    .join("\n\n");
}

function changeRows({ seconds, commit, before }: CommentState): (readonly [string, string])[] {
  if (seconds === undefined || before === undefined) return [];
  const parts = [
    before.seconds !== undefined &&
      `${formatDuration(before.seconds * 1_000)} → ${formatDuration(seconds * 1_000)}`,
    before.commit && commit && `${before.commit.slice(0, 7)} → ${commit.slice(0, 7)}`,
  ];
  return [["Since the last video", parts.filter(Boolean).join(", ")]];
}
