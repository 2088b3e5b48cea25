import { z } from "zod";
import type { Github } from "../../github/client.ts";

const comment = z.object({
  id: z.number(),
  html_url: z.string(),
  body: z.string().nullish(),
  author_association: z.string().nullish(),
  user: z.object({ login: z.string().nullish(), type: z.string().nullish() }).nullish(),
});

/** A comment on a pull request. */
export type Comment = z.infer<typeof comment>;

const permission = "pull-requests: write";
const listRoute = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
const perPage = 100;
// Nobody has ever seen ten thousand.
const mostPages = 100;

/**
 * Our comments with this marker on their first line, oldest first. Only those of bots, and of people who belong to the
 * repository: a stranger who copies the marker gets nobody's words into a comment of theirs.
 */
export async function findComments(github: Github, issue: number, marker: string): Promise<Comment[]> {
  const found: Comment[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const parameters = { issue_number: issue, per_page: perPage, page };
    const comments = await github.ask(listRoute, { parameters, answer: z.array(comment), permission });
    found.push(...(comments ?? []).filter((each) => isOurs(each, marker)));
    if ((comments?.length ?? 0) < perPage) break;
  }
  return found.sort((a, b) => a.id - b.id);
}

function isOurs({ body, user, author_association }: Comment, marker: string): boolean {
  const isTrusted =
    user?.type === "Bot" || ["OWNER", "MEMBER", "COLLABORATOR"].includes(author_association ?? "");
  return isTrusted && body?.split(/\r?\n/, 1)[0] === marker;
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

/** Gives a comment other words; undefined when it has been deleted meanwhile. */
export function updateComment(github: Github, id: number, body: string): Promise<Comment | undefined> {
  return github.ask("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
    parameters: { comment_id: id, body },
    answer: comment,
    permission,
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
