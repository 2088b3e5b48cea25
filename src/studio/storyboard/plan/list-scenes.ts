import { textWidth } from "../words/text-width.ts";
import { blockGap, cardWidth, maxItems } from "./card-size.ts";
import { type Divisible, divideEvenly } from "./divide-evenly.ts";
import type { OutlineItem } from "./parse-outline.ts";
import type { PlannedScene } from "./plan.ts";
import { toTextScenes } from "./text-scenes.ts";
import { toUtterances } from "./utterances.ts";

type Item = OutlineItem & Divisible;

/**
 * Returns the cards of a list; `leadWidth` is the width of the words above the first. A single item, and one
 * that no card can hold, is text.
 */
export function toListScenes(
  items: readonly OutlineItem[],
  language: string,
  leadWidth: number,
): PlannedScene[] {
  const [only, ...others] = items;
  if (only !== undefined && others.length === 0 && leadWidth === 0) {
    return toTextScenes([only.text], language);
  }
  const measured = items.map((item, index) => {
    const width = textWidth(item.text);
    return { ...item, width: index === 0 ? width + leadWidth : width, gap: blockGap };
  });
  // A nested item stays with the one that it belongs to, if there is room.
  const costOfCut = (index: number) => ((measured[index]?.level ?? 0) > 0 ? 0.3 : 0);
  const groups = divideEvenly(measured, { capacity: cardWidth, maxCount: maxItems, costOfCut });
  return groups.flatMap((group) => toScenes(group, language));
}

function toScenes(group: readonly Item[], language: string): PlannedScene[] {
  const [first] = group;
  if (first !== undefined && first.width > cardWidth) return toTextScenes([first.text], language);
  const blocks = group.map(({ text }) => toUtterances(text, language));
  return [{ kind: "list", blocks, levels: levelsOf(group) }];
}

const maxLevel = 2;

function levelsOf(group: readonly Item[]): number[] | undefined {
  const least = group.reduce((level, item) => Math.min(level, item.level), Number.POSITIVE_INFINITY);
  const levels = group.map(({ level }) => Math.min(level - least, maxLevel));
  return levels.some((level) => level > 0) ? levels : undefined;
}
