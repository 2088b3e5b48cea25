/**
 * The shortest and the longest time between two polls, in milliseconds. Equal values mean a fixed interval.
 */
export interface PollInterval {
  readonly minMs: number;
  readonly maxMs: number;
}

/**
 * The delay before the next poll, in milliseconds: a tenth of the elapsed time, clamped to `interval`, with
 * ±20 % jitter so that parallel runs don't poll in lockstep. A short video is detected soon, and a long one
 * isn't polled too often. A fixed interval, set by the user, gets no jitter. `random` is between 0 and 1.
 */
export function nextPollDelayMs(elapsedMs: number, interval: PollInterval, random: number): number {
  if (interval.minMs === interval.maxMs) return interval.minMs;
  const delay = Math.min(interval.maxMs, Math.max(interval.minMs, elapsedMs / 10));
  return Math.round(delay * (0.8 + random * 0.4));
}
