import type { Voice } from "./pico.ts";
import { speechRate } from "./rates.ts";

/** A spoken sentence, without the silence around it. */
export interface Utterance {
  /** Mono, 16 kHz. */
  readonly samples: Int16Array;
  readonly seconds: number;
  /** When each phrase starts, in seconds after the start of the utterance. The first one is 0. */
  readonly starts: readonly number[];
}

const windowSamples = speechRate / 200;
// The mean amplitude of a window in which something is heard.
const audibleAmplitude = 60;
// Kept around the speech, so that its first and last sounds are whole.
const marginSamples = 2 * windowSamples;

// The loudest volume at which Pico's samples are not clipped, and one that can be told from it.
const volume = 50;
const lowVolume = 25;

/** Speaks the phrases of a sentence. Returns undefined if nothing is heard. */
export function speakPhrases({ speak }: Voice, phrases: readonly string[]): Utterance | undefined {
  const clauses = toClauses(phrases);
  const texts = clauses.map((clause) => clause.join(" "));
  const speech = speak(texts.map((text) => ({ text, volume })));
  const end = lastAudible(speech, speech.length);
  if (end === 0) return undefined;
  const first = Math.max(0, firstAudible(speech) - marginSamples);
  const samples = speech.slice(first, end + marginSamples);
  const compared = clauses.length > 1 ? speak(texts.map(withAlternatingVolume)) : speech;
  const clauseStarts = findStarts(speech, compared, clauses.length) ?? estimateStarts(texts, [first, end]);
  const starts = clauses.flatMap((clause, index) => {
    const clauseEnd = lastAudible(speech, clauseStarts[index + 1] ?? end);
    return estimateStarts(clause, [clauseStarts[index] ?? first, clauseEnd]);
  });
  return {
    samples,
    seconds: samples.length / speechRate,
    starts: starts.map((start) => Math.max(0, start - first) / speechRate),
  };
}

// Phrases between which the voice pauses anyway. A command, such as one for the volume, is a pause for Pico.
function toClauses(phrases: readonly string[]): string[][] {
  const clauses: string[][] = [];
  let isNew = true;
  for (const phrase of phrases) {
    if (isNew) clauses.push([]);
    clauses.at(-1)?.push(phrase);
    isNew = /[.,;:!?]$/.test(phrase);
  }
  return clauses;
}

// Pico does not tell when it speaks which word. But the same sentence is the same sound again, except for the
// volume: so if every second clause is spoken with less volume, the comparison shows where the clauses are.
function withAlternatingVolume(text: string, index: number) {
  return { text, volume: index % 2 === 0 ? volume : lowVolume };
}

const comparedSamples = speechRate / 500;
// Below this mean amplitude, the rounding of Pico's samples hides the volume.
const comparableAmplitude = 40;

function findStarts(speech: Int16Array, compared: Int16Array, count: number): number[] | undefined {
  if (speech.length !== compared.length) return undefined;
  const starts = [0];
  for (let start = 0; start < speech.length && starts.length < count; start += comparedSamples) {
    const loudness = amplitude(speech, start, comparedSamples);
    if (loudness < comparableAmplitude) continue;
    const isLow = amplitude(compared, start, comparedSamples) < 0.75 * loudness;
    if (isLow === (starts.length % 2 === 1)) starts.push(start);
  }
  return starts.length === count ? starts : undefined;
}

// Where there is nothing to hear, the length of the texts must do.
function estimateStarts(texts: readonly string[], [from, to]: readonly [number, number]): number[] {
  const total = texts.join("").length;
  let before = 0;
  return texts.map((text) => {
    const start = from + (before / total) * (to - from);
    before += text.length;
    return start;
  });
}

function firstAudible(speech: Int16Array): number {
  for (let start = 0; start < speech.length; start += windowSamples) {
    if (amplitude(speech, start, windowSamples) > audibleAmplitude) return start;
  }
  return speech.length;
}

// Returns the end of the last sound before a sample; 0 if there is none.
function lastAudible(speech: Int16Array, before: number): number {
  for (let end = before; end > 0; end -= windowSamples) {
    if (amplitude(speech, Math.max(0, end - windowSamples), windowSamples) > audibleAmplitude) return end;
  }
  return 0;
}

function amplitude(speech: Int16Array, start: number, count: number): number {
  let sum = 0;
  for (let index = start; index < start + count; index += 1) sum += Math.abs(speech[index] ?? 0);
  return sum / count;
}
