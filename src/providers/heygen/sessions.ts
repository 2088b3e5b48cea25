import type { ListedSession } from "./api.ts";
import type { Client } from "./client.ts";

// Fifty sessions per page: more are hardly started between a submit and the search for its session.
const maxPages = 5;

export interface SessionList {
  /** Newest first. */
  readonly sessions: readonly ListedSession[];
  /** There are older sessions, which were not read. */
  readonly isTruncated: boolean;
}

/** Lists the account's sessions, newest first, up to and with the first one that `isLast` accepts. */
export async function listSessions(
  client: Client,
  isLast: (session: ListedSession) => boolean,
): Promise<SessionList> {
  const sessions: ListedSession[] = [];
  let token: string | undefined;
  for (let page = 1; page <= maxPages; page += 1) {
    const { data, has_more, next_token } = await client.sessions(token);
    const end = data.findIndex(isLast);
    sessions.push(...(end === -1 ? data : data.slice(0, end + 1)));
    token = next_token ?? undefined;
    if (end !== -1 || !has_more || !token) return { sessions, isTruncated: false };
  }
  return { sessions, isTruncated: true };
}
