import { type ErrorResponse, ShowreelError } from "../../base/errors.ts";
import { errorResponseOf } from "../../base/http/error-response.ts";
import type { JobStatus, PreparedMessage, VideoJob } from "../../jobs/provider.ts";
import type { ListedSession, Session } from "./api.ts";
import type { Client } from "./client.ts";
import { isSessionStale, nextMessagePosition } from "./conversation.ts";
import { saysNotFound } from "./failures.ts";
import { fromSession, fromVideo, isSessionCompleted, pendingStatus, withVideoId } from "./mapping.ts";
import { listSessions } from "./sessions.ts";

/** What an agent that asks is answered, one after another. */
export interface AgentReplies {
  readonly messages: readonly string[];
  /** How many have been sent, as far as this process knows: HeyGen's own list of them may lag behind. */
  sentCount: number;
}

/** Asks whoever works on the job. An agent that waits is not answered here, only told of with the message to send. */
export async function readStatus(client: Client, job: VideoJob, answers: AgentReplies): Promise<JobStatus> {
  const { video_id, session_id = "" } = job.ids;
  // Once the video's id is known the session is not asked any more: it may answer 404 while the video completes.
  if (video_id === undefined) return readSession(client, job, session_id, answers);
  return job.surface === "typed_id"
    ? readTypedId(client, job, video_id, answers)
    : readVideo(client, job, video_id);
}

/** Who knows a video of this job's surface. */
export function videoReaderFor(client: Client, { surface }: VideoJob): Client["video"] {
  return { instant_video: client.instantVideo, hyperframes: client.render }[surface] ?? client.video;
}

async function readVideo(client: Client, job: VideoJob, id: string): Promise<JobStatus> {
  return fromVideo(job, await videoReaderFor(client, job)(id));
}

async function readSession(
  client: Client,
  job: VideoJob,
  id: string,
  answers: AgentReplies,
): Promise<JobStatus> {
  const session = await client.session(id);
  const status = await interpretSession(client, job, id, session);
  // A session that is revised may have come to a bad end before.
  const mayBeOld = status.state === "blocked" || (status.state === "failed" && "revised_video_id" in job.ids);
  if (mayBeOld && isSessionStale(session, answers)) {
    return pendingStatus(job, "the agent has its answer");
  }
  const position = nextMessagePosition(session, answers.messages);
  const text = answers.messages[position];
  if (status.state !== "blocked" || text === undefined) return status;
  return { ...status, message: { text, position } };
}

/** Answers the agent of a blocked session, which may start paid work. */
export async function sendReply(
  client: Client,
  { ids: { session_id = "" } }: VideoJob,
  { text, position }: PreparedMessage,
  answers: AgentReplies,
): Promise<void> {
  answers.sentCount = position + 1;
  await client.sendMessage(session_id, { message: text }).catch((error) => {
    // Refused for certain: it may be sent again.
    if (error instanceof ShowreelError && !error.outcomeUnknown) answers.sentCount = position;
    throw error;
  });
}

async function interpretSession(
  client: Client,
  job: VideoJob,
  id: string,
  session: Session,
): Promise<JobStatus> {
  const { revised_video_id } = job.ids;
  if (revised_video_id !== undefined) {
    const newest = (await client.sessionVideos(id))[0]?.id;
    if (newest !== undefined && newest !== revised_video_id) {
      return pendingStatus(withVideoId(job, newest), "generating");
    }
    // What the session still says of its older video is not meant.
    return fromSession(job, { ...session, video_id: undefined });
  }
  if (!isSessionCompleted(session)) return fromSession(job, session);
  const videos = await client.sessionVideos(id);
  return fromSession(job, session, videos[0]?.id);
}

// Ids of all surfaces look alike.
const surfacesToTry = ["video", "video_agent", "instant_video", "hyperframes"];

async function readTypedId(
  client: Client,
  typed: VideoJob,
  id: string,
  answers: AgentReplies,
): Promise<JobStatus> {
  let notFound: unknown;
  for (const surface of surfacesToTry) {
    try {
      if (surface !== "video_agent") return await readVideo(client, { ...typed, surface }, id);
      return await readSession(client, { ...typed, surface, ids: { session_id: id } }, id, answers);
    } catch (error) {
      if (!isNotOnSurface(surface, errorResponseOf(error))) throw error;
      notFound ??= error;
    }
  }
  // A session may be "not found" for a while and stand in the list all the same.
  const isMeant = ({ session_id }: ListedSession) => session_id === id;
  const { sessions } = await listSessions(client, isMeant);
  if (!sessions.some(isMeant)) throw notFound;
  const job = { ...typed, surface: "video_agent", ids: { session_id: id } };
  return pendingStatus(job, "not found just now, but listed");
}

// Services that the id was not made for may call it malformed.
function isNotOnSurface(surface: string, refusal: ErrorResponse | undefined): boolean {
  if (saysNotFound(refusal)) return true;
  const isGuess = surface === "instant_video" || surface === "hyperframes";
  return isGuess && refusal !== undefined && [400, 404, 405, 410, 422].includes(refusal.status);
}
