import type { OutlineBlock, OutlineItem } from "../outline/outline.ts";
import type { Code } from "./blocks.ts";
import type { SpokenBlock } from "./spoken-block.ts";

/**
 * Returns spoken blocks as the blocks of an outline. An item with several paragraphs is one item. Headings
 * have no full stop.
 */
export function toOutlineBlocks(blocks: readonly SpokenBlock[]): OutlineBlock[] {
  const outline: OutlineBlock[] = [];
  // The items of the last block if it is a list, and its number.
  let items: OutlineItem[] = [];
  let listNumber: number | undefined;
  // Whether a later paragraph belongs to the last of the items.
  let isItemOpen = false;
  const add = (block: OutlineBlock) => {
    outline.push(block);
    listNumber = undefined;
  };
  const addItem = ({ depth, spokenText, ...block }: SpokenBlock) => {
    const item = { level: Math.floor(depth), text: spokenText };
    const last = items.at(-1);
    if (block.listNumber !== listNumber) {
      items = [item];
      add({ kind: "list", items });
      listNumber = block.listNumber;
    } else if (isItemOpen && last)
      items[items.length - 1] = { ...last, text: joinSentences(last.text, spokenText) };
    else items.push(item);
    isItemOpen = true;
  };
  for (const block of blocks) {
    const { kind, depth, spokenText, code } = block;
    const isLaterParagraph = depth % 1 !== 0;
    if (!isLaterParagraph) isItemOpen = false;
    if (code) outlineCode(code).forEach(add);
    else if (spokenText === "") continue;
    else if (kind === "heading")
      add({ kind, level: depth, text: spokenText.replace(/(?<![.…])[.。]$/u, "") });
    else if (kind === "item" && !(isLaterParagraph && outline.at(-1)?.kind === "code")) addItem(block);
    else add({ kind: "paragraph", text: spokenText });
  }
  return outline;
}

/** Joins two sentences. Chinese and Japanese have no space between them. */
export function joinSentences(first: string, second: string): string {
  return first + (/[。！？]$/u.test(first) ? "" : " ") + second;
}

const maxCodeLines = 40;
// More than fits on a card.
const maxCodeLineLength = 200;

// Returns no block if there is nothing to see.
function outlineCode({ language, text }: Code): OutlineBlock[] {
  const lines = text
    .replace(/^(?:[ \t]*\n)+|\s+$/g, "")
    .split("\n")
    .slice(0, maxCodeLines)
    .map((line) =>
      Array.from(line.slice(0, 2 * maxCodeLineLength))
        .slice(0, maxCodeLineLength)
        .join("")
        .trimEnd(),
    );
  if (lines.join("") === "") return [];
  return [{ kind: "code", language: /^[\w+#.-]{1,30}/.exec(language)?.[0] ?? "", lines }];
}
