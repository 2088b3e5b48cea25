import { errorResponseOf } from "../../../base/http/error-response.ts";
import type { VideoRequest } from "../../../inputs/video-request.ts";
import type { FindResult, VideoJob } from "../../../jobs/provider.ts";
import { compareTexts, type TextSimilarity } from "../../../jobs/submit/text-digest.ts";
import type { ListedSession, Session } from "../api.ts";
import type { Client } from "../client.ts";
import { saysNotFound } from "../failures.ts";
import { hasSessionFailed } from "../job-status.ts";
import { surfaceOf } from "../request.ts";
import { videoReaderFor } from "../status.ts";
import { agent, revision, revisionJob } from "../surfaces/agent.ts";
import { maxListedMessages } from "./conversation.ts";
import { listSessions } from "./sessions.ts";

/** The search for a submit whose response was lost. */
interface LostSubmit {
  readonly request: VideoRequest;
  /** Milliseconds since 1970. */
  readonly since: number;
  /** Compares a text with the prompt that was sent. */
  compare(text: string): TextSimilarity;
}

/**
 * Finds the session that was created at `since` (milliseconds since 1970) or later and whose first user
 * message is the request's prompt, or the text that `compare` accepts as the same. The outcome is `unknown`
 * if no session has the same text and one has a similar text. A lost script video cannot be recognized:
 * HeyGen replays the response to its idempotency key, and after the idempotency window the outcome is
 * `unknown`.
 */
export async function findJob(
  client: Client,
  request: VideoRequest,
  since: number,
  compare = (text: string): TextSimilarity => compareTexts(text, request.text),
): Promise<FindResult> {
  const lost = { request, since, compare };
  const surface = surfaceOf(request);
  if (surface === revision) return findRevision(client, lost);
  return surface === agent ? findSession(client, lost) : { outcome: "unknown" };
}

async function findSession(client: Client, { since, compare }: LostSubmit): Promise<FindResult> {
  const isOlder = ({ created_at }: ListedSession) => created_at * 1_000 < since;
  const { sessions, isTruncated } = await listSessions(client, isOlder);
  // A session may be ours if it was not read, has a similar text, shows no prompt, or returns 404 for a
  // while.
  let mayExist = isTruncated;
  const matches: string[] = [];
  for (const { session_id } of sessions.filter((session) => !isOlder(session))) {
    const session = await readSessionIfFound(client, session_id);
    // A failed session has no video, so the video can be submitted again.
    if (session && hasSessionFailed(session)) continue;
    const prompt = firstUserMessage(session);
    const similarity = prompt === undefined ? "similar" : compare(prompt);
    if (similarity === "same") matches.push(session_id);
    mayExist ||= similarity === "similar";
  }
  const [id, ...others] = matches;
  // Of several sessions with the same text, one may belong to another step.
  if (others.length > 0) return { outcome: "unknown" };
  if (id !== undefined) return { outcome: "found", job: sessionJob(id) };
  return { outcome: mayExist ? "unknown" : "absent" };
}

type Message = NonNullable<Session["messages"]>[number];

/** Finds a lost revision, which is a message in the session of the earlier video. */
async function findRevision(client: Client, { request, since, compare }: LostSubmit): Promise<FindResult> {
  const { revises = "" } = request;
  const messages = (await client.session(revises)).messages ?? [];
  const isNew = ({ created_at }: Message) => created_at == null || created_at * 1_000 >= since;
  const candidates = messages.filter((message) => message.role === "user" && isNew(message));
  const similarities = candidates.map(({ content }) => (content?.trim() ? compare(content) : "similar"));
  const match = candidates[similarities.indexOf("same")];
  if (!match) {
    const oldest = messages.at(-1);
    // All new messages are listed if the list is complete, or reaches back to an older message.
    const areAllListed = oldest !== undefined && (messages.length < maxListedMessages || !isNew(oldest));
    return { outcome: areAllListed && !similarities.includes("similar") ? "absent" : "unknown" };
  }
  const sentAt = match.created_at;
  if (sentAt == null) return { outcome: "unknown" };
  const videos = await client.sessionVideos(revises);
  if (videos.some(({ created_at }) => created_at == null)) return { outcome: "unknown" };
  const olderVideo = videos.find(({ created_at }) => (created_at ?? 0) <= sentAt);
  return { outcome: "found", job: revisionJob(revises, olderVideo?.id) };
}

/** Returns whether the job belongs to the account of the key. */
export async function ownsJob(client: Client, job: VideoJob): Promise<boolean> {
  const { video_id, session_id = "" } = job.ids;
  try {
    await (video_id === undefined ? client.session(session_id) : videoReaderFor(client, job)(video_id));
    return true;
  } catch (error) {
    if (!saysNotFound(errorResponseOf(error))) throw error;
  }
  if (video_id !== undefined) return false;
  // A session that returns 404 for a while is still in the list.
  const isRequested = (session: ListedSession) => session.session_id === session_id;
  const { sessions, isTruncated } = await listSessions(client, isRequested);
  return isTruncated || sessions.some(isRequested);
}

async function readSessionIfFound(client: Client, sessionId: string): Promise<Session | undefined> {
  try {
    return await client.session(sessionId);
  } catch (error) {
    if (errorResponseOf(error)?.status === 404) return undefined;
    throw error;
  }
}

function firstUserMessage(session: Session | undefined): string | undefined {
  return session?.messages?.findLast(({ role }) => role === "user")?.content?.trim() || undefined;
}

function sessionJob(sessionId: string): VideoJob {
  return { provider: "heygen", surface: "video_agent", ids: { session_id: sessionId } };
}
