import { ShowreelError } from "../base/errors.ts";
import { plainText } from "../base/text/plain-text.ts";
import { shellQuote } from "../base/text/shell-quote.ts";
import type { VideoJob } from "./provider.ts";

/**
 * Returns sentences that say how to resume a video that is paid for; undefined if its id is unknown.
 * `isResumedByRerun` says whether a re-run resumes the video automatically.
 */
export function formatResumeHint(job: VideoJob | undefined, isResumedByRerun: boolean): string | undefined {
  const id = job?.ids.video_id ?? job?.ids.session_id;
  if (!job || id === undefined) return undefined;
  const shownId = plainText(id, 128);
  const command = `showreel --provider ${shellQuote(job.provider)} --video-id ${shellQuote(shownId)}`;
  const sentences = [
    "The video is paid for.",
    isResumedByRerun ? "A re-run resumes it without paying again." : "",
    `Resume it with \`video_id\` set to "${shownId}": ${command}`,
  ];
  return sentences.filter(Boolean).join(" ");
}

/**
 * Returns the error with a hint that says how to resume the video. Terminal errors are returned unchanged,
 * because the video can't be resumed.
 */
export function withResumeHint(
  error: unknown,
  job: VideoJob | undefined,
  isResumedByRerun: boolean,
): unknown {
  const resumeHint = formatResumeHint(job, isResumedByRerun);
  if (!(error instanceof ShowreelError) || error.terminal || resumeHint === undefined) return error;
  const hint = [error.hint, resumeHint].filter(Boolean).join(" ");
  // The job was submitted, even if the failed step itself submitted nothing.
  return error.with({ hint, submitted: undefined });
}
