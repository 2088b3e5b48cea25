import { joinPhrases } from "../storyboard.ts";
import { splitPhrases } from "../words/phrases.ts";
import { splitSentences, type TextPart } from "../words/sentences.ts";
import { textWidth } from "../words/text-width.ts";

import { cardWidth } from "./card-size.ts";
import { divideEvenly } from "./divide-evenly.ts";
import type { Utterance } from "./plan.ts";

/** Returns a text's sentences as utterances; one that is wider than a card is divided between its phrases. */
export function toUtterances(text: string, language: string, capacity = cardWidth): Utterance[] {
  return splitSentences(text, language).flatMap((sentence) => {
    const phrases = splitPhrases(sentence, language).map((phrase) => ({
      ...phrase,
      width: textWidth(phrase.text),
      gap: phrase.attached ? 0 : 1,
    }));
    return divideEvenly(phrases, { capacity, costOfCut: () => 0 }).map(toUtterance);
  });
}

function toUtterance(parts: readonly TextPart[]): Utterance {
  const phrases = parts.map(({ text, attached }) => ({ text, attached }));
  return { text: joinPhrases(phrases), phrases };
}
