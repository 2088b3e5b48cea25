import { setImmediate } from "node:timers/promises";
import { createDeadline } from "../../src/jobs/deadline.ts";
import type { Provider, VideoJob } from "../../src/jobs/provider.ts";
import { waitForVideo } from "../../src/jobs/wait.ts";
import { createFakeRuntime } from "../../test/support/runtime/fake-runtime.ts";

// Compares the schedule of the status requests with schedules that know nothing: how often each asks, and how
// late it sees the video. The render times are simulated: lognormal, with an estimate that is right, half or
// double. The wait is the product's own, with a clock that only its sleeps advance, and without a provider's
// shortest interval. The blind schedules ask at once, and then after each interval. Jitter is left out: it changes
// no mean by more than 0.1 %, but the figures would depend on luck.

const renders = 1_000;
const medianMinutes = [2, 8, 30];
const sigmas = [0.25, 0.4, 0.6];
const estimates = { right: 1, half: 0.5, double: 2 };

/** The status requests of one render, and the delay in seconds between the video and the request that saw it. */
interface Wait {
  readonly requests: number;
  readonly delay: number;
}

const blindSchedules = {
  fixed5s: () => 5,
  fixed10s: () => 10,
  doublingTo30s: (requests: number) => Math.min(30, 2 ** requests),
};

function waitBlindly(renderSeconds: number, intervalAfter: (requests: number) => number): Wait {
  let requests = 1;
  let time = 0;
  for (; time < renderSeconds; requests += 1) time += intervalAfter(requests);
  return { requests, delay: time - renderSeconds };
}

const job: VideoJob = { provider: "bench", surface: "video", ids: { video_id: "v_1" } };
const video = {
  url: "https://files.example/v_1.mp4",
  subtitlesUrl: undefined,
  thumbnailUrl: undefined,
  pageUrl: undefined,
  durationSeconds: undefined,
};

const fake = createFakeRuntime();

async function waitWithShowreel(renderSeconds: number, usualMs: number): Promise<Wait> {
  let elapsedMs = 0;
  const runtime = {
    ...fake,
    elapsed: () => elapsedMs,
    async sleep(ms: number) {
      elapsedMs += ms;
    },
    log: { ...fake.log, progress: () => {} },
  };
  let requests = 0;
  const status: Provider["status"] = async () => {
    requests += 1;
    const isReady = elapsedMs >= renderSeconds * 1_000;
    return isReady
      ? { state: "completed", job, video }
      : { state: "pending", job, phase: "rendering", detail: "processing" };
  };
  const provider: Provider = {
    status,
    submit: async () => job,
    idempotencyWindowMs: () => 0,
    owns: async () => true,
    jobFromId: () => job,
  };
  const context = { runtime, provider, deadline: createDeadline(runtime, 86_400_000) };
  await waitForVideo(job, context, {
    poll: { minMs: () => 0, usualMs: async () => usualMs },
    isNew: true,
    onJob() {},
  });
  return { requests, delay: elapsedMs / 1_000 - renderSeconds };
}

// Evenly spaced, so that the figures don't depend on luck.
const quantiles = Array.from({ length: renders }, (_, index) => normalQuantile((index + 0.5) / renders));

// By bisection of the normal distribution, which is integrated with Simpson's rule.
function normalQuantile(probability: number): number {
  let [low, high] = [-6, 6];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (normalDistribution(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function normalDistribution(value: number): number {
  const steps = 200;
  const width = value / steps;
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  let sum = density(0) + density(value);
  for (let step = 1; step < steps; step += 1) sum += density(step * width) * (step % 2 === 1 ? 4 : 2);
  return 0.5 + (sum * width) / 3;
}

const round = (value: number, digits = 1) => Number(value.toFixed(digits));

function summarize(waits: readonly Wait[]) {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const requests = mean(waits.map((wait) => wait.requests));
  const delays = waits.map(({ delay }) => delay).sort((a, b) => a - b);
  const meanDelay = mean(delays);
  return {
    requests: round(requests),
    meanDelaySeconds: round(meanDelay, 2),
    p95DelaySeconds: round(delays[Math.floor(delays.length * 0.95)] ?? 0, 2),
    product: round(requests * meanDelay),
  };
}

async function compare(medianSeconds: number, sigma: number) {
  const times = quantiles.map((quantile) => medianSeconds * Math.exp(sigma * quantile));
  const blind = Object.entries(blindSchedules).map(
    ([name, interval]) => [name, summarize(times.map((time) => waitBlindly(time, interval)))] as const,
  );
  const bestBlind = Math.min(...blind.map(([, { product }]) => product));
  const showreel: Record<string, object> = {};
  for (const [name, factor] of Object.entries(estimates)) {
    const waits: Wait[] = [];
    for (const time of times) {
      waits.push(await waitWithShowreel(time, medianSeconds * factor * 1_000));
      // Signals are freed only between tasks.
      await setImmediate();
    }
    const summary = summarize(waits);
    showreel[name] = { ...summary, productToBestBlind: round(summary.product / bestBlind, 3) };
  }
  process.stderr.write(`waiting: ${medianSeconds / 60} min, sigma ${sigma}\n`);
  return { medianMinutes: medianSeconds / 60, sigma, showreel, ...Object.fromEntries(blind) };
}

const rows: object[] = [];
for (const minutes of medianMinutes)
  for (const sigma of sigmas) rows.push(await compare(minutes * 60, sigma));
process.stdout.write(`${JSON.stringify({ renders, rows }, undefined, 2)}\n`);
