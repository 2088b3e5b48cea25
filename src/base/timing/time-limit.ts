import { interruptedError, type Runtime } from "../runtime.ts";
import { formatDuration } from "../text/format-units.ts";
import { unlessAborted } from "./abort.ts";

/** The error for a response, or the rest of its body, that did not arrive within the limit. */
export class ResponseTimeoutError extends Error {
  constructor(limitMs: number) {
    super(`incomplete after ${formatDuration(limitMs)}`);
  }
}

/** A time limit for work that takes a signal. */
export interface TimeLimit {
  /** Aborted with a `ResponseTimeoutError` when the time is up. */
  readonly signal: AbortSignal;
  /** Stops the timer. Call it when the work is done. */
  clear(): void;
}

/** Starts a time limit of `limitMs` milliseconds. */
export function startTimeLimit(runtime: Runtime, limitMs: number): TimeLimit {
  const controller = new AbortController();
  const expire = () => controller.abort(new ResponseTimeoutError(limitMs));
  return { signal: controller.signal, clear: runtime.setTimer(limitMs, expire) };
}

class WorkTimeoutError extends Error {}

/**
 * Waits for work that does not take a signal, for at most `limitMs` milliseconds; in an interrupted run, only
 * until the runtime's `finalSignal`. Rejects with `createError()` when the time is up, by default with an
 * error that `isWorkTimeout` recognizes. The work then continues in the background, and its result is
 * ignored.
 */
export async function withTimeLimit<T>(
  runtime: Runtime,
  limitMs: number,
  work: Promise<T>,
  createError = (): Error => new WorkTimeoutError("it took too long"),
): Promise<T> {
  const limit = startTimeLimit(runtime, limitMs);
  const signal = AbortSignal.any([limit.signal, runtime.finalSignal]);
  try {
    return await unlessAborted(signal, work, () =>
      limit.signal.aborted ? createError() : interruptedError(),
    );
  } finally {
    limit.clear();
  }
}

/** Returns whether an error is the default error of `withTimeLimit`. */
export function isWorkTimeout(error: unknown): boolean {
  return error instanceof WorkTimeoutError;
}

// 100 kB/s: slower connections are not supported.
const minBytesPerMs = 100;

/**
 * Returns the time limit for transferring a file of `bytes` bytes, in milliseconds: the time that it takes at
 * 100 kB/s, plus `extraMs`.
 */
export function transferLimitMs(bytes: number, extraMs: number): number {
  return extraMs + bytes / minBytesPerMs;
}
