import { ShowreelError } from "./errors.ts";
import { duration } from "./plain-text.ts";
import { repetitionDelayMs } from "./retry.ts";
import type { Runtime } from "./runtime.ts";

const maxRepetitions = 3;
// Somebody may be sitting in front of it.
const usualDelayMs = 30_000;

/**
 * Makes a call that costs nothing, and repeats it a few times after faults that pass by themselves; not where a pause is
 * asked for that `mayPause` does not allow, by default one of more than half a minute.
 */
export async function repeat<T>(
  runtime: Runtime,
  call: () => Promise<T>,
  mayPause = (delayMs: number) => delayMs <= usualDelayMs,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof ShowreelError) || !error.retryable || attempt > maxRepetitions) throw error;
      const delay = repetitionDelayMs(error.retryAfterMs, attempt, runtime.random());
      if (!mayPause(delay)) throw notWaitedFor(error, delay);
      runtime.log.info(`${error.message} Trying again in ${duration(delay)}.`);
      await runtime.sleep(delay);
    }
  }
}

function notWaitedFor(error: ShowreelError, delayMs: number): ShowreelError {
  const { code, message, hint, retryable, unanswered, cause } = error;
  const words = `${message} To wait ${duration(delayMs)} for the next try is too long here.`;
  return new ShowreelError(code, words, {
    ...(hint !== undefined && { hint }),
    retryable,
    unanswered,
    retryAfterMs: delayMs,
    cause,
  });
}
