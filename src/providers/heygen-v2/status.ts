import { plainText } from "../../base/text/plain-text.ts";
import type { JobStatus, VideoJob } from "../../jobs/provider.ts";
import type { Status } from "./api.ts";
import { formatApiError } from "./failures.ts";

/**
 * Converts a response of `GET /v1/video_status.get`. Its links expire after 7 days; another request signs new
 * ones.
 */
export function toJobStatus(job: VideoJob, video: Status): JobStatus {
  const word = video.status.toLowerCase();
  if (word === "failed") {
    const reason = plainText((video.error && formatApiError(video.error)) ?? "");
    return { state: "failed", job, reason: reason || "HeyGen gives no reason" };
  }
  // An unknown status means that HeyGen is still working.
  if (word !== "completed") {
    const isQueued = word === "waiting" || word === "pending";
    return { state: "pending", job, phase: isQueued ? "queued" : "rendering", detail: word };
  }
  const url = video.video_url || video.video_url_caption;
  if (!url) return { state: "pending", job, phase: "rendering", detail: "completed, waiting for the link" };
  return {
    state: "completed",
    job,
    video: {
      url,
      subtitlesUrl: video.caption_url || undefined,
      thumbnailUrl: video.thumbnail_url || undefined,
      pageUrl: undefined,
      durationSeconds: video.duration ?? undefined,
    },
  };
}
