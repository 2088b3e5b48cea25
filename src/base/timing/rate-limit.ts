/** So many calls in so much time. */
export interface Allowance {
  readonly calls: number;
  readonly perMs: number;
}

/** Keeps one process within what a service allows it. */
export interface Quota {
  /** Notes a call that is made now; or returns how long to wait before it may be, in milliseconds. */
  take(): number;
}

/** A sliding window: the oldest of the last so many calls must be older than the window. */
export function createQuota(elapsed: () => number, { calls, perMs }: Allowance): Quota {
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
