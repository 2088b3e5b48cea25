import { ShowreelError } from "./errors.ts";
import { duration } from "./plain-text.ts";
import { repetitionDelayMs } from "./retry.ts";
import type { Runtime } from "./runtime.ts";

const maxRepetitions = 3;
// Somebody may be sitting in front of it.
const usualDelayMs = 30_000;

/**
 * Makes a call that costs nothing, and repeats it a few times after faults that pass by themselves; not where a pause of more
 * than `longestDelayMs` is asked for.
 */
export async function repeat<T>(
  runtime: Runtime,
  call: () => Promise<T>,
  longestDelayMs = usualDelayMs,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof ShowreelError) || !error.retryable || attempt > maxRepetitions) throw error;
      const delay = repetitionDelayMs(error.retryAfterMs, attempt, runtime.random());
      if (delay > longestDelayMs) throw error;
      runtime.log.info(`${error.message} Trying again in ${duration(delay)}.`);
      await runtime.sleep(delay);
    }
  }
}
