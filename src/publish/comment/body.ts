import { formatHint } from "../../base/errors.ts";
import { formatDuration } from "../../base/format-units.ts";
import { formatWait } from "../../jobs/cost/estimate.ts";
import type { Render } from "../../jobs/record.ts";
import { escapeMarkdown, markdownLink, markdownTable, toMarkdownLines } from "../markdown.ts";
import { resultRows } from "../result-rows.ts";
import { watchLink } from "../watch-link.ts";
import type { Comment } from "./comments.ts";
import { type CommentState, isNewer, readState, versionBefore, writeState } from "./state.ts";

/** The run that writes, and for which commit. */
export interface CommentRun {
  readonly run: number;
  readonly attempt: number;
  /** The workflow run's page. */
  readonly url: string;
  readonly commit: string;
}

// GitHub takes 65,536 characters.
const maxBodyLength = 60_000;

/**
 * A comment for this state of the video, in place of the one that is there now. Undefined when that is the work of a later
 * run.
 */
export function toCommentBody(
  marker: string,
  render: Render,
  run: CommentRun,
  present: Pick<Comment, "id" | "body"> | undefined,
): string | undefined {
  const before = readState(present?.body ?? "");
  if (before && isNewer(before, run)) return undefined;
  const state = { ...toState(render, run, before), ...(present && { comment: present.id }) };
  const parts = [
    `${marker}\n### ${escapeMarkdown(render.title)}`,
    render.local && watchLink(render),
    commentHeadline(render, run),
    markdownTable([...resultRows(render), ...changeRows(state)]),
  ];
  const body = parts.filter(Boolean).join("\n\n");
  return `${body.slice(0, maxBodyLength)}\n\n${writeState(state)}`;
}

function toState(render: Render, { run, attempt, commit }: CommentRun, present?: CommentState): CommentState {
  const before = versionBefore(present, { run });
  return {
    run,
    attempt,
    ...(render.local && { seconds: render.local.durationSeconds }),
    ...(/^[0-9a-f]{7,64}$/.test(commit) && { commit }),
    ...(before && { before }),
  };
}

function commentHeadline(render: Render, { url }: CommentRun): string {
  const where = markdownLink("workflow run", url);
  const { failure, estimate } = render;
  if (render.local && !failure) return `**Ready.** ${render.resumed ? "Taken up" : "Made"} by this ${where}.`;
  if (failure && !render.local) {
    return `**${failure.code}**: ${toMarkdownLines(failure.message)}\n\n${toMarkdownLines(formatHint(failure))}\n\nSee the ${where}.`;
  }
  const wait = estimate?.waitMinutes ? `; usually it takes ${formatWait(estimate.waitMinutes)}` : "";
  if (render.local)
    return `The video is here, but something failed: ${toMarkdownLines(failure?.message ?? "")} See the ${where}.`;
  return [`**Rendering**${wait}. See the ${where}.`, toMarkdownLines(render.resumeHint ?? "")]
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
  return [["Since the last one", parts.filter(Boolean).join(", ")]];
}
