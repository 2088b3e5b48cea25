import { beginOf, endOf, ownBlocks } from "../../github/own-block.ts";
import type { Render } from "../../render/record.ts";
import { watchLink } from "../watch.ts";

// Undocumented; see ncipollo/release-action#493.
const longestNotes = 125_000;

/** Our block for the video of this key: the poster and the link, between markers that no reader sees. */
export function toBlock(key: string, render: Render): string {
  return [beginOf(key), watchLink(render, true) ?? "", endOf(key)].join("\n\n");
}

/**
 * The notes with the block of this key in its place, or at their end; everything else stays to the letter. Where the end is
 * code, because a fence was never closed, a new block stands at their beginning: that is code nowhere.
 */
export function withBlock(notes: string, key: string, block: string): string {
  const present = ownBlocks(notes).find((own) => own.key === key);
  if (present) return notes.slice(0, present.from) + block + notes.slice(present.to);
  if (notes === "") return block;
  const appended = `${notes}\n\n${block}`;
  return hasBlock(appended, key, block) ? appended : `${block}\n\n${notes}`;
}

/** Whether the notes have this block of this key, whatever their line ends. */
export function hasBlock(notes: string, key: string, block: string): boolean {
  const text = notes.replaceAll("\r\n", "\n");
  return ownBlocks(text).some((own) => own.key === key && text.slice(own.from, own.to) === block);
}

/** Whether GitHub takes notes of this length. */
export const fitsNotes = (notes: string): boolean => notes.length <= longestNotes;
