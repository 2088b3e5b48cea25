import { isDependencyList, updatesIn } from "./dependencies.ts";
import type { Spoken } from "./spoken.ts";

const mostSpoken = 3;

/** Puts one sentence with their number in the place of dependency updates, when there are more than three of them. */
export function summariseUpdates(blocks: readonly Spoken[]): Spoken[] {
  const notes = findNotes(blocks);
  const counts = new Map(
    notes.filter(({ count }) => count > 0).map(({ block, count }) => [block.said, count]),
  );
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total <= mostSpoken) return [...blocks];
  const first = notes[0]?.block;
  const all = new Set(notes.map(({ block }) => block));
  return blocks.map((block) => {
    if (!all.has(block)) return block;
    return { ...block, said: block === first ? `${total} dependencies were updated.` : "" };
  });
}

interface Note {
  readonly block: Spoken;
  /** How many updates it stands for; none when those are listed below it. */
  readonly count: number;
}

function findNotes(blocks: readonly Spoken[]): Note[] {
  const notes: Note[] = [];
  let listDepth = Number.POSITIVE_INFINITY;
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== "item" || block.depth <= listDepth) listDepth = Number.POSITIVE_INFINITY;
    if (block.said === "" || block.kind === "heading") continue;
    if (block.depth > listDepth) notes.push({ block, count: 1 });
    else if (block.isNote) {
      const next = blocks[index + 1];
      const announces = isDependencyList(block.said) && next?.kind === "item" && next.depth > block.depth;
      if (announces) listDepth = block.depth;
      notes.push({ block, count: announces ? 0 : updatesIn(block.said) });
    }
  }
  return notes;
}
