import type { Spoken } from "./spoken.ts";

/** Takes out every heading with nothing below it, unless headings are all that the document has. */
export function withoutEmptyHeadings(blocks: readonly Spoken[]): Spoken[] {
  if (blocks.every(({ kind, said }) => kind === "heading" && said !== "")) return [...blocks];
  // By level: has something been said since the last heading of this level or above? Seen from the end.
  const isFollowed = Array.from({ length: 7 }, () => false);
  const result: Spoken[] = [];
  for (const block of [...blocks].reverse()) {
    const next = result.at(-1);
    if (block.kind !== "heading") {
      if (block.said !== "") isFollowed.fill(true);
      result.push(block);
      continue;
    }
    const keeps = isFollowed[block.depth] || (next !== undefined && startsRelease(block, next));
    isFollowed.fill(false, block.depth);
    result.push(keeps ? block : { ...block, said: "" });
  }
  return result.reverse();
}

// standard-version writes a patch release and its sections as headings of one level.
function startsRelease({ said, depth }: Spoken, next: Spoken): boolean {
  return /^Version \d/.test(said) && next.kind === "heading" && next.said !== "" && next.depth === depth;
}
