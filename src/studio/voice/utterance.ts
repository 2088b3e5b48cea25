import { speechRate } from "./rates.ts";

/** A spoken sentence, without the silence around it. */
export interface Utterance {
  /** Mono, 16 kHz. */
  readonly samples: Int16Array;
  readonly seconds: number;
  /** When each phrase starts, in seconds after the start of the utterance. The first one is 0. */
  readonly phraseStarts: readonly number[];
}

const windowSamples = speechRate / 200;
const windowSeconds = windowSamples / speechRate;
// The mean amplitude of a window in which something is heard.
const audibleAmplitude = 60;
// Kept around the speech, so that its first and last sounds are whole.
const marginWindows = 2;

/**
 * Returns the speech of a sentence without the silence around it, and the times of its phrases. Undefined if
 * nothing is heard.
 *
 * @param phrases What was spoken, as parts of the sentence.
 */
export function toUtterance(speech: Int16Array, phrases: readonly string[]): Utterance | undefined {
  const amplitudes = meanAmplitudes(speech);
  const isAudible = (amplitude: number) => amplitude > audibleAmplitude;
  const first = amplitudes.findIndex(isAudible);
  if (first === -1) return undefined;
  const from = Math.max(0, first - marginWindows);
  const to = Math.min(amplitudes.length, amplitudes.findLastIndex(isAudible) + 1 + marginWindows);
  const samples = speech.slice(from * windowSamples, to * windowSamples);
  return {
    samples,
    seconds: samples.length / speechRate,
    phraseStarts: phraseStarts(amplitudes.slice(from, to), phrases),
  };
}

function meanAmplitudes(speech: Int16Array): number[] {
  const amplitudes: number[] = [];
  for (let start = 0; start + windowSamples <= speech.length; start += windowSamples) {
    let sum = 0;
    for (let index = start; index < start + windowSamples; index += 1) sum += Math.abs(speech[index] ?? 0);
    amplitudes.push(sum / windowSamples);
  }
  return amplitudes;
}

// Pico does not tell when it speaks which word. A phrase's start is estimated by the letters before it, and moved
// to the nearest pause.
function phraseStarts(amplitudes: readonly number[], phrases: readonly string[]): number[] {
  const weights = phrases.map(weightOf);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  let earliest = 0;
  return phrases.map((_phrase, index) => {
    const estimate = total === 0 ? 0 : (before / total) * amplitudes.length;
    before += weights[index] ?? 0;
    const window = index === 0 ? 0 : Math.max(earliest, nearestPauseEnd(amplitudes, Math.round(estimate)));
    earliest = window;
    return window * windowSeconds;
  });
}

// How long a text is spoken, relative to a letter.
function weightOf(phrase: string): number {
  let weight = 0;
  for (const character of phrase) {
    if (/\d/.test(character)) weight += 3;
    else if (/\p{L}/u.test(character)) weight += 1;
    else weight += /[,;:.!?]/.test(character) ? 2.5 : 0.35;
  }
  return weight;
}

const searchedWindows = 80;
const pauseWindows = 8;

// Where the sound begins again after the quietest place near the estimate. Nearer places win over quieter ones.
function nearestPauseEnd(amplitudes: readonly number[], estimate: number): number {
  let best = estimate;
  let lowest = Number.POSITIVE_INFINITY;
  const last = Math.min(amplitudes.length - pauseWindows, estimate + searchedWindows);
  for (let start = Math.max(0, estimate - searchedWindows); start < last; start += 1) {
    const loudness = amplitudes.slice(start, start + pauseWindows).reduce((sum, value) => sum + value, 0);
    const cost = (loudness + audibleAmplitude) * (1 + Math.abs(start - estimate) / searchedWindows);
    if (cost < lowest) [lowest, best] = [cost, start];
  }
  const end = amplitudes.findIndex((value, index) => index >= best + 2 && value > audibleAmplitude);
  return end === -1 ? best : end;
}
