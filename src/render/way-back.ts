import { ShowreelError } from "../base/errors.ts";
import { plainText } from "../base/plain-text.ts";
import type { VideoJob } from "./provider.ts";

/**
 * The error with the way back to the video: whatever happens to this run, the video is paid for and can be had.
 * `remembered` says that a re-run finds it by itself.
 */
export function withWayBack(error: unknown, job: VideoJob | undefined, remembered: boolean): unknown {
  const id = job?.ids.video_id ?? job?.ids.session_id;
  if (!(error instanceof ShowreelError) || error.endsJob || !job || id === undefined) return error;
  const typed = plainText(id, 128);
  const wayBack = [
    "The video is paid for.",
    remembered ? "A re-run takes it up without paying again." : "",
    `Take it up with \`video_id\` set to "${typed}": showreel --provider ${job.provider} --video-id ${typed}`,
  ];
  const hint = [error.hint, ...wayBack].filter(Boolean).join(" ");
  return new ShowreelError(error.code, error.message, { hint, cause: error });
}
