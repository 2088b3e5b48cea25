import { upsampling } from "./rates.ts";

/** How many samples of speech later what goes in comes out. */
export const resamplerDelay = 16;

const taps = 2 * resamplerDelay;
// Relative to half of the speech's rate, above which speech has nothing.
const cutoff = 0.95;

/** Triples the rate of samples that are given in order. */
export interface Resampler {
  /** Returns three times as many samples, in a buffer that the next call overwrites. */
  resample(samples: Float32Array): Float32Array;
}

/** Returns a resampler for blocks of the given size. */
export function createResampler(blockSize: number): Resampler {
  const history = new Float32Array(taps - 1 + blockSize);
  const output = new Float32Array(upsampling * blockSize);
  return {
    resample: (samples) => {
      history.copyWithin(0, blockSize);
      history.set(samples, taps - 1);
      if (history.every((sample) => sample === 0)) return output.fill(0);
      for (let index = 0; index < blockSize; index += 1) {
        for (let phase = 0; phase < upsampling; phase += 1) {
          output[upsampling * index + phase] = filtered(history, index, phase);
        }
      }
      return output;
    },
  };
}

function filtered(history: Float32Array, from: number, phase: number): number {
  const kernel = kernels[phase] ?? kernels[0];
  let sum = 0;
  for (let tap = 0; tap < taps; tap += 1) sum += (history[from + tap] ?? 0) * (kernel[tap] ?? 0);
  return sum;
}

const kernels = [createKernel(0), createKernel(1), createKernel(2)] as const;

// A sinc with a Hann window, for the sample that lies `phase` thirds after the middle.
function createKernel(phase: number): Float32Array {
  const weights = Array.from({ length: taps }, (_value, tap) => {
    const distance = tap - (resamplerDelay - 1) - phase / upsampling;
    const angle = Math.PI * cutoff * distance;
    const sinc = angle === 0 ? 1 : Math.sin(angle) / angle;
    return sinc * (0.5 + 0.5 * Math.cos((Math.PI * distance) / resamplerDelay));
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return Float32Array.from(weights, (weight) => weight / sum);
}
