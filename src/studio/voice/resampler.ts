import { upsampling } from "./rates.ts";

/** How many samples of speech later what goes in comes out. */
export const resamplerDelay = 12;

const taps = 2 * resamplerDelay;

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
        // Every third sample is one of the speech.
        output[upsampling * index] = history[index + resamplerDelay - 1] as number;
        for (let phase = 1; phase < upsampling; phase += 1) {
          output[upsampling * index + phase] = interpolate(history, index, kernels[phase] as Float32Array);
        }
      }
      return output;
    },
  };
}

function interpolate(history: Float32Array, from: number, kernel: Float32Array): number {
  let sum = 0;
  for (let tap = 0; tap < taps; tap += 1) sum += (kernel[tap] as number) * (history[from + tap] as number);
  return sum;
}

const kernels = Array.from({ length: upsampling }, (_value, phase) => createKernel(phase));

// A sinc with a Hann window, for the sample that lies `phase` thirds after the middle.
function createKernel(phase: number): Float32Array {
  const weights = Array.from({ length: taps }, (_value, tap) => {
    const distance = tap - (resamplerDelay - 1) - phase / upsampling;
    const angle = Math.PI * distance;
    const sinc = angle === 0 ? 1 : Math.sin(angle) / angle;
    return sinc * (0.5 + 0.5 * Math.cos(angle / resamplerDelay));
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return Float32Array.from(weights, (weight) => weight / sum);
}
