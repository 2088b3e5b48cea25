import { ShowreelError } from "../../base/errors.ts";
import type { Runtime } from "../../base/runtime.ts";
import type { VideoState } from "../../jobs/video-record.ts";
import type { GitHubClient } from "../../platform/github/api/client.ts";
import { closeMarker, findMarkedBlocks, openMarker } from "../../platform/github/marker.ts";
import { pauseBeforeRereading } from "../pause-before-rereading.ts";
import { watchLink } from "../watch-link.ts";
import { releaseGoneError } from "./attach-file.ts";
import { readRelease, writeNotes } from "./releases.ts";

// Undocumented. Source: ncipollo/release-action#493.
const maxNotesLength = 125_000;

export interface WriteBlockContext {
  readonly runtime: Runtime;
  readonly github: GitHubClient;
  readonly releaseId: number;
}

const maxWrites = 12;
// Until then, another run that read the notes before our write may overwrite it.
const confirmingReads = 2;

/**
 * Writes the block with this key into the notes of a release. GitHub replaces notes as a whole, so a
 * concurrent run may overwrite the block. The notes are read again after increasing pauses until two
 * consecutive reads contain the block.
 */
export async function writeBlock(
  { key, block }: { readonly key: string; readonly block: string },
  { runtime, github, releaseId }: WriteBlockContext,
): Promise<void> {
  let confirmations = confirmingReads;
  let writes = 0;
  let failures = 0;
  while (writes <= maxWrites) {
    const release = await readRelease(github, releaseId);
    // Notes that can't be read must not be overwritten.
    if (!release) throw releaseGoneError();
    const notes = release.body ?? "";
    const isPresent = hasBlock(notes, key, block);
    if (isPresent && confirmations === confirmingReads) return;
    confirmations = isPresent ? confirmations + 1 : 0;
    if (!isPresent) {
      writes += 1;
      try {
        await writeCheckedNotes(github, releaseId, withFindableBlock(notes, key, block));
        failures = 0;
      } catch (error) {
        failures += 1;
        await pauseBeforeRereading(runtime, github, error, failures);
        continue;
      }
    }
    // More concurrent writers need longer pauses.
    await runtime.sleep(1_000 + 2_000 * (2 * writes - 1) * runtime.random());
  }
  throw new ShowreelError("publish_failed", "Other runs kept overwriting the release notes.", {
    hint: "Run again later.",
  });
}

/**
 * Returns our block for the video with this key: the poster and the link, between markers that readers don't
 * see.
 */
export function toBlock(key: string, video: VideoState): string {
  return [openMarker(key), watchLink(video, { preferRelease: true }) ?? "", closeMarker(key)].join("\n\n");
}

/**
 * Returns the notes with the block: in place of the one with this key, or else at the end. If the end is
 * inside a code block, because a fence was never closed, the block goes to the start. The rest of the notes
 * is not changed.
 */
export function withBlock(notes: string, key: string, block: string): string {
  const current = findMarkedBlocks(notes).find((own) => own.key === key);
  if (current) return notes.slice(0, current.from) + block + notes.slice(current.to);
  if (notes === "") return block;
  const appended = `${notes}\n\n${block}`;
  return hasBlock(appended, key, block) ? appended : `${block}\n\n${notes}`;
}

/** Returns whether the notes have exactly this block. Ignores differences in line endings. */
export function hasBlock(notes: string, key: string, block: string): boolean {
  const text = notes.replaceAll("\r\n", "\n");
  return findMarkedBlocks(text).some((own) => own.key === key && text.slice(own.from, own.to) === block);
}

// If the block couldn't be found again, this run and every later one would write it again.
function withFindableBlock(notes: string, key: string, block: string): string {
  const changedNotes = withBlock(notes, key, block);
  if (hasBlock(changedNotes, key, block)) return changedNotes;
  throw new ShowreelError("publish_failed", "The link would not be found again in the release notes.", {
    hint: "Add the link by hand. The notes were not changed.",
  });
}

async function writeCheckedNotes(github: GitHubClient, releaseId: number, notes: string): Promise<void> {
  if (notes.length > maxNotesLength) {
    throw new ShowreelError("publish_failed", "The release notes are too long to add the link.", {
      hint: "Shorten the notes. GitHub accepts 125,000 characters.",
    });
  }
  await writeNotes(github, releaseId, notes);
}
