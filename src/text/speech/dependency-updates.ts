import type { SpokenBlock } from "./spoken-block.ts";

const maxSpokenUpdates = 3;

/**
 * Replaces more than three dependency updates with one sentence that states their number. It takes the
 * position of the first update.
 */
export function summarizeDependencyUpdates(blocks: readonly SpokenBlock[]): SpokenBlock[] {
  const updates = findUpdates(blocks);
  // The same sentence twice is the same update.
  const counts = new Map(
    updates.filter(({ count }) => count > 0).map(({ block, count }) => [block.spokenText, count]),
  );
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total <= maxSpokenUpdates) return [...blocks];
  const first = updates[0]?.block;
  const summarized = new Set(updates.map(({ block }) => block));
  return blocks.map((block) => {
    if (!summarized.has(block)) return block;
    return { ...block, spokenText: block === first ? `${total} dependencies were updated.` : "" };
  });
}

interface UpdateBlock {
  readonly block: SpokenBlock;
  /** The number of updates in the block; 0 if they are listed below it. */
  readonly count: number;
}

function findUpdates(blocks: readonly SpokenBlock[]): UpdateBlock[] {
  const updates: UpdateBlock[] = [];
  // The depth of the block that introduces a list of updates, while its items are read.
  let introductionDepth = Number.POSITIVE_INFINITY;
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== "item" || block.depth <= introductionDepth)
      introductionDepth = Number.POSITIVE_INFINITY;
    if (block.spokenText === "" || block.kind === "heading") continue;
    if (block.depth > introductionDepth) updates.push({ block, count: 1 });
    else if (isUpdate(block)) {
      const isIntroduction = introducesUpdates(block, blocks[index + 1]);
      if (isIntroduction) introductionDepth = block.depth;
      updates.push({ block, count: isIntroduction ? 0 : countUpdates(block.spokenText) });
    }
  }
  return updates;
}

// The wording of dependency bots and changesets.
const updatePatterns = [
  /^[\w*]+ ?\(deps(?:-dev)?\b[^()]{0,40}\)!?: /i,
  /^(?:\(?deps(?:-dev)?\)?|dependencies):? (?=bump|update|upgrade|pin|replace)/i,
  /^(?:[\w()]{1,20}!?: )?bumps? (?!the version|version)(?:the )?[\w@./ -]{1,100} (?:from \S+ |group |across |with )?(?:to|with|across) /i,
  /^(?:[\w()]{1,20}!?: )?(?:update|upgrade|pin|lock|replace) (?:dev)?dependenc(?:y|ies)\b/i,
  /^(?:[\w()]{1,20}!?: )?update [\w@./-]{1,100} (?:action|digest|docker tag|monorepo|orb|image)\b/i,
  /^(?:[\w()]{1,20}!?: )?lock file maintenance\b/i,
];
const updateListPattern = /^updated dependencies\b/i;

function isUpdate({ lines: [line = "", ...others] }: SpokenBlock): boolean {
  return others.length === 0 && [...updatePatterns, updateListPattern].some((pattern) => pattern.test(line));
}

function introducesUpdates(block: SpokenBlock, next: SpokenBlock | undefined): boolean {
  return updateListPattern.test(block.spokenText) && next?.kind === "item" && next.depth > block.depth;
}

// A text "with 3 updates" counts as three.
function countUpdates(text: string): number {
  return Number(/\bwith (\d{1,4}) updates?\b/i.exec(text)?.[1] ?? 1);
}
