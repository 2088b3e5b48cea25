import { ShowreelError } from "../base/errors.ts";
import type { Runtime } from "../base/runtime.ts";
import { formatDuration } from "../base/text/format-units.ts";
import { withTimeLimit } from "../base/timing/time-limit.ts";

/** The deadline of one video, measured by a monotonic clock. */
export interface Deadline {
  /** Milliseconds since the deadline was created. */
  elapsedMs(): number;
  /** Milliseconds until the deadline; 0 once it has passed. */
  remainingMs(): number;
  /**
   * Sleeps, but never beyond the deadline, and shows `state` as live progress. Fails with `timed_out` at the
   * deadline.
   */
  pause(state: string, delayMs: number): Promise<void>;
  /**
   * Waits for a status response until the deadline, but for at least half a minute. Fails with `timed_out`;
   * the message names `state`.
   */
  limitResponse<Response>(state: string, response: Promise<Response>): Promise<Response>;
  /**
   * Like `limitResponse`, but for a response that a submit depends on. Fails with `timed_out`; the error says
   * that nothing was submitted.
   */
  limitBeforeSubmit<Response>(response: Promise<Response>): Promise<Response>;
  /**
   * Fails with `timed_out` if the deadline passed more than half a minute ago: the run would not wait for a
   * new video.
   */
  requireTimeToSubmit(): void;
}

// Short enough for a live clock in a terminal.
const tickMs = 1_000;
const lastRequestMs = 30_000;

/** Creates a deadline that is `timeoutMs` from now. */
export function createDeadline(runtime: Runtime, timeoutMs: number): Deadline {
  const started = runtime.elapsed();
  const elapsedMs = () => runtime.elapsed() - started;
  const remainingMs = () => Math.max(0, timeoutMs - elapsedMs());
  const limit = <Response>(response: Promise<Response>, toError: () => Error) =>
    withTimeLimit(runtime, Math.max(remainingMs(), lastRequestMs), response, toError);
  return {
    elapsedMs,
    remainingMs,
    async pause(state, delayMs) {
      if (remainingMs() === 0) throw timedOut(state, elapsedMs());
      const wakeMs = elapsedMs() + Math.min(delayMs, remainingMs());
      while (elapsedMs() < wakeMs) {
        runtime.log.progress(state, formatDuration(elapsedMs()));
        await runtime.sleep(Math.min(tickMs, wakeMs - elapsedMs()));
      }
    },
    limitResponse: (state, response) =>
      limit(response, () => timedOut(`${state}, then no response`, elapsedMs())),
    limitBeforeSubmit: (response) => limit(response, () => timedOutBeforeSubmit(elapsedMs())),
    requireTimeToSubmit() {
      if (elapsedMs() > timeoutMs + lastRequestMs) throw timedOutBeforeSubmit(elapsedMs());
    },
  };
}

function timedOut(state: string, elapsedMs: number): ShowreelError {
  const details = `last state: ${state}`;
  return new ShowreelError(
    "timed_out",
    `Timed out after ${formatDuration(elapsedMs)}; the video is still rendering (${details}).`,
  );
}

function timedOutBeforeSubmit(elapsedMs: number): ShowreelError {
  return new ShowreelError(
    "timed_out",
    `Timed out after ${formatDuration(elapsedMs)}: the provider did not respond to the requests that come before a submit.`,
    {
      // An earlier attempt or another process may have submitted the video, so `submitted` is not false.
      hint: "Run again later, or increase `timeout_minutes`. This run submitted nothing.",
      settings: ["timeout_minutes"],
    },
  );
}
