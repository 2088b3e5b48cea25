import { ShowreelError } from "../../base/errors.ts";
import type { Runtime } from "../../base/runtime.ts";
import type { Github } from "../../github/client.ts";
import { pauseBeforeRereading } from "../../github/write-again.ts";
import { fitsNotes, hasBlock, withBlock } from "./block.ts";
import { gone } from "./gone.ts";
import { readRelease, writeNotes } from "./releases.ts";

const mostTries = 12;
// A run that has read the notes before us may write them as late as that.
const looksAfterwards = 2;

/**
 * Puts the block of this key into the notes of a release. GitHub takes notes as a whole, so another run that writes at the
 * same time may overwrite it: it is looked for again, later than such a run needs, until it has stayed twice.
 */
export async function placeBlock(
  runtime: Runtime,
  github: Github,
  releaseId: number,
  key: string,
  block: string,
): Promise<void> {
  let seen = looksAfterwards;
  let writes = 0;
  let faults = 0;
  while (writes <= mostTries) {
    const release = await readRelease(github, releaseId);
    // Notes that cannot be read must not be written.
    if (!release) throw gone();
    const notes = release.body ?? "";
    const isThere = hasBlock(notes, key, block);
    if (isThere && seen === looksAfterwards) return;
    seen = isThere ? seen + 1 : 0;
    if (!isThere) {
      writes += 1;
      try {
        await write(github, releaseId, withBlockToFind(notes, key, block));
        faults = 0;
      } catch (error) {
        faults += 1;
        await pauseBeforeRereading(runtime, github, error, faults);
        continue;
      }
    }
    // The more runs write, the more room they need.
    await runtime.sleep(1_000 + 2_000 * (2 * writes - 1) * runtime.random());
  }
  throw new ShowreelError(
    "publish_failed",
    "The release notes are being written to by others all the time.",
    {
      hint: "Run again later.",
    },
  );
}

// A block that is not found again would be written again, by this run and by every later one.
function withBlockToFind(notes: string, key: string, block: string): string {
  const placed = withBlock(notes, key, block);
  if (hasBlock(placed, key, block)) return placed;
  throw new ShowreelError("publish_failed", "The link would not be found again in the release notes.", {
    hint: "Put it there by hand. Nothing was written to the notes.",
  });
}

async function write(github: Github, releaseId: number, notes: string): Promise<void> {
  if (!fitsNotes(notes)) throw tooLong();
  await writeNotes(github, releaseId, notes);
}

function tooLong(): ShowreelError {
  return new ShowreelError("publish_failed", "The release notes have no room for the link.", {
    hint: "GitHub takes 125,000 characters. Shorten the notes.",
  });
}
