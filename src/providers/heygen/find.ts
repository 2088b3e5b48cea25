import { refusalOf } from "../../base/refusal.ts";
import type { VideoRequest } from "../../compose/request.ts";
import type { VideoJob } from "../../render/provider.ts";
import type { Client } from "./client.ts";
import { mostListed } from "./conversation.ts";
import { saysNotFound } from "./failures.ts";
import { surfaceOf } from "./request.ts";
import { newestSessions } from "./sessions.ts";
import { questionOf } from "./status.ts";
import { agent, revision, revisionOf } from "./surfaces/agent.ts";

/**
 * The session whose first user message is our prompt, or the one that `isOurs` knows, created at `since` (milliseconds since 1970) or later. A lost
 * script video has no such mark: there HeyGen replays the answer to the same key, and nobody can tell after that.
 */
export async function findJob(
  client: Client,
  request: VideoRequest,
  since: number,
  isOurs = (text: string) => text.trim() === request.text.trim(),
): Promise<VideoJob | "none" | "cannot tell"> {
  if (surfaceOf(request) === revision) return findRevision(client, request, since, isOurs);
  if (surfaceOf(request) !== agent) return "cannot tell";
  // A session that does not say what it was asked for, or answers 404 for a while, may be ours.
  let isSilent = false;
  const found: string[] = [];
  for await (const listed of newestSessions(client)) {
    if (listed === "more") return found.length === 1 ? toJob(found[0] ?? "") : "cannot tell";
    if (listed.created_at * 1_000 < since) break;
    const first = await firstMessage(client, listed.session_id);
    if (first !== undefined && isOurs(first)) found.push(listed.session_id);
    isSilent ||= first === undefined;
  }
  const [id, another] = found;
  // Two of the same text: one of them may be another step's.
  if (another !== undefined) return "cannot tell";
  if (id !== undefined) return toJob(id);
  return isSilent ? "cannot tell" : "none";
}

// A revision is a message in a session that is known.
async function findRevision(
  client: Client,
  { revises = "" }: VideoRequest,
  since: number,
  isOurs: (text: string) => boolean,
) {
  const messages = (await client.session(revises)).data.messages ?? [];
  const ours = messages.find(({ role, content }) => role === "user" && content != null && isOurs(content));
  if (!ours) return messages.length === 0 || messages.length >= mostListed ? "cannot tell" : "none";
  const saidAt = ours.created_at;
  if (saidAt == null) return "cannot tell";
  if (saidAt * 1_000 < since) return "none";
  const { data: videos } = await client.sessionVideos(revises);
  if (videos.some(({ created_at }) => created_at == null)) return "cannot tell";
  return revisionOf(revises, videos.find(({ created_at }) => (created_at ?? 0) <= saidAt)?.id);
}

/** Whether HeyGen knows the job under our key. A session that answers 404 for a while is still in the list. */
export async function knowsJob(client: Client, job: VideoJob): Promise<boolean> {
  const { video_id, session_id } = job.ids;
  try {
    await (video_id === undefined ? client.session(session_id ?? "") : questionOf(client, job)(video_id));
    return true;
  } catch (error) {
    if (!saysNotFound(refusalOf(error))) throw error;
  }
  if (video_id !== undefined) return false;
  for await (const listed of newestSessions(client)) {
    if (listed === "more" || listed.session_id === session_id) return true;
  }
  return false;
}

async function firstMessage(client: Client, sessionId: string): Promise<string | undefined> {
  try {
    const { messages } = (await client.session(sessionId)).data;
    return messages?.findLast(({ role }) => role === "user")?.content ?? undefined;
  } catch (error) {
    if (refusalOf(error)?.status === 404) return undefined;
    throw error;
  }
}

function toJob(sessionId: string): VideoJob {
  return { provider: "heygen", surface: "video_agent", ids: { session_id: sessionId } };
}
