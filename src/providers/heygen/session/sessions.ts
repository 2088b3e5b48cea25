import type { ListedSession } from "../api.ts";
import type { Client } from "../client.ts";

// With 50 sessions per page, this is more than any account starts between a submit and the search for its
// session.
const maxPages = 5;

export interface SessionList {
  /** Newest first. */
  readonly sessions: readonly ListedSession[];
  /** Whether there are older sessions, which were not read. */
  readonly isTruncated: boolean;
}

/**
 * Lists the account's sessions, newest first. It stops after the first one for which `isLast` returns true.
 */
export async function listSessions(
  client: Client,
  isLast: (session: ListedSession) => boolean,
): Promise<SessionList> {
  const sessions: ListedSession[] = [];
  let token: string | undefined;
  for (let page = 1; page <= maxPages; page += 1) {
    const { data, has_more, next_token } = await client.sessions(token);
    const lastIndex = data.findIndex(isLast);
    sessions.push(...(lastIndex === -1 ? data : data.slice(0, lastIndex + 1)));
    token = next_token ?? undefined;
    if (lastIndex !== -1 || !has_more || !token) return { sessions, isTruncated: false };
  }
  return { sessions, isTruncated: true };
}
