import { ShowreelError } from "../base/errors.ts";
import { plainText } from "../base/text/plain-text.ts";
import { shellQuote } from "../base/text/shell-quote.ts";
import type { VideoJob } from "./provider.ts";

export interface ResumeHintOptions {
  /** Whether a re-run resumes the video automatically. */
  readonly isResumedByRerun: boolean;
  /** Whether a re-run fails in the same way until something changes at the provider. */
  readonly recurs?: boolean;
}

/** Returns sentences that say how to resume a video that is paid for; undefined if its id is unknown. */
export function formatResumeHint(
  job: VideoJob | undefined,
  { isResumedByRerun, recurs = false }: ResumeHintOptions,
): string | undefined {
  const id = job?.ids.video_id ?? job?.ids.session_id;
  if (!job || id === undefined) return undefined;
  const shownId = plainText(id, 128);
  const command = `showreel --provider ${shellQuote(job.provider)} --video-id ${shellQuote(shownId)}`;
  const setting = `\`video_id\` set to "${shownId}": ${command}`;
  const sentences = recurs
    ? [
        "The video is paid for.",
        isResumedByRerun
          ? "A re-run doesn't pay again, but it fails in the same way until the provider changes the file."
          : "",
        `Once the provider has changed it, download it with ${setting}`,
      ]
    : [
        "The video is paid for.",
        isResumedByRerun ? "A re-run resumes it without paying again." : "",
        `Resume it with ${setting}`,
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
  if (!(error instanceof ShowreelError) || error.terminal) return error;
  const resumeHint = formatResumeHint(job, { isResumedByRerun, recurs: error.recurs });
  if (resumeHint === undefined) return error;
  const hint = [error.hint, resumeHint].filter(Boolean).join(" ");
  // The job was submitted, even if the failed step itself submitted nothing.
  return error.with({ hint, submitted: undefined });
}
