/**
 * Tells a log when a line of progress is worth printing: when the state changes, and after a minute of silence,
 * because CI systems kill a step that says nothing for ten (CircleCI does).
 */
export function createHeartbeat(now: () => number): (state: string) => boolean {
  let lastState: string | undefined;
  let lastTime = 0;
  return (state) => {
    const due = state !== lastState || now() - lastTime >= 60_000;
    if (due) {
      lastState = state;
      lastTime = now();
    }
    return due;
  };
}
