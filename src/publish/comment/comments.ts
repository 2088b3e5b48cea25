import { z } from "zod";
import type { Runtime } from "../../base/runtime.ts";
import type { GitHubClient } from "../../platform/github/client.ts";
import { pauseBeforeRereading } from "../../platform/github/pause-before-rereading.ts";
import { tokenLogins } from "../../platform/github/token-logins.ts";
import { readState } from "./state.ts";

const commentSchema = z.object({
  id: z.number(),
  html_url: z.string(),
  body: z.string().nullish(),
  user: z.object({ login: z.string().nullish() }).nullish(),
});

/** A comment on a pull request. */
export type Comment = z.infer<typeof commentSchema>;

const permission = "pull-requests: write";
const listRoute = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
// Far more than any pull request has.
const maxPages = 100;

/**
 * The comments with this marker on their first line and our state in them, whoever wrote them, oldest first. One whose state is
 * another comment's is a copy, and left out.
 */
export async function findComments(github: GitHubClient, issue: number, marker: string): Promise<Comment[]> {
  const comments = await github.paginate(listRoute, {
    parameters: { issue_number: issue },
    responseSchema: z.array(commentSchema),
    permission,
    maxPages,
  });
  return comments.filter((comment) => hasMarker(comment, marker)).sort((a, b) => a.id - b.id);
}

function hasMarker({ id, body }: Comment, marker: string): boolean {
  const state = readState(body ?? "");
  const isItself = state !== undefined && (state.comment ?? id) === id;
  return isItself && body?.split(/\r?\n/, 1)[0] === marker;
}

/** Writes a new comment. After a lost answer it is there or not: look again. */
export function createComment(
  github: GitHubClient,
  issue: number,
  body: string,
): Promise<Comment | undefined> {
  return github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
    parameters: { issue_number: issue, body },
    responseSchema: commentSchema,
    permission,
    neverRetry: true,
  });
}

/** Gives a comment other words, once: after a fault it has to be read again. Undefined when it has been deleted meanwhile. */
export function updateComment(github: GitHubClient, id: number, body: string): Promise<Comment | undefined> {
  return github.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
    parameters: { comment_id: id, body },
    responseSchema: commentSchema,
    permission,
    neverRetry: true,
  });
}

/** Removes a comment; one that is gone already is fine. */
export async function deleteComment(github: GitHubClient, id: number): Promise<void> {
  await github.request("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", {
    parameters: { comment_id: id },
    responseSchema: z.unknown(),
    permission,
  });
}

const maxAttempts = 4;

/**
 * Keeps one comment of our own with this marker: updates it, or creates it. `toBody` gets what stands there now, and gives
 * undefined where that is newer than what we have to say. Runs at the same time agree on the oldest comment, and remove the
 * others. What somebody else has written is not touched, nor is a copy of ours by whoever the token is of: a comment knows its own
 * number from its first update on, a moment after it was created.
 */
export async function upsertComment(
  runtime: Runtime,
  github: GitHubClient,
  issue: number,
  marker: string,
  toBody: (present: Comment | undefined) => string | undefined,
): Promise<Comment | undefined> {
  const findOwn = createOwnCommentSearch(runtime, github, issue, marker);
  let created: Comment | undefined;
  let faults = 0;
  for (let attempt = 1; ; ) {
    const [first, ...copies] = includeCreated(await findOwn(), created);
    const body = toBody(first);
    if (body === undefined) return first;
    const write = () => (first ? updateComment(github, first.id, body) : createComment(github, issue, body));
    let written: Comment | undefined;
    try {
      written = await write();
    } catch (error) {
      // Whether it was written, or another run has written meanwhile, shows at the next look.
      faults += 1;
      await pauseBeforeRereading(runtime, github, error, faults);
      continue;
    }
    // One that is gone again is none.
    created = first ? undefined : written;
    for (const copy of copies) await deleteComment(github, copy.id);
    // Who creates looks again: another run may have done the same just before, and the comment is to know its number.
    if (written && first) return written;
    if (attempt === maxAttempts) return written;
    attempt += 1;
    await runtime.sleep(200 + 800 * runtime.random());
  }
}

// Whose token it is matters only where there are comments that may be ours.
function createOwnCommentSearch(runtime: Runtime, github: GitHubClient, issue: number, marker: string) {
  let logins: Promise<readonly string[]> | undefined;
  return async (): Promise<Comment[]> => {
    const marked = await findComments(github, issue, marker);
    if (marked.length === 0) return [];
    logins ??= tokenLogins(runtime, github);
    const own = await logins;
    return marked.filter(({ user }) => own.includes(user?.login ?? ""));
  };
}

// GitHub's list may not have it yet.
function includeCreated(listed: readonly Comment[], created: Comment | undefined): Comment[] {
  const isListed = created === undefined || listed.some(({ id }) => id === created.id);
  return isListed ? [...listed] : [...listed, created].sort((a, b) => a.id - b.id);
}
