import { ShowreelError } from "../../base/errors.ts";
import { duration } from "../../base/plain-text.ts";
import type { Runtime } from "../../base/runtime.ts";
import { repetitionDelayMs } from "../../base/timing/retry.ts";
import type { Github } from "./client.ts";

const maxRepetitions = 3;

/**
 * Pauses after a write that GitHub has not confirmed, as long as GitHub asks for; `attempt` counts those in a row, from 1.
 * Then what stands there has to be read anew: it may be written already, or somebody else may have written. Fails with what
 * no repetition mends.
 */
export async function pauseBeforeRereading(
  runtime: Runtime,
  github: Github,
  error: unknown,
  attempt: number,
): Promise<void> {
  if (!(error instanceof ShowreelError) || !(error.retryable || error.unanswered)) throw error;
  const delay = repetitionDelayMs(error.retryAfterMs, attempt, runtime.random());
  if (attempt > maxRepetitions || !github.mayPause(delay)) throw error;
  runtime.log.info(`${error.message} Looking again in ${duration(delay)}.`);
  await runtime.sleep(delay);
}
