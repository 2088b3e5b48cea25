import { ShowreelError } from "../base/errors.ts";
import { duration } from "../base/plain-text.ts";
import type { Runtime } from "../base/runtime.ts";

/** The clock of one wait. */
export interface Deadline {
  /** Milliseconds since the wait began. */
  elapsedMs(): number;
  /** Milliseconds until the deadline; 0 once it has passed. */
  leftMs(): number;
  /**
   * Sleeps, showing `state` as the live progress; never beyond the deadline. Fails with `timed_out` when the deadline
   * has been reached, or at once when `mustFit` and the whole pause does not fit before it.
   */
  pause(state: string, delayMs: number, mustFit?: boolean): Promise<void>;
}

// Short enough for a live clock in a terminal.
const tickMs = 1_000;

/** Starts the clock. */
export function createDeadline(runtime: Runtime, timeoutMs: number): Deadline {
  const started = runtime.now();
  const elapsedMs = () => runtime.now() - started;
  const leftMs = () => Math.max(0, timeoutMs - elapsedMs());
  return {
    elapsedMs,
    leftMs,
    async pause(state, delayMs, mustFit = false) {
      if (leftMs() === 0 || (mustFit && delayMs > leftMs())) throw timedOut(state, elapsedMs());
      const wakeTime = runtime.now() + Math.min(delayMs, leftMs());
      while (runtime.now() < wakeTime) {
        runtime.log.progress(state, duration(elapsedMs()));
        await runtime.sleep(Math.min(tickMs, wakeTime - runtime.now()));
      }
    },
  };
}

function timedOut(state: string, elapsedMs: number): ShowreelError {
  const facts = `waited ${duration(elapsedMs)}, last state: ${state}`;
  return new ShowreelError("timed_out", `The time is up, but the video goes on rendering (${facts}).`);
}
