import { ShowreelError } from "../../base/errors.ts";
import type { Runtime } from "../../base/runtime.ts";
import type { Github } from "../../github/client.ts";
import { type Comment, createComment, deleteComment, findComments, updateComment } from "./comments.ts";
import { readState } from "./state.ts";

const mostTries = 4;

/**
 * Keeps one comment with this marker: updates it, or creates it. `toBody` gets what stands there now, and gives undefined where
 * that is newer than what we have to say. Runs at the same time agree on the oldest comment, and remove the others.
 */
export async function upsertComment(
  runtime: Runtime,
  github: Github,
  issue: number,
  marker: string,
  toBody: (present: string | undefined) => string | undefined,
): Promise<Comment | undefined> {
  let created: Comment | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const [first, ...others] = withCreated(await findComments(github, issue, marker), created);
    const body = toBody(first?.body ?? undefined);
    if (body === undefined) return first;
    const written = first ? await updateComment(github, first.id, body) : await create(github, issue, body);
    // One that is gone again is none.
    created = first ? undefined : written;
    // Only copies of our own: a person may have pasted one.
    const copies = others.filter(
      ({ user, body: text }) => user?.login === first?.user?.login && readState(text ?? ""),
    );
    for (const copy of copies) await deleteComment(github, copy.id);
    // Who creates looks again: another run may have done the same just before.
    if (written && first) return written;
    if (attempt === mostTries) return written;
    await runtime.sleep(200 + 800 * runtime.random());
  }
}

// GitHub's list may not have it yet.
function withCreated(listed: readonly Comment[], created: Comment | undefined): Comment[] {
  const isListed = created === undefined || listed.some(({ id }) => id === created.id);
  return isListed ? [...listed] : [...listed, created].sort((a, b) => a.id - b.id);
}

// Whether a comment of a lost answer is there shows at the next look.
async function create(github: Github, issue: number, body: string): Promise<Comment | undefined> {
  try {
    return await createComment(github, issue, body);
  } catch (error) {
    if (error instanceof ShowreelError && error.unanswered) return undefined;
    throw error;
  }
}
