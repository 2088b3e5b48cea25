import { hasWords } from "./marks.ts";
import { tidy } from "./tidy.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** The text without the sentences that are not kept, the others as they are. */
export function keepSentences(text: string, isKept: (sentence: string) => boolean): string {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
    .filter(isKept)
    .join("");
}

/** Tidy words, and no sentence in them that is nothing but punctuation. */
export function polish(text: string): string {
  return tidy(keepSentences(tidy(text), hasWords));
}
