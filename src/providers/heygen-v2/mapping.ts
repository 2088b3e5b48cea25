import { plainText } from "../../base/plain-text.ts";
import type { JobStatus, VideoJob } from "../../jobs/provider.ts";
import type { Status } from "./api.ts";
import { formatFault } from "./failures.ts";

/** What `GET /v1/video_status.get` says of the job. Its links expire after 7 days; asking again signs new ones. */
export function fromStatus(job: VideoJob, video: Status): JobStatus {
  const word = video.status.toLowerCase();
  if (word === "failed") {
    const reason = plainText((video.error && formatFault(video.error)) ?? "");
    return { state: "failed", job, reason: reason || "HeyGen gives no reason" };
  }
  // An unknown word means "still working".
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
