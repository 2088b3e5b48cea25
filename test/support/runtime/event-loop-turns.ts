import { setImmediate as nextTurn } from "node:timers/promises";

/**
 * Lets this process read what it has sent to itself over loopback, and act on it. Takes turns of the event loop, no time.
 */
export async function eventLoopTurns(count = 5): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await nextTurn();
}
