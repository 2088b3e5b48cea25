import type { Client } from "./client.ts";

// Fifty sessions a page: nobody starts more between a submit and the look for it.
const maxPages = 5;

/** The account's sessions, newest first; ends with `more` where there are more than anybody looks through. */
export async function* newestSessions(client: Client) {
  let token: string | undefined;
  for (let page = 1; page <= maxPages; page += 1) {
    const list = await client.sessions(token);
    yield* list.data;
    token = list.next_token ?? undefined;
    if (!list.has_more || !token) return;
  }
  yield "more" as const;
}
