import { ShowreelError } from "../base/errors.ts";
import { duration } from "../base/plain-text.ts";
import type { Runtime } from "../base/runtime.ts";
import { withLimit } from "../base/timing/time-limit.ts";

/** The clock of one wait, which nobody can set back. */
export interface Deadline {
  /** Milliseconds since the wait began. */
  elapsedMs(): number;
  /** Milliseconds until the deadline; 0 once it has passed. */
  leftMs(): number;
  /**
   * Sleeps, showing `state` as the live progress; never beyond the deadline. Fails with `timed_out` when the deadline
   * has been reached.
   */
  pause(state: string, delayMs: number): Promise<void>;
  /**
   * Waits for an answer until the deadline; the last question gets half a minute. Fails with `timed_out`, which names
   * `state`.
   */
  answer<Answer>(state: string, question: Promise<Answer>): Promise<Answer>;
  /** Waits as long for what has to be known before the submit. Fails with `timed_out`, which says that nothing was sent. */
  beforeSubmit<Answer>(question: Promise<Answer>): Promise<Answer>;
  /** Fails likewise when the deadline passed half a minute ago: no video is begun that nobody waits for. */
  requireTime(): void;
}

// Short enough for a live clock in a terminal.
const tickMs = 1_000;
const lastQuestionMs = 30_000;

/** Starts the clock. */
export function createDeadline(runtime: Runtime, timeoutMs: number): Deadline {
  const started = runtime.elapsed();
  const elapsedMs = () => runtime.elapsed() - started;
  const leftMs = () => Math.max(0, timeoutMs - elapsedMs());
  const inTime = <Answer>(question: Promise<Answer>, reason: () => Error) =>
    withLimit(runtime, Math.max(leftMs(), lastQuestionMs), question, reason);
  return {
    elapsedMs,
    leftMs,
    async pause(state, delayMs) {
      if (leftMs() === 0) throw timedOut(state, elapsedMs());
      const wakeMs = elapsedMs() + Math.min(delayMs, leftMs());
      while (elapsedMs() < wakeMs) {
        runtime.log.progress(state, duration(elapsedMs()));
        await runtime.sleep(Math.min(tickMs, wakeMs - elapsedMs()));
      }
    },
    answer: (state, question) => inTime(question, () => timedOut(`${state}, then no answer`, elapsedMs())),
    beforeSubmit: (question) => inTime(question, () => tooLate(elapsedMs())),
    requireTime() {
      if (elapsedMs() > timeoutMs + lastQuestionMs) throw tooLate(elapsedMs());
    },
  };
}

function timedOut(state: string, elapsedMs: number): ShowreelError {
  const facts = `waited ${duration(elapsedMs)}, last state: ${state}`;
  return new ShowreelError("timed_out", `The time is up, but the video goes on rendering (${facts}).`);
}

function tooLate(elapsedMs: number): ShowreelError {
  return new ShowreelError(
    "timed_out",
    `The time is up, and the provider has not answered what has to be known first (waited ${duration(elapsedMs)}).`,
    { hint: "Run again later, or give `timeout_minutes` more room. This run has submitted nothing." },
  );
}
