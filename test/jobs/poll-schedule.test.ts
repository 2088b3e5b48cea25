import { expect, test } from "vitest";
import { nextPollDelayMs, type RenderState, usualRenderMs } from "../../src/jobs/poll-schedule.ts";

const minute = 60_000;

const render = (known: Partial<RenderState>): RenderState => ({
  ageMs: 0,
  usualMs: 8 * minute,
  queuedMs: 0,
  progress: undefined,
  ...known,
});

const seconds = (known: Partial<RenderState>) => nextPollDelayMs(render(known), 0.5) / 1_000;

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
  expect(seconds({ ageMs: age * minute })).toBeLessThanOrEqual(atMost);
  expect(seconds({ ageMs: age * minute })).toBeGreaterThan(atMost * 0.7);
});

test.each([0.05, 1, 8, 45, 1_440])("no interval is longer than a minute (usual time: %d min)", (usual) => {
  const ages = Array.from({ length: 200 }, (_, step) => (step * usual * minute) / 10);
  const delays = ages.map((ageMs) => nextPollDelayMs(render({ ageMs, usualMs: usual * minute }), 0.5));
  expect(Math.max(...delays)).toBeLessThanOrEqual(60_000);
  expect(Math.min(...delays)).toBeGreaterThan(0);
});

test("a job of unknown age is polled at one interval, which is longer for slower providers", () => {
  const unknown = (minutes: number) => seconds({ ageMs: undefined, usualMs: minutes * minute });
  expect(unknown(8)).toBeCloseTo(Math.sqrt(0.1 * 8 * 60), 2);
  expect(unknown(30)).toBeCloseTo(Math.sqrt(0.1 * 30 * 60), 2);
});

test("a job of which nothing is known is polled as if it usually took 10 minutes", () => {
  expect(seconds({ ageMs: undefined, usualMs: undefined })).toBeCloseTo(Math.sqrt(0.1 * 600), 2);
});

test("a long queue moves the expected end away", () => {
  const ageMs = 20 * minute;
  expect(seconds({ ageMs, queuedMs: 20 * minute })).toBeGreaterThan(seconds({ ageMs }) * 1.3);
});

test("a usual queue changes nothing", () => {
  const ageMs = 3 * minute;
  expect(seconds({ ageMs, queuedMs: 2 * minute })).toBe(seconds({ ageMs }));
});

test("a jump of the progress brings the next poll closer", () => {
  const ageMs = 2 * minute;
  expect(seconds({ ageMs, progress: 90 })).toBeLessThan(seconds({ ageMs, progress: 20 }) * 0.4);
});

test("progress that stalls moves the next poll away", () => {
  const ageMs = 8 * minute;
  expect(seconds({ ageMs, progress: 20 })).toBeGreaterThan(seconds({ ageMs }) * 1.4);
  expect(seconds({ ageMs, progress: 95 })).toBeLessThan(seconds({ ageMs }) * 1.1);
});

test.each([
  ["negative", -20, 0],
  ["above 100", 250, 100],
])("%s progress counts as %i", (_, progress, same) => {
  expect(seconds({ ageMs: minute, progress })).toBe(seconds({ ageMs: minute, progress: same }));
});

test("the jitter is ±5 %", () => {
  const delay = (random: number) => nextPollDelayMs(render({ ageMs: 5 * minute }), random);
  expect(delay(0) / delay(0.5)).toBeCloseTo(0.95);
  expect(delay(1) / delay(0.5)).toBeCloseTo(1.05);
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
  for (let ageMs = 0; ageMs < 120 * minute; times.push(ageMs))
    ageMs += nextPollDelayMs(render({ ageMs, usualMs }), 0.5);
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
