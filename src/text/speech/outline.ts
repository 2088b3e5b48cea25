import type { OutlineBlock } from "../outline/outline.ts";
import { withoutFullStop } from "./punctuation.ts";
import type { SpokenBlock } from "./spoken-block.ts";

// An item of a list to which later paragraphs may be added.
interface OpenItem {
  readonly level: number;
  readonly paragraphs: string[];
}

interface OpenList {
  readonly kind: "open list";
  readonly listNumber: number;
  readonly items: OpenItem[];
}

// Makes headings of short lines in bold, one level below the last real heading. Not of the title of a box or of
// `<details>`: it does not stand for what follows after their end.
function withBoldHeadings(blocks: readonly SpokenBlock[]): SpokenBlock[] {
  const boxTitles = findBoxTitles(blocks);
  let depth = 2;
  return blocks.map((block) => {
    const { kind, lines, isPseudoHeading, spokenText } = block;
    if (kind === "heading") depth = Math.min(6, block.depth + 1);
    const isLabel = lines.length === 1 && /^.{1,60}(?<![.!?…。！？])$/su.test(lines[0] ?? "");
    if (kind !== "paragraph" || !isPseudoHeading || !isLabel || boxTitles.has(block)) return block;
    return { ...block, kind: "heading", depth, spokenText: spokenText.replace(/[:：]$/u, "") };
  });
}

function findBoxTitles(blocks: readonly SpokenBlock[]): Set<SpokenBlock> {
  const titles = new Set<SpokenBlock>();
  let openCount = 0;
  for (const block of [...blocks].reverse()) {
    if (block.kind === "close") openCount += 1;
    else if (block.isPseudoHeading && openCount > 0) {
      openCount -= 1;
      titles.add(block);
    }
  }
  return titles;
}

/**
 * Returns spoken blocks as the blocks of an outline. The paragraphs of an item are joined, unless code is
 * between them. Headings have no full stop.
 */
export function toOutlineBlocks(blocks: readonly SpokenBlock[]): OutlineBlock[] {
  const outline: (OutlineBlock | OpenList)[] = [];
  // The item that the next paragraph may belong to.
  let item: OpenItem | undefined;
  for (const { kind, depth, listNumber, spokenText, code } of withBoldHeadings(blocks)) {
    const last = outline.at(-1);
    const level = Math.floor(depth);
    const isLaterParagraph = level !== depth;
    if (code || !isLaterParagraph || level !== item?.level) item = undefined;
    if (code) {
      if (code.lines.length > 0) outline.push({ kind: "code", ...code });
    } else if (spokenText === "") continue;
    else if (kind === "heading") outline.push({ kind, level: depth, text: withoutFullStop(spokenText) });
    else if (kind !== "item" || (isLaterParagraph && last?.kind === "code"))
      outline.push({ kind: "paragraph", text: spokenText });
    else if (item) item.paragraphs.push(spokenText);
    else {
      item = { level, paragraphs: [spokenText] };
      if (last?.kind === "open list" && last.listNumber === listNumber) last.items.push(item);
      else outline.push({ kind: "open list", listNumber, items: [item] });
    }
  }
  return outline.map((block) => (block.kind === "open list" ? closeList(block) : block));
}

function closeList({ items }: OpenList): OutlineBlock {
  return {
    kind: "list",
    items: items.map(({ level, paragraphs }) => ({ level, text: joinSentences(paragraphs) })),
  };
}

/** Joins paragraphs to one. Chinese and Japanese have no space between two sentences. */
export function joinSentences(paragraphs: readonly string[]): string {
  return paragraphs
    .map((text, index) => (index === paragraphs.length - 1 || /[。！？]$/u.test(text) ? text : `${text} `))
    .join("");
}
