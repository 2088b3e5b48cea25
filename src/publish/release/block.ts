import { beginOf, endOf } from "../../github/own-block.ts";
import type { Render } from "../../render/record.ts";
import { watchLink } from "../watch.ts";

// Undocumented; see ncipollo/release-action#493.
const longestNotes = 125_000;

/** Our block for the video of this key: the poster and the link, between markers that no reader sees. */
export function toBlock(key: string, render: Render): string {
  return [beginOf(key), watchLink(render, true) ?? "", endOf(key)].join("\n\n");
}

/** The notes with the block of this key in its place, or at their end; everything else stays to the letter. */
export function withBlock(notes: string, key: string, block: string): string {
  const to = notes.indexOf(endOf(key));
  // A begin without its end may stand before: what is between is somebody's.
  const from = to < 0 ? -1 : notes.lastIndexOf(beginOf(key), to);
  if (from >= 0) return notes.slice(0, from) + block + notes.slice(to + endOf(key).length);
  return notes === "" ? block : `${notes}\n\n${block}`;
}

/** Whether GitHub takes notes of this length. */
export const fitsNotes = (notes: string): boolean => notes.length <= longestNotes;
