import { formatDuration } from "../format-units.ts";
import { interruptedError, type Runtime } from "../runtime.ts";
import { unlessAborted } from "./abort.ts";

/** The answer, or the whole of it, did not come in time. */
export class ResponseTimeoutError extends Error {
  constructor(limitMs: number) {
    super(`not whole after ${formatDuration(limitMs)}`);
  }
}

class WorkTimeoutError extends Error {}

/** Whether `withLimit` gave the work up because it took too long. */
export function isWorkTimeout(error: unknown): boolean {
  return error instanceof WorkTimeoutError;
}

/** A limit of time for work that listens to a signal. */
export interface TimeLimit {
  /** Aborted, with a `TooLong` for its reason, when the time is over. */
  readonly signal: AbortSignal;
  /** To be called when the work is done. */
  clear(): void;
}

/** Starts the time, in milliseconds. */
export function startLimit(runtime: Runtime, limitMs: number): TimeLimit {
  const controller = new AbortController();
  const end = () => controller.abort(new ResponseTimeoutError(limitMs));
  return { signal: controller.signal, clear: runtime.setTimer(limitMs, end) };
}

/**
 * Waits for work that knows no signal, for `limitMs` at most, and in an interrupted run until `lastSignal`. Fails with
 * `reason` when the time is over; the work goes on unheard.
 */
export async function withLimit<T>(
  runtime: Runtime,
  limitMs: number,
  work: Promise<T>,
  reason = (): Error => new WorkTimeoutError("it took too long"),
): Promise<T> {
  const limit = startLimit(runtime, limitMs);
  const either = AbortSignal.any([limit.signal, runtime.finalSignal]);
  try {
    return await unlessAborted(either, work, () => (limit.signal.aborted ? reason() : interruptedError()));
  } finally {
    limit.clear();
  }
}

// 100 kB a second: less is no line that anybody sends or fetches a video by.
const minBytesPerMs = 100;

/** How long a file of so many bytes may be on its way, in milliseconds, beside what `extraMs` allows each. */
export function transferMs(bytes: number, extraMs: number): number {
  return extraMs + bytes / minBytesPerMs;
}
