import type { JobStatus, VideoJob } from "../../jobs/provider.ts";
import type { Session, Video } from "./api.ts";

// HeyGen's words, and those that its own samples accept beside them. Any other word means "still working".
const completedStatuses = new Set(["completed", "success", "done"]);
const failedStatuses = new Set(["failed", "error", "cancelled", "canceled"]);
const blockedStatuses = new Set(["waiting_for_input", "reviewing"]);
const queuedStatuses = new Set(["waiting", "pending", "queued", "submitted", "thinking", "planning"]);

/** What `GET /v3/videos/{video_id}` says of the job. */
export function fromVideo(job: VideoJob, video: Video): JobStatus {
  const word = video.status.toLowerCase();
  if (failedStatuses.has(word)) return { state: "failed", job, reason: failureReason(video, word) };
  if (!completedStatuses.has(word)) return pendingStatus(job, word);
  // The word sometimes comes before the link.
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

function failureReason(video: Video, word: string): string {
  const parts = [video.failure_message?.trim(), video.failure_code && `(${video.failure_code})`].filter(
    Boolean,
  );
  return parts.length > 0 ? parts.join(" ") : `HeyGen gives no reason (status ${word})`;
}

/**
 * What `GET /v3/video-agents/{session_id}` says of a job whose video id is not known yet. `newestVideoId` is
 * the answer to the one question that helps when a completed session does not name its video.
 */
export function fromSession(job: VideoJob, session: Session, newestVideoId?: string): JobStatus {
  const word = session.status?.toLowerCase() ?? "thinking";
  const videoId = session.video_id || newestVideoId;
  if (videoId) return pendingStatus(withVideoId(job, videoId), word);
  if (failedStatuses.has(word))
    return { state: "failed", job, reason: newestMessage(session, isErrorMessage) ?? "the session failed" };
  if (blockedStatuses.has(word))
    return { state: "blocked", job, question: newestMessage(session, isFromAgent) ?? word };
  return { ...pendingStatus(job, word), ...(session.progress != null && { progress: session.progress }) };
}

/**
 * The status of a job that HeyGen still works on; `detail` is HeyGen's status in lower case, or a sentence.
 */
export function pendingStatus(job: VideoJob, detail: string): JobStatus & { readonly state: "pending" } {
  return { state: "pending", job, phase: queuedStatuses.has(detail) ? "queued" : "rendering", detail };
}

type Message = NonNullable<Session["messages"]>[number];

const isErrorMessage = (message: Message) => message.type === "error";
const isFromAgent = (message: Message) => message.role === "model";

function newestMessage(session: Session, matches: (message: Message) => boolean): string | undefined {
  return (
    session.messages?.find((message) => matches(message) && message.content?.trim())?.content ?? undefined
  );
}

export function withVideoId(job: VideoJob, videoId: string): VideoJob {
  return { ...job, ids: { ...job.ids, video_id: videoId } };
}

/** Whether the session has come to its end without a video. */
export function sessionHasFailed(session: Session): boolean {
  return failedStatuses.has(session.status?.toLowerCase() ?? "") && !session.video_id;
}

/** Whether the session is done although it does not name its video. */
export function isSessionCompleted(session: Session): boolean {
  return completedStatuses.has(session.status?.toLowerCase() ?? "") && !session.video_id;
}
