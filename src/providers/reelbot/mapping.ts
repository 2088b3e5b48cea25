import { plainText } from "../../base/plain-text.ts";
import type { JobStatus, VideoJob } from "../../jobs/provider.ts";
import type { Status } from "./api.ts";

/** What `GET /api/v1/video/status/{projectId}` says of the job; a finished one still needs its link. */
export function fromStatus(job: VideoJob, { status, error, message }: Status): JobStatus | "completed" {
  const word = status.toLowerCase();
  if (word === "completed") return "completed";
  // An unknown word means "still working".
  if (word !== "failed")
    return { state: "pending", job, phase: word === "queued" ? "queued" : "rendering", detail: word };
  const reason = [error, message].find((words) => words && plainText(words) !== "");
  return { state: "failed", job, reason: reason ?? "ReelBot gives no reason" };
}

/** The job of a finished project, with a link that works for an hour. ReelBot burns captions in. */
export function fromDownload(job: VideoJob, link: string): JobStatus {
  const nothing = { subtitlesUrl: undefined, thumbnailUrl: undefined, pageUrl: undefined };
  return { state: "completed", job, video: { url: link, ...nothing, durationSeconds: undefined } };
}
