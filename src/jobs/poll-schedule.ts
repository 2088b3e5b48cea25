import type { Estimate } from "./cost/estimate.ts";
import type { VideoJob } from "./provider.ts";

/** How often a provider is asked for the status of a job. */
export interface PollSettings {
  /** The user's fixed interval, in milliseconds. It is kept exactly. */
  readonly fixedMs?: number | undefined;
  /** Returns the shortest interval that the provider allows, in milliseconds. */
  minMs(job: VideoJob): number;
  /** The longest interval, in milliseconds; a minute by default. */
  readonly maxMs?: number | undefined;
  /** Returns how long the provider usually takes, in milliseconds; undefined means unknown. Called once. */
  usualMs?(): Promise<number | undefined>;
}

/** What is known about a render when its status was read. */
export interface RenderState {
  /** How long this run has waited, in milliseconds. */
  readonly waitedMs: number;
  /** Whether this run submitted the job, so that its age is the time waited. */
  readonly isNew: boolean;
  /** Undefined if unknown. */
  readonly usualMs: number | undefined;
  /** The time waited when the job was last seen in the provider's queue; 0 if never. */
  readonly queuedMs: number;
  /** In percent; undefined if the provider reports none. */
  readonly progress: number | undefined;
}

/** The shortest and the longest interval, in milliseconds. */
export interface PollLimits {
  readonly minMs: number;
  readonly maxMs: number;
}

/** The longest interval by default. */
export const longestIntervalMs = 60_000;

// One request more is worth it if it shows the video this much sooner on average.
const requestPriceMs = 100;
const unknownUsualMs = 10 * 60_000;
const jitter = 0.05;

/**
 * Returns the delay before the next poll, in milliseconds: short when the video is likely to be ready soon, and
 * within `limits`. It has ±5 % jitter, so that parallel runs don't poll in lockstep; the jitter may exceed the
 * longest interval, but not fall below the shortest one. `random` is between 0 and 1.
 *
 * With the hazard h(t) = f(t) / S(t) of a render time (density f, survival function S), polls at a rate of
 * r(t) cost ∫ S·r requests and ∫ f / 2r of delay. Their product is smallest if r(t) = √(h(t) / k) for a
 * constant k, here the price of a request. The next poll is where the integral of r since the last one is 1.
 * Sources: R. E. Barlow, L. C. Hunter and F. Proschan, "Optimum checking procedures", Journal of the SIAM
 * 11 (1963); J. B. Keller, "Optimum checking schedules for systems subject to random failure", Management
 * Science 21 (1974).
 */
export function nextPollDelayMs(render: RenderState, { minMs, maxMs }: PollLimits, random: number): number {
  const intervalMs = untilNextPollMs(pollRate(render), maxMs);
  const withinMs = Math.max(minMs / (1 - jitter), Math.min(intervalMs, maxMs));
  return Math.round(withinMs * (1 - jitter + random * 2 * jitter));
}

const stepMs = 250;

// At most `maxMs`. A rate that is not a number counts as 0, so that the wait goes on whatever was estimated.
function untilNextPollMs(rate: (inMs: number) => number, maxMs: number): number {
  let polls = 0;
  for (let inMs = 0; inMs < maxMs; inMs += stepMs) {
    const stepRate = rate(inMs + stepMs / 2);
    if (polls + stepMs * stepRate >= 1) return inMs + (1 - polls) / stepRate;
    polls += stepMs * stepRate || 0;
  }
  return maxMs;
}

// Polls per millisecond, so many milliseconds from now.
function pollRate(render: RenderState): (inMs: number) => number {
  const hazardAt = pollHazard(render);
  return (inMs) => Math.sqrt(hazardAt(render.waitedMs + inMs) / requestPriceMs);
}

function pollHazard({ isNew, usualMs, ...render }: RenderState): (waitedMs: number) => number {
  // The age is unknown, so it is likely to end soon, and less so the longer it has been waited for.
  if (!isNew) return (waitedMs) => 1 / ((usualMs ?? unknownUsualMs) + waitedMs);
  // Of a time of which nothing is known, any doubling is as likely as any other.
  if (usualMs === undefined) return (waitedMs) => 1 / waitedMs;
  const expectedMs = expectedRenderMs(usualMs, render);
  return (waitedMs) => hazard(waitedMs / expectedMs) / expectedMs;
}

/**
 * Returns the expected time from the submit to the video, in milliseconds. The usual time includes a usual
 * queue; after a long one, half of it is still to come. Progress counts the more, the further it is: at p
 * percent the expectation is a geometric mean of the usual time and of the age divided by p, so that progress
 * that stalls moves the end away and a jump brings it closer.
 */
function expectedRenderMs(
  usualMs: number,
  { waitedMs, queuedMs, progress = 0 }: Omit<RenderState, "isNew" | "usualMs">,
): number {
  const withQueueMs = Math.max(usualMs, queuedMs + usualMs / 2);
  const done = Math.min(Math.max(progress, 0), 100) / 100;
  if (done === 0 || waitedMs === 0) return withQueueMs;
  return withQueueMs ** (1 - done) * (waitedMs / done) ** done;
}

// Render times in units of the expected time, as two log-logistic distributions of one shape: like a lognormal
// of sigma 0.4, with heavier tails and a hazard in closed form. The smaller one keeps the schedule good if the
// estimate is twice too long: a single one was then worse than a fixed interval (`scripts/bench/waiting.ts`).
const shape = 4.25;
const renderTimes = [
  { share: 0.9, median: 1.06 },
  { share: 0.1, median: 0.53 },
] as const;

/** Returns the hazard of a render at an age in units of its expected time. */
function hazard(age: number): number {
  let density = 0;
  let survival = 0;
  for (const { share, median } of renderTimes) {
    const power = (age / median) ** shape;
    survival += share / (1 + power);
    density += (share * shape * power) / age / (1 + power) ** 2;
  }
  return density / survival;
}

/** Returns how long a video with this estimate usually takes, in milliseconds; undefined if unknown. */
export function usualRenderMs({ waitMinutes }: Estimate): number | undefined {
  if (!waitMinutes) return undefined;
  const [min, max] = waitMinutes;
  const usualMs = Math.sqrt(min * max) * 60_000;
  return usualMs > 0 && Number.isFinite(usualMs) ? usualMs : undefined;
}
