/** So many calls in so much time. */
export interface RateLimit {
  readonly calls: number;
  readonly perMs: number;
}

/** Keeps one process within what a service allows it. */
export interface RateLimiter {
  /** Notes a call that is made now; or returns how long to wait before it may be, in milliseconds. */
  take(): number;
}

/** A sliding window: the oldest of the last so many calls must be older than the window. */
export function createRateLimiter(elapsed: () => number, { calls, perMs }: RateLimit): RateLimiter {
  const times: number[] = [];
  return {
    take() {
      const oldest = times.at(-calls);
      const waitMs = oldest === undefined ? 0 : Math.max(0, oldest + perMs - elapsed());
      if (waitMs === 0) times.push(elapsed());
      return waitMs;
    },
  };
}
