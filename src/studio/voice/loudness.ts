import { speechRate } from "./rates.ts";

// ITU-R BS.1770-4: the mean power of the K-weighted signal in blocks of 400 ms every 100 ms, without the blocks
// below −70 LUFS, and then without those 10 LU below the mean of the rest.
const stepSamples = speechRate / 10;
const stepsPerBlock = 4;
const absoluteGate = -70;
const relativeGate = -10;

/** A loudness meter for mono samples at 16 kHz, which are given in order. */
export interface LoudnessMeter {
  add(samples: Int16Array): void;
  /** Adds samples of value 0. */
  addSilence(count: number): void;
  /** The integrated loudness so far in LUFS; undefined if nothing was heard. */
  integrated(): number | undefined;
}

export function createLoudnessMeter(): LoudnessMeter {
  const weight = createKWeighting();
  const steps: number[] = [];
  let power = 0;
  let counted = 0;
  const addSample = (sample: number) => {
    const weighted = weight(sample);
    power += weighted * weighted;
    counted += 1;
    if (counted < stepSamples) return;
    steps.push(power / stepSamples);
    power = 0;
    counted = 0;
  };
  return {
    add: (samples) => {
      for (const sample of samples) addSample(sample / 32_768);
    },
    addSilence: (count) => {
      for (let index = 0; index < count; index += 1) addSample(0);
    },
    integrated: () => integrate(steps),
  };
}

const toLoudness = (power: number) => -0.691 + 10 * Math.log10(power);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function integrate(steps: readonly number[]): number | undefined {
  const blocks: number[] = [];
  for (let end = stepsPerBlock; end <= steps.length; end += 1) {
    blocks.push(mean(steps.slice(end - stepsPerBlock, end)));
  }
  const audible = blocks.filter((power) => power > 0 && toLoudness(power) > absoluteGate);
  if (audible.length === 0) return undefined;
  const gate = toLoudness(mean(audible)) + relativeGate;
  return toLoudness(mean(audible.filter((power) => toLoudness(power) > gate)));
}

// The two filters of K-weighting, as analog prototypes that are mapped to 16 kHz: a shelf that raises what is
// above 1.7 kHz by 4 dB, and a high-pass at 38 Hz.
function createKWeighting(): (sample: number) => number {
  const shelf = createShelf(1681.974450955533, 0.7071752369554196, 3.999843853973347);
  const highPass = createHighPass(38.13547087602444, 0.5003270373238773);
  return (sample) => highPass(shelf(sample));
}

type Filter = (sample: number) => number;

function createShelf(frequency: number, quality: number, gain: number): Filter {
  const k = Math.tan((Math.PI * frequency) / speechRate);
  const high = 10 ** (gain / 20);
  const band = high ** 0.4996667741545416;
  const scale = 1 + k / quality + k * k;
  return createBiquad(
    [
      (high + (band * k) / quality + k * k) / scale,
      (2 * (k * k - high)) / scale,
      (high - (band * k) / quality + k * k) / scale,
    ],
    [(2 * (k * k - 1)) / scale, (1 - k / quality + k * k) / scale],
  );
}

function createHighPass(frequency: number, quality: number): Filter {
  const k = Math.tan((Math.PI * frequency) / speechRate);
  const scale = 1 + k / quality + k * k;
  return createBiquad([1, -2, 1], [(2 * (k * k - 1)) / scale, (1 - k / quality + k * k) / scale]);
}

type Three = readonly [number, number, number];
type Two = readonly [number, number];

function createBiquad([b0, b1, b2]: Three, [a1, a2]: Two): Filter {
  let [state1, state2] = [0, 0];
  return (input) => {
    const output = b0 * input + state1;
    state1 = b1 * input - a1 * output + state2;
    state2 = b2 * input - a2 * output;
    return output;
  };
}
