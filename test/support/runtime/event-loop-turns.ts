import { setImmediate as nextTurn } from "node:timers/promises";

/**
 * Lets this process read what it has sent to itself over loopback, act on it, and finish what it writes to disk. Takes
 * turns of the event loop, and no time of a clock.
 */
export async function eventLoopTurns(count = 5): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    await nextTurn();
    while (isUsingDisk()) await nextTurn();
  }
}

// A file operation takes as many turns as the disk is slow.
const isUsingDisk = () => process.getActiveResourcesInfo().some((name) => /^(FSReq|CloseReq)/.test(name));
