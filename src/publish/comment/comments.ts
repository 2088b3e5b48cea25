import { z } from "zod";
import type { Github } from "../../github/client.ts";
import { readState } from "./state.ts";

const comment = z.object({
  id: z.number(),
  html_url: z.string(),
  body: z.string().nullish(),
  user: z.object({ login: z.string().nullish() }).nullish(),
});

/** A comment on a pull request. */
export type Comment = z.infer<typeof comment>;

const permission = "pull-requests: write";
const listRoute = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
const perPage = 100;
// Nobody has ever seen ten thousand.
const mostPages = 100;

/**
 * The comments with this marker on their first line and our state in them, whoever wrote them, oldest first. One whose state is
 * another comment's is a copy, and left out.
 */
export async function findComments(github: Github, issue: number, marker: string): Promise<Comment[]> {
  const found: Comment[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const parameters = { issue_number: issue, per_page: perPage, page };
    const comments = await github.ask(listRoute, { parameters, answer: z.array(comment), permission });
    found.push(...(comments ?? []).filter((each) => isMarked(each, marker)));
    if ((comments?.length ?? 0) < perPage) break;
  }
  return found.sort((a, b) => a.id - b.id);
}

function isMarked({ id, body }: Comment, marker: string): boolean {
  const state = readState(body ?? "");
  const isItself = state !== undefined && (state.comment ?? id) === id;
  return isItself && body?.split(/\r?\n/, 1)[0] === marker;
}

/** Writes a new comment. After a lost answer it is there or not: look again. */
export function createComment(github: Github, issue: number, body: string): Promise<Comment | undefined> {
  return github.ask("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
    parameters: { issue_number: issue, body },
    answer: comment,
    permission,
    actsOnce: true,
  });
}

/** Gives a comment other words, once: after a fault it has to be read again. Undefined when it has been deleted meanwhile. */
export function updateComment(github: Github, id: number, body: string): Promise<Comment | undefined> {
  return github.ask("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
    parameters: { comment_id: id, body },
    answer: comment,
    permission,
    actsOnce: true,
  });
}

/** Removes a comment; one that is gone already is fine. */
export async function deleteComment(github: Github, id: number): Promise<void> {
  await github.ask("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", {
    parameters: { comment_id: id },
    answer: z.unknown(),
    permission,
  });
}
