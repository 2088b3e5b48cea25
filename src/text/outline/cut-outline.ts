import type { OutlineBlock, OutlineItem } from "./outline.ts";

/**
 * Returns the start of an outline that has as many letters and digits as a shortened text, whose words are the
 * same.
 */
export function cutOutline(blocks: readonly OutlineBlock[], shortened: string): OutlineBlock[] {
  let left = countLetters(shortened);
  const cut = (text: string): string => {
    const length = countLetters(text);
    const kept = length <= left ? text : firstLetters(text, left);
    left -= Math.min(left, length);
    return kept;
  };
  const result: OutlineBlock[] = [];
  for (const block of blocks) {
    if (left === 0) break;
    if (block.kind === "code") result.push(block);
    else if (block.kind === "list") result.push({ ...block, items: cutItems(block.items, cut) });
    else result.push({ ...block, text: cut(block.text) });
  }
  return result;
}

function cutItems(items: readonly OutlineItem[], cut: (text: string) => string): OutlineItem[] {
  return items.map((item) => ({ ...item, text: cut(item.text) })).filter(({ text }) => text !== "");
}

const letter = /[\p{L}\p{N}]/gu;

const countLetters = (text: string) => text.match(letter)?.length ?? 0;

// `count` letters or digits, with the marks and punctuation of the last one; with "…" inside of a sentence.
function firstLetters(text: string, count: number): string {
  const next = [...text.matchAll(letter)][count - 1];
  if (!next) return "";
  const end = next.index + next[0].length;
  const kept = text.slice(0, end) + (/^[^\s\p{L}\p{N}]*/u.exec(text.slice(end))?.[0] ?? "");
  return /[.!?…。！？]["'”’»)\]」』）]*$/u.test(kept) ? kept : `${kept}…`;
}
