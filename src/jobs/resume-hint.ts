import { ShowreelError } from "../base/errors.ts";
import { plainText } from "../base/text/plain-text.ts";
import { shellQuote } from "../base/text/shell-quote.ts";
import type { VideoJob } from "./provider.ts";

export interface ResumeFacts {
  /** Whether the provider needs no account, so that nothing is paid for. */
  readonly isFree: boolean;
  /** Whether a re-run resumes the video by itself. */
  readonly isResumedByRerun: boolean;
  /** Whether a re-run fails in the same way until something changes at the provider. */
  readonly recurs?: boolean;
}

/** Returns sentences that say how to resume a video; undefined if its id is unknown. */
export function formatResumeHint(
  job: VideoJob | undefined,
  { isFree, isResumedByRerun, recurs = false }: ResumeFacts,
): string | undefined {
  const id = job?.ids.video_id ?? job?.ids.session_id;
  if (!job || id === undefined) return undefined;
  const shownId = plainText(id, 128);
  const command = `showreel --provider ${shellQuote(job.provider)} --video-id ${shellQuote(shownId)}`;
  const sentences = [
    isFree ? "" : "The video is paid for.",
    isResumedByRerun ? rerunSentence(isFree, recurs) : "",
    recurs ? "Once the provider has changed it, download it" : "Resume it",
    `with \`video_id\` set to "${shownId}": ${command}`,
  ];
  return sentences.filter(Boolean).join(" ");
}

function rerunSentence(isFree: boolean, recurs: boolean): string {
  const fails = "fails in the same way until the provider changes the file.";
  if (recurs) return isFree ? `A re-run ${fails}` : `A re-run doesn't pay again, but it ${fails}`;
  return isFree ? "A re-run resumes it." : "A re-run resumes it without paying again.";
}

/**
 * Returns the error with a hint that says how to resume the video. Terminal errors are returned unchanged,
 * because the video can't be resumed.
 */
export function withResumeHint(error: unknown, job: VideoJob | undefined, facts: ResumeFacts): unknown {
  if (!(error instanceof ShowreelError) || error.terminal) return error;
  const resumeHint = formatResumeHint(job, { ...facts, recurs: error.recurs });
  if (resumeHint === undefined) return error;
  const hint = [error.hint, resumeHint].filter(Boolean).join(" ");
  // The job was submitted, even if the failed step itself submitted nothing.
  return error.with({ hint, submitted: undefined });
}
