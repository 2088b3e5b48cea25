import { refusalOf } from "../../base/refusal.ts";
import type { VideoRequest } from "../../compose/request.ts";
import type { VideoJob } from "../../render/provider.ts";
import type { Session } from "./api.ts";
import type { Client } from "./client.ts";

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
  let token: string | undefined;
  for (let page = 1; page <= maxPages; page += 1) {
    const list = await client.sessions(token);
    const recent = list.data.filter(({ created_at }) => created_at * 1_000 >= since);
    for (const { session_id } of recent) {
      if (await startsWith(client, session_id, request.text)) return toJob(session_id);
    }
    token = list.next_token ?? undefined;
    if (recent.length < list.data.length || !list.has_more || !token) return "none";
  }
  return "cannot tell";
}

async function startsWith(client: Client, sessionId: string, prompt: string): Promise<boolean> {
  try {
    const { data } = await client.session(sessionId);
    return firstUserMessage(data)?.trim() === prompt.trim();
  } catch (error) {
    if (refusalOf(error)?.status === 404) return false;
    throw error;
  }
}

function firstUserMessage({ messages }: Session): string | undefined {
  return messages?.findLast(({ role }) => role === "user")?.content ?? undefined;
}

function toJob(sessionId: string): VideoJob {
  return { provider: "heygen", surface: "video_agent", ids: { session_id: sessionId } };
}
