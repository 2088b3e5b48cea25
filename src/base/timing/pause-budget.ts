/** Limits the total time of all pauses. Pauses at the same time count once. */
export interface PauseBudget {
  /**
   * Reserves the time of a pause that starts now. Returns false, and reserves nothing, when too little is
   * left.
   */
  take(pauseMs: number): boolean;
}

/** Creates a budget of `totalMs`. `elapsed` is the runtime's clock; all times are in milliseconds. */
export function createPauseBudget(elapsed: () => number, totalMs: number): PauseBudget {
  let leftMs = totalMs;
  let pausedUntil = 0;
  return {
    take(pauseMs) {
      const end = elapsed() + pauseMs;
      const costMs = Math.max(0, end - Math.max(elapsed(), pausedUntil));
      if (costMs > leftMs) return false;
      leftMs -= costMs;
      pausedUntil = Math.max(pausedUntil, end);
      return true;
    },
  };
}
