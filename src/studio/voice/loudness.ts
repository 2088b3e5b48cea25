import { speechRate } from "./rates.ts";

// ITU-R BS.1770-4: the mean power of the K-weighted signal in blocks of 400 ms every 100 ms, without the blocks
// below −70 LUFS, and then without those 10 LU below the mean of the rest.
const stepSamples = speechRate / 10;
const stepsPerBlock = 4;
const absoluteGate = -70;
const relativeGate = -10;

/** Returns the integrated loudness of mono samples at 16 kHz in LUFS; undefined if nothing is heard. */
export function integratedLoudness(parts: readonly Int16Array[]): number | undefined {
  const weight = createKWeighting();
  const step = new Float64Array(stepSamples);
  const steps: number[] = [];
  let filled = 0;
  for (const samples of parts) {
    for (let index = 0; index < samples.length; index += 1) {
      step[filled] = (samples[index] as number) / 32_768;
      filled += 1;
      if (filled < stepSamples) continue;
      weight(step);
      steps.push(meanPower(step));
      filled = 0;
    }
  }
  return integrate(steps);
}

function meanPower(samples: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < samples.length; index += 1) sum += (samples[index] as number) ** 2;
  return sum / samples.length;
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
function createKWeighting(): Filter {
  const shelf = createShelf(1681.974450955533, 0.7071752369554196, 3.999843853973347);
  const highPass = createHighPass(38.13547087602444, 0.5003270373238773);
  return (samples) => {
    shelf(samples);
    highPass(samples);
  };
}

// Filters the next samples in place.
type Filter = (samples: Float64Array) => void;

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
  const state = new Float64Array(2);
  return (samples) => {
    let [state1 = 0, state2 = 0] = state;
    for (let index = 0; index < samples.length; index += 1) {
      const input = samples[index] as number;
      const output = b0 * input + state1;
      state1 = b1 * input - a1 * output + state2;
      state2 = b2 * input - a2 * output;
      samples[index] = output;
    }
    state.set([state1, state2]);
  };
}
