import { z } from "zod";
import type { Runtime } from "../../base/runtime.ts";
import type { GitHubClient } from "../../platform/github/api/client.ts";
import { tokenLogins } from "../../platform/github/api/token-logins.ts";
import { pauseBeforeRereading } from "../pause-before-rereading.ts";
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
// More comments than any pull request has.
const maxPages = 100;

/**
 * Returns the comments by any user that have this marker on their first line and contain our state, oldest
 * first. Omits copies, whose state contains the id of another comment.
 */
export async function findComments(github: GitHubClient, issue: number, marker: string): Promise<Comment[]> {
  const comments = await github.paginate("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
    parameters: { issue_number: issue },
    responseSchema: z.array(commentSchema),
    permission,
    maxPages,
  });
  return comments.filter((comment) => hasMarker(comment, marker)).sort((a, b) => a.id - b.id);
}

function hasMarker({ id, body }: Comment, marker: string): boolean {
  const state = readState(body ?? "");
  const isOriginal = state !== undefined && (state.comment ?? id) === id;
  return isOriginal && body?.split(/\r?\n/, 1)[0] === marker;
}

/** Creates a comment. Never retried: after a lost response, first check whether it exists. */
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

/**
 * Updates a comment. Never retried: read it again after an error. Returns undefined if it has been deleted.
 */
export function updateComment(github: GitHubClient, id: number, body: string): Promise<Comment | undefined> {
  return github.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
    parameters: { comment_id: id, body },
    responseSchema: commentSchema,
    permission,
    neverRetry: true,
  });
}

/** Deletes a comment, if it still exists. */
export async function deleteComment(github: GitHubClient, id: number): Promise<void> {
  await github.request("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", {
    parameters: { comment_id: id },
    responseSchema: z.unknown(),
    permission,
  });
}

export interface CommentContext {
  readonly runtime: Runtime;
  readonly github: GitHubClient;
  readonly issue: number;
  readonly marker: string;
}

const maxAttempts = 4;

/**
 * Updates our comment with this marker, or creates it. `toBody` gets the current comment, and returns
 * undefined if a later run or attempt has written it. Concurrent runs keep the oldest comment and delete the
 * others. Doesn't change comments by other users, or copies of our comment. To make copies recognizable, a
 * new comment is updated at once with its own id.
 */
export async function upsertComment(
  toBody: (current: Comment | undefined) => string | undefined,
  context: CommentContext,
): Promise<Comment | undefined> {
  const { runtime, github, issue } = context;
  const findOwn = createOwnCommentSearch(context);
  let created: Comment | undefined;
  let failures = 0;
  for (let attempt = 1; ; ) {
    const [current, ...duplicates] = includeCreated(await findOwn(), created);
    const body = toBody(current);
    if (body === undefined) return current;
    let written: Comment | undefined;
    try {
      written = await (current
        ? updateComment(github, current.id, body)
        : createComment(github, issue, body));
    } catch (error) {
      // The next read shows whether it was written, or whether another run has written.
      failures += 1;
      await pauseBeforeRereading(runtime, github, error, failures);
      continue;
    }
    created = current ? undefined : written;
    for (const duplicate of duplicates) await deleteComment(github, duplicate.id);
    // A created comment is read again, because another run may have created one too, and updated with its own
    // id.
    if (written && current) return written;
    if (attempt === maxAttempts) return written;
    attempt += 1;
    await runtime.sleep(200 + 800 * runtime.random());
  }
}

// The token's login is requested only if there are comments that may be ours.
function createOwnCommentSearch({ runtime, github, issue, marker }: CommentContext) {
  let logins: Promise<readonly string[]> | undefined;
  return async (): Promise<Comment[]> => {
    const marked = await findComments(github, issue, marker);
    if (marked.length === 0) return [];
    logins ??= tokenLogins(runtime, github);
    const ownLogins = await logins;
    return marked.filter(({ user }) => ownLogins.includes(user?.login ?? ""));
  };
}

// GitHub's list may not contain a new comment yet.
function includeCreated(listed: readonly Comment[], created: Comment | undefined): Comment[] {
  const isListed = created === undefined || listed.some(({ id }) => id === created.id);
  return isListed ? [...listed] : [...listed, created].sort((a, b) => a.id - b.id);
}
