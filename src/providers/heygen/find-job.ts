import { errorResponseOf } from "../../base/http/error-response.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import type { FindResult, VideoJob } from "../../jobs/provider.ts";
import { compareTexts, type TextSimilarity } from "../../jobs/submit/text-digest.ts";
import type { ListedSession, Session } from "./api.ts";
import type { Client } from "./client.ts";
import { maxListedMessages } from "./conversation.ts";
import { saysNotFound } from "./failures.ts";
import { sessionHasFailed } from "./mapping.ts";
import { surfaceOf } from "./request.ts";
import { listSessions } from "./sessions.ts";
import { videoReaderFor } from "./status.ts";
import { agent, revision, revisionJob } from "./surfaces/agent.ts";

/**
 * Finds the session, created at `since` (milliseconds since 1970) or later, whose first user message is the
 * request's prompt, or the text that `compare` accepts as the same. The outcome is `unknown` when no session
 * has the same text and one has a similar text. A lost script video cannot be recognized: HeyGen replays the
 * response to its idempotency key, and after that window the outcome is `unknown`.
 */
export async function findJob(
  client: Client,
  request: VideoRequest,
  since: number,
  compare = (text: string): TextSimilarity => compareTexts(text, request.text),
): Promise<FindResult> {
  if (surfaceOf(request) === revision) return findRevision(client, request, since, compare);
  if (surfaceOf(request) !== agent) return { outcome: "unknown" };
  const isOlder = ({ created_at }: ListedSession) => created_at * 1_000 < since;
  const { sessions, isTruncated } = await listSessions(client, isOlder);
  // A session that was not read, has a similar text, has no prompt yet or returns 404 for a while may be
  // ours.
  let mayExist = isTruncated;
  const matches: string[] = [];
  for (const { session_id } of sessions.filter((session) => !isOlder(session))) {
    const session = await readSessionIfFound(client, session_id);
    // A failed session has no video, so a new submit is fine.
    if (session && sessionHasFailed(session)) continue;
    const prompt = firstUserMessage(session);
    const similarity = prompt === undefined ? "similar" : compare(prompt);
    if (similarity === "same") matches.push(session_id);
    mayExist ||= similarity === "similar";
  }
  const [id, ...others] = matches;
  // Of two sessions with the same text, one may belong to another step.
  if (others.length > 0) return { outcome: "unknown" };
  if (id !== undefined) return { outcome: "found", job: sessionJob(id) };
  return { outcome: mayExist ? "unknown" : "absent" };
}

type Message = NonNullable<Session["messages"]>[number];

// A revision is a message in a session that is known.
async function findRevision(
  client: Client,
  { revises = "" }: VideoRequest,
  since: number,
  compare: (text: string) => TextSimilarity,
): Promise<FindResult> {
  const messages = (await client.session(revises)).messages ?? [];
  const isNew = ({ created_at }: Message) => created_at == null || created_at * 1_000 >= since;
  const ofUser = messages.filter((message) => message.role === "user" && isNew(message));
  const likenesses = ofUser.map(({ content }) => (content?.trim() ? compare(content) : "similar"));
  const ours = ofUser[likenesses.indexOf("same")];
  if (!ours) {
    const oldest = messages.at(-1);
    const isWhole = oldest !== undefined && (messages.length < maxListedMessages || !isNew(oldest));
    return { outcome: isWhole && !likenesses.includes("similar") ? "absent" : "unknown" };
  }
  const saidAt = ours.created_at;
  if (saidAt == null) return { outcome: "unknown" };
  const videos = await client.sessionVideos(revises);
  if (videos.some(({ created_at }) => created_at == null)) return { outcome: "unknown" };
  const older = videos.find(({ created_at }) => (created_at ?? 0) <= saidAt);
  return { outcome: "found", job: revisionJob(revises, older?.id) };
}

/**
 * Whether HeyGen knows the job under our key. A session that answers 404 for a while is still in the list.
 */
export async function ownsJob(client: Client, job: VideoJob): Promise<boolean> {
  const { video_id, session_id } = job.ids;
  try {
    await (video_id === undefined ? client.session(session_id ?? "") : videoReaderFor(client, job)(video_id));
    return true;
  } catch (error) {
    if (!saysNotFound(errorResponseOf(error))) throw error;
  }
  if (video_id !== undefined) return false;
  const isMeant = (session: ListedSession) => session.session_id === session_id;
  const { sessions, isTruncated } = await listSessions(client, isMeant);
  return isTruncated || sessions.some(isMeant);
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
