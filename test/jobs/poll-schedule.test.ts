import { expect, test } from "vitest";
import {
  longestIntervalMs,
  nextPollDelayMs,
  type RenderState,
  usualRenderMs,
} from "../../src/jobs/poll-schedule.ts";

const minute = 60_000;

const render = (known: Partial<RenderState>): RenderState => ({
  waitedMs: 0,
  isNew: true,
  usualMs: 8 * minute,
  queuedMs: 0,
  progress: undefined,
  ...known,
});

const limits = { minMs: 0, maxMs: longestIntervalMs };
const delayOf = (known: Partial<RenderState>) => nextPollDelayMs(render(known), limits, 0.5);
const seconds = (known: Partial<RenderState>) => delayOf(known) / 1_000;

test.each([
  [0, 60],
  [1, 45],
  [2, 20],
  [4, 10],
  [8, 6],
  [12, 6],
  [24, 8],
  [240, 20],
])("a render of usually 8 minutes is polled %i min after the submit within %i s", (age, atMost) => {
  expect(seconds({ waitedMs: age * minute })).toBeLessThanOrEqual(atMost);
  expect(seconds({ waitedMs: age * minute })).toBeGreaterThan(atMost * 0.7);
});

test.each([0.05, 1, 8, 45, 1_440])("no interval is longer than a minute (usual time: %d min)", (usual) => {
  const ages = Array.from({ length: 200 }, (_, step) => (step * usual * minute) / 10);
  const delays = ages.map((ageMs) => delayOf({ waitedMs: ageMs, usualMs: usual * minute }));
  expect(Math.max(...delays)).toBeLessThanOrEqual(60_000);
  expect(Math.min(...delays)).toBeGreaterThan(0);
});

test("a job of unknown age is polled less often at slower providers", () => {
  const unknown = (minutes: number) => seconds({ isNew: false, usualMs: minutes * minute });
  expect(unknown(8)).toBeCloseTo(Math.sqrt(0.1 * 8 * 60), 1);
  expect(unknown(30)).toBeCloseTo(Math.sqrt(0.1 * 30 * 60), 1);
});

test("a job of which nothing is known is polled as if it usually took 10 minutes", () => {
  expect(seconds({ isNew: false, usualMs: undefined })).toBeCloseTo(Math.sqrt(0.1 * 600), 1);
});

test("a long queue moves the expected end away", () => {
  const waitedMs = 20 * minute;
  expect(seconds({ waitedMs, queuedMs: 20 * minute })).toBeGreaterThan(seconds({ waitedMs }) * 1.3);
});

test("a usual queue changes nothing", () => {
  const waitedMs = 3 * minute;
  expect(seconds({ waitedMs, queuedMs: 2 * minute })).toBe(seconds({ waitedMs }));
});

test("a jump of the progress brings the next poll closer", () => {
  const waitedMs = 2 * minute;
  expect(seconds({ waitedMs, progress: 90 })).toBeLessThan(seconds({ waitedMs, progress: 20 }) * 0.4);
});

test("progress that stalls moves the next poll away", () => {
  const waitedMs = 8 * minute;
  expect(seconds({ waitedMs, progress: 20 })).toBeGreaterThan(seconds({ waitedMs }) * 1.4);
  expect(seconds({ waitedMs, progress: 95 })).toBeLessThan(seconds({ waitedMs }) * 1.1);
});

test.each([
  ["negative", -20, 0],
  ["above 100", 250, 100],
])("%s progress counts as %i", (_, progress, same) => {
  expect(seconds({ waitedMs: minute, progress })).toBe(seconds({ waitedMs: minute, progress: same }));
});

test.each([
  ["in the middle of a wait", 5 * minute, { minMs: 0, maxMs: longestIntervalMs }],
  ["at the longest interval", 0, { minMs: 0, maxMs: longestIntervalMs }],
  ["at the provider's shortest interval", 8 * minute, { minMs: 10_000, maxMs: longestIntervalMs }],
])("the jitter is ±5 % %s, and never falls below the shortest interval", (_, waitedMs, within) => {
  const delay = (random: number) => nextPollDelayMs(render({ waitedMs }), within, random);
  expect(delay(0) / delay(0.5)).toBeCloseTo(0.95);
  expect(delay(1) / delay(0.5)).toBeCloseTo(1.05);
  expect(delay(0)).toBeGreaterThanOrEqual(within.minMs);
});

test("a new job of which nothing is known is polled often at first, and less often the longer it takes", () => {
  const at = (minutes: number) => seconds({ waitedMs: minutes * minute, usualMs: undefined });
  expect(at(0)).toBeLessThan(1);
  expect(at(10)).toBeCloseTo(8, 0);
  expect(at(60)).toBeGreaterThan(at(10) * 2);
});

test("a job of another run is polled less often the longer this run has waited", () => {
  const at = (minutes: number) => seconds({ waitedMs: minutes * minute, isNew: false });
  expect(at(45)).toBeGreaterThan(at(0) * 2);
});

test.each([Number.NaN, 0, -1, Number.POSITIVE_INFINITY])(
  "a usual time, progress or queue of %d doesn't stop the wait",
  (value) => {
    for (const name of ["usualMs", "progress", "queuedMs"] as const) {
      const delay = delayOf({ waitedMs: minute, [name]: value });
      expect(delay).toBeGreaterThan(0);
      expect(delay).toBeLessThanOrEqual(longestIntervalMs);
    }
  },
);

test("an estimate without a number has no usual time", () => {
  expect(usualRenderMs({ waitMinutes: [Number.NaN, Number.NaN] })).toBeUndefined();
  expect(usualRenderMs({ waitMinutes: [0, 0] })).toBeUndefined();
});

test.each([
  [[5, 20], 10],
  [[0.05, 0.05], 0.05],
] as const)("a wait of %j minutes is usually %d minutes", (waitMinutes, usual) => {
  expect(usualRenderMs({ waitMinutes })).toBeCloseTo(usual * minute);
});

test("the usual time of an estimate without a wait is unknown", () => {
  expect(usualRenderMs({ seconds: 45 })).toBeUndefined();
});

/** The times of all polls of a render that usually takes so long, in milliseconds since the submit. */
function pollTimes(usualMs: number): number[] {
  const times: number[] = [];
  for (let ageMs = 0; ageMs < 120 * minute; times.push(ageMs)) ageMs += delayOf({ waitedMs: ageMs, usualMs });
  return times;
}

/** Requests times mean delay, for renders of 8 minutes (lognormal, sigma 0.4). */
function costOf(times: readonly number[]): number {
  let [weight, requests, delay] = [0, 0, 0];
  for (let z = -4; z <= 4; z += 0.002) {
    const density = Math.exp((-z * z) / 2);
    const readyMs = 8 * minute * Math.exp(0.4 * z);
    const polls = times.findIndex((at) => at >= readyMs);
    weight += density;
    requests += density * (polls + 1);
    delay += density * ((times[polls] ?? 0) - readyMs);
  }
  return ((requests / weight) * (delay / weight)) / 1_000;
}

const everyFiveSeconds = Array.from({ length: 2_000 }, (_, index) => index * 5_000);

test.each([
  ["right", 8, 0.7],
  ["half of what it takes", 4, 0.85],
  ["twice what it takes", 16, 0.72],
])(
  "requests times delay is far below that of a fixed interval if the expectation is %s",
  (_, usual, most) => {
    expect(costOf(pollTimes(usual * minute)) / costOf(everyFiveSeconds)).toBeLessThan(most);
  },
);
