import { polish } from "./polish.ts";
import type { Spoken } from "./spoken.ts";

/** Does a block that is no heading announce what follows: a summary, a line in bold, or words with a colon? */
export function isLead({ kind, leads, said }: Spoken): boolean {
  return kind !== "heading" && (leads || /[:：]$/u.test(said));
}

/**
 * Of the leads whose announced paragraphs, items or code vanished, those in bold vanish as well, and those with a colon
 * end with a full stop. One that announces nothing, as at the end, is a sentence like any other.
 */
export function withoutEmptyLeads(blocks: readonly Spoken[]): Spoken[] {
  const result = [...blocks];
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = result[index];
    if (!block || !isLead(block) || !isVanished(result, index + 1, block)) continue;
    result[index] = { ...block, said: block.leads ? "" : ended(block.said) };
  }
  return result;
}

function isVanished(blocks: readonly Spoken[], from: number, lead: Spoken): boolean {
  let at = from;
  for (; belongsTo(lead, blocks[at], at === from); at += 1) if (blocks[at]?.said !== "") return false;
  return at > from;
}

function belongsTo(lead: Spoken, block: Spoken | undefined, isNext: boolean): boolean {
  if (!block || block.kind === "heading" || block.kind === "close") return false;
  // A later paragraph of an item, half a level below it, has its code and lists on its own level.
  const isInside = lead.depth % 1 === 0 ? block.depth > lead.depth : block.depth >= lead.depth;
  if (lead.kind === "item") return block.kind === "item" && isInside;
  return lead.leads ? !block.leads : isNext || block.kind === "item";
}

// "Install it:" is nothing without the command, "Patterns can be mirrored:" is.
function ended(text: string): string {
  const label = /(?:^|(?<=[.!?。！？] ?))[^\s.!?。！？]{1,40}(?: [^\s.!?。！？]{1,40})?[:：]$/u;
  if (label.test(text)) return polish(text.replace(label, ""));
  return text.replace(/:$/, ".").replace(/：$/u, "。");
}
