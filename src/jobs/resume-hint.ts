import { ShowreelError } from "../base/errors.ts";
import { plainText } from "../base/plain-text.ts";
import { shellQuote } from "../base/shell-quote.ts";
import type { VideoJob } from "./provider.ts";

/**
 * The way back to a video that is paid for, in sentences; undefined where nobody knows its id. `remembered` says that a re-run
 * finds it by itself.
 */
export function formatResumeHint(job: VideoJob | undefined, isResumedByRerun: boolean): string | undefined {
  const id = job?.ids.video_id ?? job?.ids.session_id;
  if (!job || id === undefined) return undefined;
  const typed = plainText(id, 128);
  const command = `showreel --provider ${shellQuote(job.provider)} --video-id ${shellQuote(typed)}`;
  const sentences = [
    "The video is paid for.",
    isResumedByRerun ? "A re-run takes it up without paying again." : "",
    `Take it up with \`video_id\` set to "${typed}": ${command}`,
  ];
  return sentences.filter(Boolean).join(" ");
}

/** The error with the way back to the video: whatever happens to this run, it can be had. */
export function withResumeHint(
  error: unknown,
  job: VideoJob | undefined,
  isResumedByRerun: boolean,
): unknown {
  const wayBack = formatResumeHint(job, isResumedByRerun);
  if (!(error instanceof ShowreelError) || error.terminal || wayBack === undefined) return error;
  const hint = [error.hint, wayBack].filter(Boolean).join(" ");
  return new ShowreelError(error.code, error.message, { hint, cause: error });
}
