import { ShowreelError } from "../base/errors.ts";
import { formatDuration } from "../base/format-units.ts";
import type { Runtime } from "../base/runtime.ts";
import { withTimeLimit } from "../base/timing/time-limit.ts";

/** The clock of one wait, which nobody can set back. */
export interface Deadline {
  /** Milliseconds since the wait began. */
  elapsedMs(): number;
  /** Milliseconds until the deadline; 0 once it has passed. */
  remainingMs(): number;
  /**
   * Sleeps, showing `state` as the live progress; never beyond the deadline. Fails with `timed_out` when the deadline
   * has been reached.
   */
  pause(state: string, delayMs: number): Promise<void>;
  /**
   * Waits for an answer until the deadline; the last question gets half a minute. Fails with `timed_out`, which names
   * `state`.
   */
  limitResponse<Answer>(state: string, question: Promise<Answer>): Promise<Answer>;
  /** Waits as long for what has to be known before the submit. Fails with `timed_out`, which says that nothing was sent. */
  limitBeforeSubmit<Answer>(question: Promise<Answer>): Promise<Answer>;
  /** Fails likewise when the deadline passed half a minute ago: no video is begun that nobody waits for. */
  requireTimeToSubmit(): void;
}

// Short enough for a live clock in a terminal.
const tickMs = 1_000;
const lastRequestMs = 30_000;

/** Starts the clock. */
export function createDeadline(runtime: Runtime, timeoutMs: number): Deadline {
  const started = runtime.elapsed();
  const elapsedMs = () => runtime.elapsed() - started;
  const leftMs = () => Math.max(0, timeoutMs - elapsedMs());
  const inTime = <Answer>(question: Promise<Answer>, reason: () => Error) =>
    withTimeLimit(runtime, Math.max(leftMs(), lastRequestMs), question, reason);
  return {
    elapsedMs,
    remainingMs: leftMs,
    async pause(state, delayMs) {
      if (leftMs() === 0) throw timedOut(state, elapsedMs());
      const wakeMs = elapsedMs() + Math.min(delayMs, leftMs());
      while (elapsedMs() < wakeMs) {
        runtime.log.progress(state, formatDuration(elapsedMs()));
        await runtime.sleep(Math.min(tickMs, wakeMs - elapsedMs()));
      }
    },
    limitResponse: (state, question) =>
      inTime(question, () => timedOut(`${state}, then no answer`, elapsedMs())),
    limitBeforeSubmit: (question) => inTime(question, () => timedOutBeforeSubmit(elapsedMs())),
    requireTimeToSubmit() {
      if (elapsedMs() > timeoutMs + lastRequestMs) throw timedOutBeforeSubmit(elapsedMs());
    },
  };
}

function timedOut(state: string, elapsedMs: number): ShowreelError {
  const facts = `waited ${formatDuration(elapsedMs)}, last state: ${state}`;
  return new ShowreelError("timed_out", `The time is up, but the video goes on rendering (${facts}).`);
}

function timedOutBeforeSubmit(elapsedMs: number): ShowreelError {
  return new ShowreelError(
    "timed_out",
    `The time is up, and the provider has not answered what has to be known first (waited ${formatDuration(elapsedMs)}).`,
    { hint: "Run again later, or give `timeout_minutes` more room. This run has submitted nothing." },
  );
}
