import { createDeadline } from "../../src/jobs/deadline.ts";
import type { Provider, VideoJob } from "../../src/jobs/provider.ts";
import { waitForVideo } from "../../src/jobs/wait.ts";
import { createFakeRuntime } from "../../test/support/runtime/fake-runtime.ts";

// Compares the schedule of the status requests with schedules that know nothing: how often each asks, and how
// late it sees the video. Render times are lognormal, with an expectation that is right, half or double. The times
// of the requests are those of the product's own wait, with a clock that only its sleeps advance, without a
// provider's shortest interval, and without jitter. The blind schedules ask at once, and then after each interval.

const medianMinutes = [2, 8, 30];
const sigmas = [0.25, 0.4, 0.6];
const expectations = { right: 1, half: 0.5, double: 2 };

// Of the standard normal distribution: what is left out has a probability of less than 0.01 %.
const deviations = { from: -4, to: 4, step: 0.001 };
const longestRenderSeconds = Math.max(...medianMinutes) * 60 * Math.exp(Math.max(...sigmas) * deviations.to);

const blindSchedules = {
  fixed5s: blindRequestTimes(() => 5),
  fixed10s: blindRequestTimes(() => 10),
  doublingTo30s: blindRequestTimes((requests) => Math.min(30, 2 ** requests)),
};

/** Returns the times of all requests, in seconds since the submit. */
function blindRequestTimes(intervalAfter: (requests: number) => number): number[] {
  const times = [0];
  for (let time = 0; time < longestRenderSeconds; times.push(time)) time += intervalAfter(times.length);
  return times;
}

const job: VideoJob = { provider: "bench", surface: "video", ids: { video_id: "v_1" } };
const video = {
  url: "https://files.example/v_1.mp4",
  subtitlesUrl: undefined,
  thumbnailUrl: undefined,
  pageUrl: undefined,
  durationSeconds: undefined,
};

/** Like `blindRequestTimes`, of the product's wait for a render that takes longer than any other. */
async function requestTimes(usualMs: number): Promise<number[]> {
  const runtime = createFakeRuntime();
  const times: number[] = [];
  const status: Provider["status"] = async () => {
    const time = runtime.elapsed() / 1_000;
    times.push(time);
    return time > longestRenderSeconds
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
  const deadline = createDeadline(runtime, longestRenderSeconds * 2_000);
  const poll = { minMs: () => 0, usualMs: async () => usualMs };
  await waitForVideo(job, { runtime, provider, deadline }, { poll, isNew: true, onJob() {} });
  return times;
}

const round = (value: number, digits = 1) => Number(value.toFixed(digits));

/** Integrates over all render times of a distribution. */
function summarize(times: readonly number[], medianSeconds: number, sigma: number) {
  const delays: { readonly delay: number; readonly density: number }[] = [];
  let [weight, requests, delay, next] = [0, 0, 0, 0];
  for (let z = deviations.from; z <= deviations.to; z += deviations.step) {
    const ready = medianSeconds * Math.exp(sigma * z);
    while ((times[next] ?? Infinity) < ready) next += 1;
    const density = Math.exp((-z * z) / 2);
    const late = (times[next] ?? Infinity) - ready;
    weight += density;
    requests += density * (next + 1);
    delay += density * late;
    delays.push({ delay: late, density });
  }
  return {
    requests: round(requests / weight),
    meanDelaySeconds: round(delay / weight, 2),
    p95DelaySeconds: round(quantile(delays, weight * 0.95), 2),
    product: round((requests / weight) * (delay / weight)),
  };
}

function quantile(
  delays: readonly { readonly delay: number; readonly density: number }[],
  share: number,
): number {
  let sum = 0;
  const sorted = delays.toSorted((one, other) => one.delay - other.delay);
  const found = sorted.find(({ density }) => {
    sum += density;
    return sum >= share;
  });
  return found?.delay ?? 0;
}

async function compare(minutes: number, sigma: number) {
  const medianSeconds = minutes * 60;
  const blind = Object.entries(blindSchedules).map(
    ([name, times]) => [name, summarize(times, medianSeconds, sigma)] as const,
  );
  const bestBlind = Math.min(...blind.map(([, { product }]) => product));
  const showreel: Record<string, object> = {};
  for (const [name, factor] of Object.entries(expectations)) {
    const summary = summarize(await requestTimes(medianSeconds * factor * 1_000), medianSeconds, sigma);
    showreel[name] = { ...summary, productToBestBlind: round(summary.product / bestBlind, 3) };
  }
  return { medianMinutes: minutes, sigma, showreel, ...Object.fromEntries(blind) };
}

const rows: object[] = [];
for (const minutes of medianMinutes) for (const sigma of sigmas) rows.push(await compare(minutes, sigma));
process.stdout.write(`${JSON.stringify(rows, undefined, 2)}\n`);
