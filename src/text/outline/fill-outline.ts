import type { TextPart } from "../placeholders/placeholders.ts";
import { isSpeakable } from "../speech/characters.ts";
import { withFullStop } from "../speech/punctuation.ts";
import type { OutlineBlock } from "./outline.ts";
import { oneLine, toPlainBlocks } from "./plain-blocks.ts";

/** How the placeholders of an outline are found and filled. */
export interface OutlineFilling {
  /** Splits the text of a block at its placeholders. */
  parse(text: string): readonly TextPart[];
  /** Returns the value of a placeholder: words within a sentence, or blocks. */
  readValue(name: string): string | readonly OutlineBlock[];
}

/** Fills the placeholders of an outline, except in code. */
export function fillOutline(blocks: readonly OutlineBlock[], filling: OutlineFilling): OutlineBlock[] {
  return blocks.flatMap((block) => fillBlock(block, filling));
}

function fillBlock(block: OutlineBlock, { parse, readValue }: OutlineFilling): OutlineBlock[] {
  switch (block.kind) {
    case "code":
      return [{ ...block, lines: block.lines.map(unescapePlaceholders) }];
    case "heading":
      return fillText(parse(block.text), readValue, (text) => [{ ...block, text: oneLine(text) }]);
    case "paragraph":
      // A block that ends with a placeholder can get its full stop only now.
      return fillText(parse(block.text), readValue, (text) => toPlainBlocks(withFullStop(text.trim())));
    case "list":
      return joinLists(
        block.items.flatMap(({ level, text: typed }) =>
          fillText(parse(typed), readValue, (text) => [
            { kind: "list", items: [{ level, text: withFullStop(oneLine(text)) }] },
          ]),
        ),
      );
  }
}

const unescapePlaceholders = (line: string) => line.replace(/\\(?=\{\{[^{}]*\}\})/g, "");

/**
 * Fills a text. A value that consists of blocks divides it; `toBlocks` returns the blocks of the text before
 * that, and what follows is plain text.
 */
export function fillText(
  parts: readonly TextPart[],
  readValue: OutlineFilling["readValue"],
  toBlocks: (text: string) => readonly OutlineBlock[],
): OutlineBlock[] {
  const blocks: OutlineBlock[] = [];
  let text = "";
  let isDivided = false;
  const endText = () => {
    if (isSpeakable(text))
      blocks.push(...(isDivided ? toPlainBlocks(text.replace(/^[\s.,;:!?…]+/, "")) : toBlocks(text)));
    text = "";
  };
  for (const part of parts) {
    const value = typeof part === "string" ? part : readValue(part.name);
    if (typeof value === "string") {
      text += value;
      continue;
    }
    endText();
    blocks.push(...value);
    isDivided = true;
  }
  endText();
  return blocks;
}

// Makes one list of those that follow each other.
function joinLists(blocks: readonly OutlineBlock[]): OutlineBlock[] {
  const joined: OutlineBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === "list" && last?.kind === "list")
      joined[joined.length - 1] = { ...last, items: [...last.items, ...block.items] };
    else joined.push(block);
  }
  return joined;
}
