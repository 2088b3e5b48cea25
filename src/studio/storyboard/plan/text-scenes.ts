import { textWidth } from "../words/text-width.ts";
import { blockGap, cardWidth } from "./card-size.ts";
import { type Divisible, divideEvenly } from "./divide-evenly.ts";
import { findEmphasis } from "./emphasis.ts";
import type { PlannedScene, Utterance } from "./plan.ts";
import { toUtterances } from "./utterances.ts";

interface Sentence extends Divisible {
  readonly utterance: Utterance;
  readonly paragraph: number;
}

/** Returns the cards of paragraphs that follow each other: as few as can be read, and none nearly empty. */
export function toTextScenes(paragraphs: readonly string[], language: string): PlannedScene[] {
  const sentences = paragraphs.flatMap((text, paragraph): Sentence[] =>
    toUtterances(text, language).map((utterance, index) => ({
      utterance,
      paragraph,
      width: textWidth(utterance.text),
      gap: index === 0 ? blockGap : 1,
    })),
  );
  const costOfCut = (index: number) =>
    sentences[index]?.paragraph === sentences[index - 1]?.paragraph ? 0.2 : 0;
  const groups = divideEvenly(sentences, { capacity: cardWidth, costOfCut });
  return groups.map((group) => {
    const blocks = [...Map.groupBy(group, ({ paragraph }) => paragraph).values()].map((block) =>
      block.map(({ utterance }) => utterance),
    );
    return { kind: "text", blocks, emphasis: findEmphasis(blocks) };
  });
}
