import { ShowreelError } from "../../base/errors.ts";
import type { Runtime } from "../../base/runtime.ts";
import type { Render } from "../../jobs/record.ts";
import type { GitHubClient } from "../../platform/github/client.ts";
import { closeMarker, findMarkedBlocks, openMarker } from "../../platform/github/marker.ts";
import { pauseBeforeRereading } from "../../platform/github/pause-before-rereading.ts";
import { watchLink } from "../watch-link.ts";
import { releaseGoneError } from "./attach-file.ts";
import { readRelease, writeNotes } from "./releases.ts";

// Undocumented; see ncipollo/release-action#493.
const maxNotesLength = 125_000;

/** Our block for the video of this key: the poster and the link, between markers that no reader sees. */
export function toBlock(key: string, render: Render): string {
  return [openMarker(key), watchLink(render, { preferRelease: true }) ?? "", closeMarker(key)].join("\n\n");
}

/**
 * The notes with the block of this key in its place, or at their end; everything else stays to the letter. Where the end is
 * code, because a fence was never closed, a new block stands at their beginning: that is code nowhere.
 */
export function withBlock(notes: string, key: string, block: string): string {
  const present = findMarkedBlocks(notes).find((own) => own.key === key);
  if (present) return notes.slice(0, present.from) + block + notes.slice(present.to);
  if (notes === "") return block;
  const appended = `${notes}\n\n${block}`;
  return hasBlock(appended, key, block) ? appended : `${block}\n\n${notes}`;
}

/** Whether the notes have this block of this key, whatever their line ends. */
export function hasBlock(notes: string, key: string, block: string): boolean {
  const text = notes.replaceAll("\r\n", "\n");
  return findMarkedBlocks(text).some((own) => own.key === key && text.slice(own.from, own.to) === block);
}

/** Whether GitHub takes notes of this length. */
const fitsNotes = (notes: string): boolean => notes.length <= maxNotesLength;

const maxWrites = 12;
// A run that has read the notes before us may write them as late as that.
const confirmingReads = 2;

/**
 * Puts the block of this key into the notes of a release. GitHub takes notes as a whole, so another run that writes at the
 * same time may overwrite it: it is looked for again, later than such a run needs, until it has stayed twice.
 */
export async function writeBlock(
  runtime: Runtime,
  github: GitHubClient,
  releaseId: number,
  key: string,
  block: string,
): Promise<void> {
  let seen = confirmingReads;
  let writes = 0;
  let faults = 0;
  while (writes <= maxWrites) {
    const release = await readRelease(github, releaseId);
    // Notes that cannot be read must not be written.
    if (!release) throw releaseGoneError();
    const notes = release.body ?? "";
    const isThere = hasBlock(notes, key, block);
    if (isThere && seen === confirmingReads) return;
    seen = isThere ? seen + 1 : 0;
    if (!isThere) {
      writes += 1;
      try {
        await writeCheckedNotes(github, releaseId, withFindableBlock(notes, key, block));
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
function withFindableBlock(notes: string, key: string, block: string): string {
  const placed = withBlock(notes, key, block);
  if (hasBlock(placed, key, block)) return placed;
  throw new ShowreelError("publish_failed", "The link would not be found again in the release notes.", {
    hint: "Put it there by hand. Nothing was written to the notes.",
  });
}

async function writeCheckedNotes(github: GitHubClient, releaseId: number, notes: string): Promise<void> {
  if (!fitsNotes(notes)) throw notesTooLongError();
  await writeNotes(github, releaseId, notes);
}

function notesTooLongError(): ShowreelError {
  return new ShowreelError("publish_failed", "The release notes have no room for the link.", {
    hint: "GitHub takes 125,000 characters. Shorten the notes.",
  });
}
