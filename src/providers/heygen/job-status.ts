import type { JobStatus, VideoJob } from "../../jobs/provider.ts";
import type { Session, Video } from "./api.ts";

// HeyGen's statuses, and the synonyms that its own samples accept. Any other status means that HeyGen is
// still working.
const completedStatuses = new Set(["completed", "success", "done"]);
const failedStatuses = new Set(["failed", "error", "cancelled", "canceled"]);
const blockedStatuses = new Set(["waiting_for_input", "reviewing"]);
const queuedStatuses = new Set(["waiting", "pending", "queued", "submitted", "thinking", "planning"]);

/** Converts a response of `GET /v3/videos/{video_id}`. */
export function toVideoStatus(job: VideoJob, video: Video): JobStatus {
  const status = video.status.toLowerCase();
  if (failedStatuses.has(status)) return { state: "failed", job, reason: failureReason(video, status) };
  if (!completedStatuses.has(status)) return pendingStatus(job, status);
  // The status may be `completed` before the link is available.
  if (!video.video_url) return pendingStatus(job, "completed, waiting for the link");
  return {
    state: "completed",
    job,
    video: {
      url: video.video_url,
      subtitlesUrl: video.subtitle_url || undefined,
      thumbnailUrl: video.thumbnail_url ?? undefined,
      pageUrl: video.video_page_url ?? undefined,
      durationSeconds: video.duration ?? undefined,
    },
  };
}

function failureReason({ failure_message, failure_code }: Video, status: string): string {
  const parts = [failure_message?.trim(), failure_code && `(${failure_code})`].filter(Boolean);
  return parts.length > 0 ? parts.join(" ") : `HeyGen gives no reason (status ${status})`;
}

/**
 * Converts a response of `GET /v3/video-agents/{session_id}` for a job whose video id is unknown.
 * `newestVideoId` is the session's newest video, for a completed session that does not name its video.
 */
export function toSessionStatus(job: VideoJob, session: Session, newestVideoId?: string): JobStatus {
  const status = statusOf(session);
  const videoId = session.video_id || newestVideoId;
  if (videoId) return pendingStatus(withVideoId(job, videoId), status);
  if (failedStatuses.has(status))
    return { state: "failed", job, reason: newestMessage(session, isErrorMessage) ?? "the session failed" };
  if (blockedStatuses.has(status))
    return { state: "blocked", job, question: newestMessage(session, isFromAgent) ?? status };
  const { progress } = session;
  return { ...pendingStatus(job, status), ...(progress != null && { progress }) };
}

/** Returns whether a session has ended without a video. */
export function hasSessionFailed(session: Session): boolean {
  return failedStatuses.has(statusOf(session)) && !session.video_id;
}

/** Returns whether a session is completed although it does not name its video. */
export function isCompletedWithoutVideoId(session: Session): boolean {
  return completedStatuses.has(statusOf(session)) && !session.video_id;
}

/**
 * Returns the status of a job that HeyGen is still working on. `detail` is HeyGen's status, or a phrase for
 * the log.
 */
export function pendingStatus(job: VideoJob, detail: string): JobStatus & { readonly state: "pending" } {
  return { state: "pending", job, phase: queuedStatuses.has(detail) ? "queued" : "rendering", detail };
}

/** Returns the job with the id of its video. */
export function withVideoId(job: VideoJob, videoId: string): VideoJob {
  return { ...job, ids: { ...job.ids, video_id: videoId } };
}

const statusOf = ({ status }: Session) => status?.toLowerCase() ?? "thinking";

type Message = NonNullable<Session["messages"]>[number];

const isErrorMessage = (message: Message) => message.type === "error";
const isFromAgent = (message: Message) => message.role === "model";

function newestMessage({ messages }: Session, matches: (message: Message) => boolean): string | undefined {
  return messages?.find((message) => matches(message) && message.content?.trim())?.content ?? undefined;
}
