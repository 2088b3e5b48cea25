import { utterancesOf } from "../../../src/studio/storyboard/plan/plan.ts";
import { planStoryboard } from "../../../src/studio/storyboard/plan/plan-storyboard.ts";
import type { Scene, Storyboard } from "../../../src/studio/storyboard/storyboard.ts";
import { joinPhrases, phrasesOf } from "../../../src/studio/storyboard/storyboard.ts";
import { layOut } from "../../../src/studio/storyboard/times/lay-out.ts";
import { readingTimes } from "../../../src/studio/storyboard/times/reading-times.ts";

/** Returns the storyboard of a video without a voice. */
export function silentStoryboard(outline: string, title = "Atlas 2.4"): Storyboard {
  const plan = planStoryboard({ title, outline });
  const times = utterancesOf(plan).map((utterance) => readingTimes(utterance, plan.language));
  return layOut(plan, times).storyboard;
}

/** Describes the cards between the title and the closing card, one per line or item. */
export function describeCards(outline: string, title?: string): string[][] {
  return silentStoryboard(outline, title)
    .scenes.filter(({ kind }) => kind !== "title" && kind !== "closing")
    .map(describeCard);
}

function describeCard({ heading, spokenHeading, lead, kind, blocks, levels, code = [] }: Scene): string[] {
  const marker = kind === "list" ? "• " : "";
  return [
    ...(heading === undefined ? [] : [`${spokenHeading ? "#" : "(#)"} ${heading}`]),
    ...(lead ? [joinPhrases(lead)] : []),
    ...blocks.map((block, index) => `${"  ".repeat(levels?.[index] ?? 0)}${marker}${joinPhrases(block)}`),
    ...code.map((line) => `> ${line}`),
  ];
}

/** Returns all phrases of a storyboard in the order in which they are spoken. */
export const allPhrases = ({ scenes }: Storyboard) => scenes.flatMap((scene) => phrasesOf(scene));
