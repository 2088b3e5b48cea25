import type { Utterance } from "../plan/plan.ts";
import { segmenterOf } from "../words/sentences.ts";
import { characterWidth, countWide, textWidth } from "../words/text-width.ts";

/** When an utterance's phrases start, in seconds from its own start. */
export interface UtteranceTimes {
  readonly seconds: number;
  /** One for each phrase; the first is 0 unless the sound begins with silence. */
  readonly starts: readonly number[];
}

const wordsPerSecond = 150 / 60;
const wideCharactersPerSecond = 7;
const readableCharactersPerSecond = 20;
const shortest = 0.5;

/** Returns the times of an utterance that is read instead of heard, at the pace of a calm speaker. */
export function readingTimes({ phrases }: Utterance, language: string): UtteranceTimes {
  const starts: number[] = [];
  let seconds = 0;
  for (const { text } of phrases) {
    starts.push(seconds);
    seconds += Math.max(readableSeconds(text), spokenSeconds(text, language));
  }
  return { seconds, starts };
}

/** Returns the least time in which a text can be read. */
export function readableSeconds(text: string): number {
  return Math.max(shortest, textWidth(text) / readableCharactersPerSecond);
}

function spokenSeconds(text: string, language: string): number {
  let words = 0;
  for (const { segment, isWordLike } of segmenterOf(language, "word").segment(text)) {
    if (isWordLike && !isWide(segment)) words += 1;
  }
  const commas = text.match(/[,،，、](?!\d)/gu)?.length ?? 0;
  const stops = text.match(/[;:；：—–](?!\d)/gu)?.length ?? 0;
  return words / wordsPerSecond + countWide(text) / wideCharactersPerSecond + 0.15 * commas + 0.25 * stops;
}

const isWide = (word: string) => characterWidth(word.slice(0, 1)) > 1;
