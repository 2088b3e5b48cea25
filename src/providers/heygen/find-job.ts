import { errorResponseOf } from "../../base/http/error-response.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import type { VideoJob } from "../../jobs/provider.ts";
import { compareTexts, type TextSimilarity } from "../../jobs/submit/text-digest.ts";
import type { Session } from "./api.ts";
import type { Client } from "./client.ts";
import { maxListedMessages } from "./conversation.ts";
import { saysNotFound } from "./failures.ts";
import { sessionHasFailed } from "./mapping.ts";
import { surfaceOf } from "./request.ts";
import { newestSessions } from "./sessions.ts";
import { videoReaderFor } from "./status.ts";
import { agent, revision, revisionJob } from "./surfaces/agent.ts";

/**
 * The session whose first user message is our prompt, or the one that `compare` knows, created at `since` (milliseconds since
 * 1970) or later. Where none says the same and one says something similar, the answer is `cannot tell`. A lost script video has no such
 * mark: there HeyGen replays the answer to the same key, and after that the answer is `cannot tell`.
 */
export async function findJob(
  client: Client,
  request: VideoRequest,
  since: number,
  compare = (text: string): TextSimilarity => compareTexts(text, request.text),
): Promise<VideoJob | "none" | "cannot tell"> {
  if (surfaceOf(request) === revision) return findRevision(client, request, since, compare);
  if (surfaceOf(request) !== agent) return "cannot tell";
  // A session that says something similar, nothing of what it was asked for, or answers 404 for a while, may be ours.
  let isUnclear = false;
  const found: string[] = [];
  for await (const listed of newestSessions(client)) {
    if (listed === "more") return found.length === 1 ? sessionJob(found[0] ?? "") : "cannot tell";
    if (listed.created_at * 1_000 < since) break;
    const session = await readSessionIfFound(client, listed.session_id);
    // What has failed is no video, and no reason against another.
    if (session && sessionHasFailed(session)) continue;
    const first = firstMessage(session);
    const likeness = first === undefined ? "similar" : compare(first);
    if (likeness === "same") found.push(listed.session_id);
    isUnclear ||= likeness === "similar";
  }
  const [id, another] = found;
  // Two of the same text: one of them may be another step's.
  if (another !== undefined) return "cannot tell";
  if (id !== undefined) return sessionJob(id);
  return isUnclear ? "cannot tell" : "none";
}

type Message = NonNullable<Session["messages"]>[number];

// A revision is a message in a session that is known.
async function findRevision(
  client: Client,
  { revises = "" }: VideoRequest,
  since: number,
  compare: (text: string) => TextSimilarity,
) {
  const messages = (await client.session(revises)).messages ?? [];
  const isNew = ({ created_at }: Message) => created_at == null || created_at * 1_000 >= since;
  const ofUser = messages.filter((message) => message.role === "user" && isNew(message));
  const likenesses = ofUser.map(({ content }) => (content?.trim() ? compare(content) : "similar"));
  const ours = ofUser[likenesses.indexOf("same")];
  if (!ours) {
    const oldest = messages.at(-1);
    const isWhole = oldest !== undefined && (messages.length < maxListedMessages || !isNew(oldest));
    return isWhole && !likenesses.includes("similar") ? "none" : "cannot tell";
  }
  const saidAt = ours.created_at;
  if (saidAt == null) return "cannot tell";
  const videos = await client.sessionVideos(revises);
  if (videos.some(({ created_at }) => created_at == null)) return "cannot tell";
  return revisionJob(revises, videos.find(({ created_at }) => (created_at ?? 0) <= saidAt)?.id);
}

/** Whether HeyGen knows the job under our key. A session that answers 404 for a while is still in the list. */
export async function ownsJob(client: Client, job: VideoJob): Promise<boolean> {
  const { video_id, session_id } = job.ids;
  try {
    await (video_id === undefined ? client.session(session_id ?? "") : videoReaderFor(client, job)(video_id));
    return true;
  } catch (error) {
    if (!saysNotFound(errorResponseOf(error))) throw error;
  }
  if (video_id !== undefined) return false;
  for await (const listed of newestSessions(client)) {
    if (listed === "more" || listed.session_id === session_id) return true;
  }
  return false;
}

async function readSessionIfFound(client: Client, sessionId: string): Promise<Session | undefined> {
  try {
    return await client.session(sessionId);
  } catch (error) {
    if (errorResponseOf(error)?.status === 404) return undefined;
    throw error;
  }
}

function firstMessage(session: Session | undefined): string | undefined {
  return session?.messages?.findLast(({ role }) => role === "user")?.content?.trim() || undefined;
}

function sessionJob(sessionId: string): VideoJob {
  return { provider: "heygen", surface: "video_agent", ids: { session_id: sessionId } };
}
