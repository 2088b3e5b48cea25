import { joinPhrases } from "../storyboard.ts";
import { textWidth } from "../words/text-width.ts";
import { maxTitleWidth } from "./card-size.ts";
import { divideEvenly } from "./divide-evenly.ts";
import type { OutlineBlock } from "./parse-outline.ts";
import type { PlannedScene } from "./plan.ts";
import { toTextScenes } from "./text-scenes.ts";
import { toUtterances } from "./utterances.ts";

/**
 * Returns the one title of a video whose outline begins with a heading that repeats its title: the fuller of the
 * two. Undefined if the outline begins with something else.
 */
export function mergeTitle(title: string, first: OutlineBlock | undefined): string | undefined {
  if (first?.kind !== "heading") return undefined;
  const { level, text } = first;
  const [words, titleWords] = [wordsOf(text), wordsOf(title)];
  if (words === "") return text === title ? title : undefined;
  if (words === titleWords) return title;
  // Below the title "Atlas 2.4", the heading "2.4" is a repetition, but "Features" of "Features of Atlas" is not.
  const isPart = ` ${titleWords} `.includes(` ${words} `);
  if (isPart && (level === 1 || /\p{N}/u.test(words))) return title;
  const isFuller = titleWords === "" ? title === "" : words.startsWith(`${titleWords} `);
  return isFuller && level === 1 && textWidth(text) <= maxTitleWidth ? text : undefined;
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(" ");
}

/** Returns the title's card, and text with the end of a title that is too long for it. */
export function toTitleScenes(title: string, language: string): PlannedScene[] {
  const utterances = toUtterances(title, language, maxTitleWidth);
  if (utterances.length === 0) return [];
  const measured = utterances.map((utterance) => ({ utterance, width: textWidth(utterance.text), gap: 1 }));
  const [first = []] = divideEvenly(measured, { capacity: maxTitleWidth, costOfCut: () => 0 });
  const rest = joinPhrases(utterances.slice(first.length).flatMap(({ phrases }) => phrases));
  const titleScene: PlannedScene = { kind: "title", blocks: [first.map(({ utterance }) => utterance)] };
  return [titleScene, ...toTextScenes([rest], language)];
}
