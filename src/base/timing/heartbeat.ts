const defaultIntervalMs = 60_000;

/**
 * Creates a function that returns whether a progress line is due: when the state has changed, or after
 * `everyMs` without a line, by default a minute. CI systems kill a step without output (CircleCI after ten
 * minutes). `elapsed` is the runtime's clock, in milliseconds.
 */
export function createHeartbeat(elapsed: () => number): (state: string, everyMs?: number) => boolean {
  let lastState: string | undefined;
  let lastTime = 0;
  return (state, everyMs = defaultIntervalMs) => {
    const isDue = state !== lastState || elapsed() - lastTime >= everyMs;
    if (isDue) {
      lastState = state;
      lastTime = elapsed();
    }
    return isDue;
  };
}
