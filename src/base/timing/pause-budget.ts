/** So much time for all pauses together. Pauses at the same time count once. */
export interface PauseBudget {
  /** Takes the time for a pause that begins now; false, and nothing is taken, when there is not enough left. */
  take(pauseMs: number): boolean;
}

/** `elapsed` is the runtime's; all times are in milliseconds. */
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
