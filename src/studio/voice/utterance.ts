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
const marginWindows = 2;

// The loudest volume at which Pico's samples are not clipped, and one that can be told from it.
const volume = 50;
const lowVolume = 25;

/** Speaks the phrases of a sentence. Returns undefined if nothing is heard. */
export function speakPhrases({ speak }: Voice, phrases: readonly string[]): Utterance | undefined {
  const speech = speak(phrases.map((text) => ({ text, volume })));
  const audible = audibleRange(speech);
  if (!audible) return undefined;
  const samples = speech.slice(...audible);
  const starts =
    phrases.length > 1 ? findStarts(speech, speak(phrases.map(withAlternatingVolume)), phrases) : [0];
  return {
    samples,
    seconds: samples.length / speechRate,
    starts: starts.map((start) => Math.max(0, start - audible[0]) / speechRate),
  };
}

function audibleRange(speech: Int16Array): readonly [from: number, to: number] | undefined {
  const amplitudes: number[] = [];
  for (let start = 0; start + windowSamples <= speech.length; start += windowSamples) {
    amplitudes.push(amplitude(speech, start, windowSamples));
  }
  const isAudible = (value: number) => value > audibleAmplitude;
  const first = amplitudes.findIndex(isAudible);
  if (first === -1) return undefined;
  const end = amplitudes.findLastIndex(isAudible) + 1;
  return [
    Math.max(0, first - marginWindows) * windowSamples,
    Math.min(amplitudes.length, end + marginWindows) * windowSamples,
  ];
}

function amplitude(speech: Int16Array, start: number, count: number): number {
  let sum = 0;
  for (let index = start; index < start + count; index += 1) sum += Math.abs(speech[index] ?? 0);
  return sum / count;
}

// Pico does not tell when it speaks which word. But the same sentence is the same sound again, except for the
// volume: so if every second phrase is spoken with less volume, the comparison shows where the phrases are.
function withAlternatingVolume(text: string, index: number) {
  return { text, volume: index % 2 === 0 ? volume : lowVolume };
}

const comparedSamples = speechRate / 500;
// Below this mean amplitude, the rounding of Pico's samples hides the volume.
const comparableAmplitude = 40;

function findStarts(speech: Int16Array, compared: Int16Array, phrases: readonly string[]): number[] {
  if (speech.length !== compared.length) return estimateStarts(speech.length, phrases);
  const starts = [0];
  for (let start = 0; start + comparedSamples <= speech.length; start += comparedSamples) {
    const loudness = amplitude(speech, start, comparedSamples);
    if (loudness < comparableAmplitude) continue;
    const isLow = amplitude(compared, start, comparedSamples) < 0.75 * loudness;
    if (isLow === (starts.length % 2 === 1)) starts.push(start);
    if (starts.length === phrases.length) return starts;
  }
  return estimateStarts(speech.length, phrases);
}

// Used if the comparison fails: by the lengths of the phrases.
function estimateStarts(length: number, phrases: readonly string[]): number[] {
  const total = phrases.join("").length;
  let before = 0;
  return phrases.map((phrase) => {
    const start = (before / total) * length;
    before += phrase.length;
    return start;
  });
}
