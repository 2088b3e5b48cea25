/** How often a provider likes to be asked, in milliseconds. */
export interface PollInterval {
  readonly minMs: number;
  readonly maxMs: number;
}

/**
 * How long to wait before asking again: a tenth of the time that has passed, within the provider's pace, ±20 % so that
 * many runs do not ask in step. A short video is seen soon, a long one is not asked for too often. A pace without room
 * is one that the user has fixed, and is kept to the letter.
 */
export function nextPollDelayMs(elapsedMs: number, interval: PollInterval, random: number): number {
  if (interval.minMs === interval.maxMs) return interval.minMs;
  const delay = Math.min(interval.maxMs, Math.max(interval.minMs, elapsedMs / 10));
  return Math.round(delay * (0.8 + random * 0.4));
}
