import { refusalOf } from "../../base/refusal.ts";
import type { VideoRequest } from "../../compose/request.ts";
import type { VideoJob } from "../../render/provider.ts";
import type { Client } from "./client.ts";
import { saysNotFound } from "./failures.ts";

// Fifty sessions a page: nobody starts more between a submit and the look for it.
const maxPages = 5;

/**
 * The session whose first user message is our prompt, created at `since` (milliseconds since 1970) or later. A lost
 * script video has no such mark: there HeyGen replays the answer to the same key, and nobody can tell after that.
 */
export async function findJob(
  client: Client,
  request: VideoRequest,
  since: number,
): Promise<VideoJob | "none" | "cannot tell"> {
  if (request.kind !== "prompt") return "cannot tell";
  // A session that does not say what it was asked for, or answers 404 for a while, may be ours.
  let isSilent = false;
  for await (const listed of newestSessions(client)) {
    if (listed === "more") return "cannot tell";
    if (listed.created_at * 1_000 < since) break;
    const first = await firstMessage(client, listed.session_id);
    if (first?.trim() === request.text.trim()) return toJob(listed.session_id);
    isSilent ||= first === undefined;
  }
  return isSilent ? "cannot tell" : "none";
}

/** Whether HeyGen knows the job under our key. A session that answers 404 for a while is still in the list. */
export async function knowsJob(client: Client, { ids }: VideoJob): Promise<boolean> {
  const { video_id, session_id } = ids;
  try {
    await (video_id === undefined ? client.session(session_id ?? "") : client.video(video_id));
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

async function* newestSessions(client: Client) {
  let token: string | undefined;
  for (let page = 1; page <= maxPages; page += 1) {
    const list = await client.sessions(token);
    yield* list.data;
    token = list.next_token ?? undefined;
    if (!list.has_more || !token) return;
  }
  yield "more" as const;
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
