/**
 * Tells a log when a line of progress is worth printing: when the state changes, and after `everyMs` of silence, by
 * default a minute, because CI systems kill a step that says nothing for ten (CircleCI does).
 */
export function createHeartbeat(elapsed: () => number): (state: string, everyMs?: number) => boolean {
  let lastState: string | undefined;
  let lastTime = 0;
  return (state, everyMs = 60_000) => {
    const due = state !== lastState || elapsed() - lastTime >= everyMs;
    if (due) {
      lastState = state;
      lastTime = elapsed();
    }
    return due;
  };
}
