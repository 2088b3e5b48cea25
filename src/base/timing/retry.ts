import { ShowreelError } from "../errors.ts";
import { formatDuration } from "../format-units.ts";
import type { Runtime } from "../runtime.ts";

/** How long to wait before attempt number `attempt` (1 = the first repetition): 1 s doubled up to 30 s, ±25 %. */
export function backoffMs(attempt: number, random: number): number {
  const base = Math.min(30_000, 1_000 * 2 ** (attempt - 1));
  return Math.round(base * (0.75 + random * 0.5));
}

/**
 * What a `Retry-After` header asks for, in milliseconds from `now`: seconds or an HTTP date (RFC 9110, 10.2.3).
 * Undefined when the header is absent or makes no sense.
 */
export function parseRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined || header.trim() === "") return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return seconds >= 0 ? seconds * 1_000 : undefined;
  // Date.parse makes a date of almost anything; an HTTP date begins with the day of the week.
  const date = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(header.trim()) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** How long to wait before a repetition: what the other side asks for, but never without a pause of our own. */
export function retryDelayMs(askedMs: number | undefined, attempt: number, random: number): number {
  return askedMs === undefined ? backoffMs(attempt, random) : Math.max(1_000, askedMs);
}

/** Counts faults in a row. */
export interface RetryBudget {
  recordSuccess(): void;
  /** Notes one more fault; true once patience has run out. */
  recordFailure(): boolean;
  readonly consecutiveFailures: number;
}

/** Patience with passing faults: it ends with the tenth in a row, but never before they have lasted two minutes. */
export function createRetryBudget(elapsed: () => number): RetryBudget {
  let since = 0;
  let inARow = 0;
  return {
    recordSuccess() {
      inARow = 0;
    },
    recordFailure() {
      if (inARow === 0) since = elapsed();
      inARow += 1;
      return inARow >= 10 && elapsed() - since >= 120_000;
    },
    get consecutiveFailures() {
      return inARow;
    },
  };
}

const maxRetries = 3;
// Somebody may be sitting in front of it.
const defaultMaxPauseMs = 30_000;

/**
 * Makes a call that costs nothing, and repeats it a few times after faults that pass by themselves; not where a pause is
 * asked for that `mayPause` does not allow, by default one of more than half a minute.
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
  const { code, message, hint, retryable, outcomeUnknown, cause } = error;
  const words = `${message} To wait ${formatDuration(delayMs)} for the next try is too long here.`;
  return new ShowreelError(code, words, {
    ...(hint !== undefined && { hint }),
    retryable,
    outcomeUnknown,
    retryAfterMs: delayMs,
    cause,
  });
}
