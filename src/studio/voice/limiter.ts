import { soundRate } from "./rates.ts";

/** Keeps samples below a ceiling. */
export interface Limiter {
  /** Limits the next samples in place; their number is a multiple of `limiterDelay`. They come out delayed. */
  limit(samples: Float32Array): void;
}

const segmentSamples = 96;

/** How many samples later what goes in comes out: 2 ms. */
export const limiterDelay = segmentSamples;

// How much of its loss the gain regains in a segment: 63 % in 50 ms.
const release = 1 - Math.exp(-segmentSamples / (0.05 * soundRate));

/**
 * Returns a limiter that looks ahead: it lowers the gain smoothly before a peak, and raises it slowly after it. No
 * sample exceeds the ceiling.
 */
export function createLimiter(ceiling: number): Limiter {
  const delayed = new Float32Array(segmentSamples);
  const next = new Float32Array(segmentSamples);
  let allowed = 1;
  let gain = 1;
  return {
    limit: (samples) => {
      for (let start = 0; start < samples.length; start += segmentSamples) {
        const segment = samples.subarray(start, start + segmentSamples);
        next.set(segment);
        const nextAllowed = allowedGain(next, ceiling);
        // Both ends of a segment, and so all of it, are as low as its peak needs.
        const endGain = Math.min(allowed, nextAllowed, gain + (1 - gain) * release);
        ramp(segment, delayed, [gain, endGain]);
        delayed.set(next);
        [allowed, gain] = [nextAllowed, endGain];
      }
    },
  };
}

function allowedGain(samples: Float32Array, ceiling: number): number {
  let peak = ceiling;
  for (let index = 0; index < samples.length; index += 1) {
    peak = Math.max(peak, Math.abs(samples[index] as number));
  }
  return ceiling / peak;
}

function ramp(output: Float32Array, input: Float32Array, [from, to]: readonly [number, number]): void {
  const step = (to - from) / input.length;
  for (let index = 0; index < input.length; index += 1) {
    output[index] = (input[index] as number) * (from + step * index);
  }
}
