/** The number of calls that a service allows per interval. */
export interface RateLimit {
  readonly calls: number;
  readonly perMs: number;
}

/** Keeps this process below a service's rate limit. */
export interface RateLimiter {
  /** Records a call made now and returns 0. At the limit, returns the milliseconds to wait first instead. */
  take(): number;
}

/**
 * Creates a limiter with a sliding window: of the last `calls` calls, the oldest must be at least `perMs`
 * old. `elapsed` is the runtime's clock, in milliseconds.
 */
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
