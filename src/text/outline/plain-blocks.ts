import { joinLines } from "../speech/sentences.ts";
import type { OutlineBlock, OutlineItem } from "./outline.ts";

/**
 * Returns the blocks of a text that is spoken as it was typed. A line that looks like a heading or an item of a
 * list is one. There is no code: the backticks of a fence are removed, and the words in between stay.
 */
export function toPlainBlocks(text: string): OutlineBlock[] {
  const blocks: OutlineBlock[] = [];
  let paragraph: string[] = [];
  let items: OutlineItem[] = [];
  const close = () => {
    if (paragraph.length > 0) blocks.push({ kind: "paragraph", text: joinLines(paragraph) });
    if (items.length > 0) blocks.push({ kind: "list", items });
    paragraph = [];
    items = [];
  };
  for (const line of text.split("\n")) {
    const unfenced = line.replace(/^(?:\s*`{3,})+/, "");
    const typed = oneLine(unfenced);
    const [, marks, heading = ""] = /^(#{1,6}) (.+)$/.exec(typed) ?? [];
    const item = /^- (.+)$/.exec(typed)?.[1];
    const isParagraph = typed !== "" && !marks && item === undefined;
    if (unfenced !== line || (items.length > 0 ? item === undefined : !isParagraph)) close();
    if (marks) blocks.push({ kind: "heading", level: marks.length, text: heading });
    else if (item !== undefined) items.push({ level: nestingLevel(line, items.at(-1)), text: item });
    else if (isParagraph) paragraph.push(typed);
  }
  close();
  return blocks;
}

// An item is at most one level deeper than the one before it.
function nestingLevel(line: string, previous: OutlineItem | undefined): number {
  const indent = (/^\s*/.exec(line)?.[0] ?? "").replaceAll("\t", "    ").length;
  return Math.min(1 + Math.floor(indent / 2), 1 + (previous?.level ?? 0));
}

/** Replaces all white space by single spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
