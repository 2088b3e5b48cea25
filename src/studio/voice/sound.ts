import { createLimiter, limiterDelay } from "./limiter.ts";
import { integratedLoudness } from "./loudness.ts";
import { soundRate, speechRate, upsampling } from "./rates.ts";
import { createResampler, resamplerDelay } from "./resampler.ts";

/** Samples in a block of the sound track, and in an AAC packet. */
export const blockSamples = 1024;

/** Speech at its place in the video. */
export interface PlacedSpeech {
  /** Seconds from the start of the video. */
  readonly start: number;
  /** Mono, 16 kHz. */
  readonly samples: Int16Array;
}

export interface SoundOptions {
  /** The duration of the video in seconds. The last block is filled up with silence. */
  readonly seconds: number;
  /** How many samples at 48 kHz the sound is early, so that an encoder's delay brings it to its place. */
  readonly lead?: number;
}

const targetLoudness = -17;
// Nearly silent speech must not become noise.
const maxGain = 8;
// In decibels below full scale. AAC and the filters of players raise peaks by up to 1 dB.
const ceiling = 10 ** (-2.5 / 20);
// Speech is read in chunks that make three blocks each.
const chunkSamples = blockSamples;

/**
 * Returns the sound track of a video in blocks of 1,024 mono samples at 48 kHz: the speech with a loudness of
 * −17 LUFS and without clipping, and silence elsewhere.
 *
 * @param speech In the order of the starts, without overlaps.
 */
export function* soundTrack(
  speech: readonly PlacedSpeech[],
  { seconds, lead = 0 }: SoundOptions,
): Generator<Int16Array> {
  const timeline = createTimeline(speech, gainFor(speech));
  const resampler = createResampler(chunkSamples);
  const limiter = createLimiter(ceiling);
  const delay = resamplerDelay + Math.round((limiterDelay + lead) / upsampling);
  const blocks = Math.ceil((seconds * soundRate) / blockSamples);
  const chunk = new Float32Array(chunkSamples);
  for (let block = 0; block < blocks; ) {
    timeline.read(chunk, (block / upsampling) * chunkSamples + delay);
    const samples = resampler.resample(chunk);
    limiter.limit(samples);
    for (let part = 0; part < upsampling && block < blocks; part += 1, block += 1) {
      yield toIntegers(samples.subarray(part * blockSamples, (part + 1) * blockSamples));
    }
  }
}

function toIntegers(samples: Float32Array): Int16Array {
  const integers = new Int16Array(samples.length);
  for (let index = 0; index < samples.length; index += 1) {
    integers[index] = Math.round((samples[index] ?? 0) * 32_767);
  }
  return integers;
}

function gainFor(speech: readonly PlacedSpeech[]): number {
  const loudness = integratedLoudness(withPauses(speech));
  return loudness === undefined ? 1 : Math.min(maxGain, 10 ** ((targetLoudness - loudness) / 20));
}

// Longer silence than this does not count in the measurement.
const maxMeasuredPause = 0.5;

function withPauses(speech: readonly PlacedSpeech[]): Int16Array[] {
  return speech.flatMap(({ start, samples }, index) => {
    const pause =
      (speech[index + 1]?.start ?? Number.POSITIVE_INFINITY) - start - samples.length / speechRate;
    const measured = Math.max(0, Math.min(maxMeasuredPause, pause));
    return [samples, new Int16Array(Math.round(measured * speechRate))];
  });
}

// Avoids clicks where speech begins and ends: 5 ms.
const fadeSamples = speechRate / 200;

interface Timeline {
  /** Fills a chunk with what is heard from a sample on. Chunks are read in order. */
  read(chunk: Float32Array, from: number): void;
}

function createTimeline(speech: readonly PlacedSpeech[], gain: number): Timeline {
  let next = 0;
  return {
    read: (chunk, from) => {
      chunk.fill(0);
      for (let index = next; index < speech.length; index += 1) {
        const { start, samples } = speech[index] as PlacedSpeech;
        const first = Math.round(start * speechRate) - from;
        if (first >= chunk.length) break;
        if (first + samples.length <= 0) next = index + 1;
        const last = Math.min(chunk.length, first + samples.length);
        for (let position = Math.max(0, first); position < last; position += 1) {
          const sample = position - first;
          const fade = Math.min(1, (sample + 1) / fadeSamples, (samples.length - sample) / fadeSamples);
          chunk[position] = ((samples[sample] ?? 0) / 32_768) * gain * fade;
        }
      }
    },
  };
}
