import type { Runtime } from "../../base/runtime.ts";
import type { Github } from "../../github/client.ts";
import { ownLogins } from "../../github/own-login.ts";
import { pauseBeforeRereading } from "../../github/write-again.ts";
import { type Comment, createComment, deleteComment, findComments, updateComment } from "./comments.ts";

const mostTries = 4;

/**
 * Keeps one comment of our own with this marker: updates it, or creates it. `toBody` gets what stands there now, and gives
 * undefined where that is newer than what we have to say. Runs at the same time agree on the oldest comment, and remove the
 * others. What somebody else has written is not touched, nor is a copy of ours by whoever the token is of: a comment knows its own
 * number from its first update on, a moment after it was created.
 */
export async function upsertComment(
  runtime: Runtime,
  github: Github,
  issue: number,
  marker: string,
  toBody: (present: Comment | undefined) => string | undefined,
): Promise<Comment | undefined> {
  const findOwn = createSearch(runtime, github, issue, marker);
  let created: Comment | undefined;
  let faults = 0;
  for (let attempt = 1; ; ) {
    const [first, ...copies] = withCreated(await findOwn(), created);
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
    if (attempt === mostTries) return written;
    attempt += 1;
    await runtime.sleep(200 + 800 * runtime.random());
  }
}

// Whose token it is matters only where there are comments that may be ours.
function createSearch(runtime: Runtime, github: Github, issue: number, marker: string) {
  let logins: Promise<readonly string[]> | undefined;
  return async (): Promise<Comment[]> => {
    const marked = await findComments(github, issue, marker);
    if (marked.length === 0) return [];
    logins ??= ownLogins(runtime, github);
    const own = await logins;
    return marked.filter(({ user }) => own.includes(user?.login ?? ""));
  };
}

// GitHub's list may not have it yet.
function withCreated(listed: readonly Comment[], created: Comment | undefined): Comment[] {
  const isListed = created === undefined || listed.some(({ id }) => id === created.id);
  return isListed ? [...listed] : [...listed, created].sort((a, b) => a.id - b.id);
}
