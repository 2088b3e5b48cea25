import { type ErrorResponse, ShowreelError } from "../../base/errors.ts";
import { errorResponseOf } from "../../base/http/error-response.ts";
import type { JobStatus, PreparedMessage, VideoJob } from "../../jobs/provider.ts";
import type { ListedSession, Session } from "./api.ts";
import type { Client } from "./client.ts";
import { saysNotFound } from "./failures.ts";
import {
  isCompletedWithoutVideoId,
  pendingStatus,
  toSessionStatus,
  toVideoStatus,
  withVideoId,
} from "./job-status.ts";
import { isSessionStale, nextMessagePosition } from "./session/conversation.ts";
import { listSessions } from "./session/sessions.ts";

/** The replies to the agent's questions, in order. */
export interface AgentReplies {
  readonly messages: readonly string[];
  /** How many this process has sent. HeyGen's own list of messages may lag behind. */
  sentCount: number;
}

/**
 * Reads the status of a job from the session or the video. It changes nothing: the status of an agent that
 * waits for a message includes the message to send.
 */
export async function readStatus(client: Client, job: VideoJob, replies: AgentReplies): Promise<JobStatus> {
  // A session may return 404 while its video completes, so it is not read once the video's id is known.
  if (job.ids.video_id === undefined) return readSession(client, job, replies);
  return job.surface === "typed_id" ? readTypedId(client, job, replies) : readVideo(client, job);
}

/** Sends the message to the agent of a blocked session, which may start paid work. */
export async function sendReply(
  client: Client,
  job: VideoJob,
  { text, position }: PreparedMessage,
  replies: AgentReplies,
): Promise<void> {
  replies.sentCount = position + 1;
  await client.sendMessage(job.ids.session_id ?? "", { message: text }).catch((error) => {
    // HeyGen rejected the message, so it may be sent again.
    if (error instanceof ShowreelError && !error.outcomeUnknown) replies.sentCount = position;
    throw error;
  });
}

/** Returns the client's method that reads a video of this job's surface. */
export function videoReaderFor(client: Client, { surface }: VideoJob): Client["video"] {
  return { instant_video: client.instantVideo, hyperframes: client.render }[surface] ?? client.video;
}

async function readVideo(client: Client, job: VideoJob): Promise<JobStatus> {
  return toVideoStatus(job, await videoReaderFor(client, job)(job.ids.video_id ?? ""));
}

async function readSession(client: Client, job: VideoJob, replies: AgentReplies): Promise<JobStatus> {
  const { session_id = "", revised_video_id } = job.ids;
  const session = await client.session(session_id);
  const status = await resolveSessionStatus(client, job, session);
  // The failure of a revised session may be that of an earlier video.
  const mayBeStale =
    status.state === "blocked" || (status.state === "failed" && revised_video_id !== undefined);
  if (mayBeStale && isSessionStale(session, replies)) return pendingStatus(job, "the agent has its answer");
  if (status.state !== "blocked") return status;
  const position = nextMessagePosition(session, replies.messages);
  const text = replies.messages[position];
  return text === undefined ? status : { ...status, message: { text, position } };
}

/**
 * Converts a session to a status. Requests the session's videos if the session itself may not name the newest
 * one.
 */
async function resolveSessionStatus(client: Client, job: VideoJob, session: Session): Promise<JobStatus> {
  const { session_id = "", revised_video_id } = job.ids;
  if (revised_video_id === undefined && !isCompletedWithoutVideoId(session))
    return toSessionStatus(job, session);
  const [newest] = await client.sessionVideos(session_id);
  if (revised_video_id === undefined) return toSessionStatus(job, session, newest?.id);
  if (newest !== undefined && newest.id !== revised_video_id)
    return pendingStatus(withVideoId(job, newest.id), "generating");
  // The video id in the session is that of the older video.
  return toSessionStatus(job, { ...session, video_id: undefined });
}

// The ids of all surfaces look alike.
const surfacesToTry = ["video", "video_agent", "instant_video", "hyperframes"];

/** Reads the status of a job whose id a user typed, which may belong to any surface. */
async function readTypedId(client: Client, typed: VideoJob, replies: AgentReplies): Promise<JobStatus> {
  const { video_id: id = "" } = typed.ids;
  const session: VideoJob = { ...typed, surface: "video_agent", ids: { session_id: id } };
  let notFound: unknown;
  for (const surface of surfacesToTry) {
    try {
      if (surface === "video_agent") return await readSession(client, session, replies);
      return await readVideo(client, { ...typed, surface });
    } catch (error) {
      if (!isNotOnSurface(surface, errorResponseOf(error))) throw error;
      notFound ??= error;
    }
  }
  // A session that returns 404 for a while is still in the list.
  const isTyped = ({ session_id }: ListedSession) => session_id === id;
  const { sessions } = await listSessions(client, isTyped);
  if (sessions.some(isTyped)) return pendingStatus(session, "not found just now, but listed");
  throw notFound;
}

// The endpoints of rarely used surfaces may reject an id of another surface as malformed.
function isNotOnSurface(surface: string, response: ErrorResponse | undefined): boolean {
  if (saysNotFound(response)) return true;
  const isGuess = surface === "instant_video" || surface === "hyperframes";
  return isGuess && response !== undefined && [400, 404, 405, 410, 422].includes(response.status);
}
