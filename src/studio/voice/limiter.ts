import { soundRate } from "./rates.ts";

/** Keeps samples below a ceiling. */
export interface Limiter {
  /** Limits the next samples in place. They come out later by `limiterDelay`. */
  limit(samples: Float32Array): void;
}

/** How many samples later what goes in comes out: 1.5 ms. */
export const limiterDelay = 72;

// How fast the gain returns: 63 % of the way in 50 ms.
const releaseStep = 1 - Math.exp(-1 / (0.05 * soundRate));

/**
 * Returns a limiter that looks ahead: it lowers the gain smoothly before a peak, and raises it slowly after it. No
 * sample exceeds the ceiling.
 */
export function createLimiter(ceiling: number): Limiter {
  const window = limiterDelay + 1;
  const delayed = new Float32Array(window);
  const gains = new Float32Array(window).fill(1);
  const lowest = createSlidingMinimum(window);
  let gain = 1;
  let sum = window;
  let position = 0;
  const next = (sample: number) => {
    const size = Math.abs(sample);
    // A gain must stay as low as a sample needs until that sample has left.
    gain = Math.min(lowest.next(size > ceiling ? ceiling / size : 1), gain + (1 - gain) * releaseStep);
    // The mean of the last gains has no steps, and none of them is too high for the sample that leaves now.
    sum += gain - (gains[position] ?? 1);
    gains[position] = gain;
    delayed[position] = sample;
    position = (position + 1) % window;
    return (delayed[position] ?? 0) * (sum / window);
  };
  return {
    limit: (samples) => {
      for (let index = 0; index < samples.length; index += 1) samples[index] = next(samples[index] ?? 0);
    },
  };
}

// Returns the lowest of the last values. Only values that a later one can't replace are kept, in rising order.
function createSlidingMinimum(window: number): { next(value: number): number } {
  const kept: { readonly value: number; readonly time: number }[] = [];
  let time = 0;
  return {
    next: (value) => {
      while ((kept.at(-1)?.value ?? -1) >= value) kept.pop();
      kept.push({ value, time });
      if ((kept[0]?.time ?? 0) <= time - window) kept.shift();
      time += 1;
      return kept[0]?.value ?? value;
    },
  };
}
