import { ShowreelError } from "../errors.ts";
import type { Runtime } from "../runtime.ts";
import { formatDuration } from "../text/format-units.ts";

/**
 * Returns the delay before retry number `attempt` (1 is the first), in milliseconds: 1 s, doubled each time
 * up to 30 s, with ±25 % jitter from `random` (0 to 1).
 */
export function backoffMs(attempt: number, random: number): number {
  const base = Math.min(30_000, 1_000 * 2 ** (attempt - 1));
  return Math.round(base * (0.75 + random * 0.5));
}

/**
 * Parses a `Retry-After` header, which holds seconds or an HTTP date (RFC 9110, 10.2.3), into milliseconds
 * from `now`. Returns undefined when the header is absent or invalid.
 */
export function parseRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined || header.trim() === "") return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return seconds >= 0 ? seconds * 1_000 : undefined;
  // Date.parse accepts almost anything; an HTTP date starts with the day of the week.
  const date = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(header.trim()) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/**
 * Returns the delay before a retry, in milliseconds: the server's `Retry-After`, at least 1 s, or else
 * `backoffMs`.
 */
export function retryDelayMs(retryAfterMs: number | undefined, attempt: number, random: number): number {
  return retryAfterMs === undefined ? backoffMs(attempt, random) : Math.max(1_000, retryAfterMs);
}

/** Decides when to give up on transient errors in a row. */
export interface RetryBudget {
  recordSuccess(): void;
  /** Records one more error; returns true once the budget is used up. */
  recordFailure(): boolean;
  readonly consecutiveFailures: number;
}

const maxConsecutiveFailures = 10;
const minFailingMs = 120_000;

/**
 * Creates a retry budget that is used up after ten errors in a row, but not before two minutes have passed
 * since the first of them. `elapsed` is the runtime's clock, in milliseconds.
 */
export function createRetryBudget(elapsed: () => number): RetryBudget {
  let failingSince = 0;
  let consecutiveFailures = 0;
  return {
    recordSuccess() {
      consecutiveFailures = 0;
    },
    recordFailure() {
      if (consecutiveFailures === 0) failingSince = elapsed();
      consecutiveFailures += 1;
      return consecutiveFailures >= maxConsecutiveFailures && elapsed() - failingSince >= minFailingMs;
    },
    get consecutiveFailures() {
      return consecutiveFailures;
    },
  };
}

const maxRetries = 3;
// A person may be waiting at a terminal.
const defaultMaxPauseMs = 30_000;

/**
 * Makes a call that costs no money, and retries it up to three times after retryable errors. If the server
 * asks for a delay that `mayPause` does not allow (by default, more than 30 seconds), rejects at once.
 */
export async function withRetries<T>(
  runtime: Runtime,
  call: () => Promise<T>,
  mayPause = (delayMs: number) => delayMs <= defaultMaxPauseMs,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof ShowreelError) || !error.retryable || attempt > maxRetries) throw error;
      const delay = retryDelayMs(error.retryAfterMs, attempt, runtime.random());
      if (!mayPause(delay)) throw pauseTooLongError(error, delay);
      runtime.log.info(`${error.message} Trying again in ${formatDuration(delay)}.`);
      await runtime.sleep(delay);
    }
  }
}

function pauseTooLongError(error: ShowreelError, delayMs: number): ShowreelError {
  const message = `${error.message} The next try would be in ${formatDuration(delayMs)}, which is too long to wait.`;
  return error.with({ message, retryAfterMs: delayMs });
}
