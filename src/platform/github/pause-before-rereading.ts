import { ShowreelError } from "../../base/errors.ts";
import { formatDuration } from "../../base/format-units.ts";
import type { Runtime } from "../../base/runtime.ts";
import { retryDelayMs } from "../../base/timing/retry.ts";
import type { Github } from "./client.ts";

const maxRereads = 3;

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
  if (!(error instanceof ShowreelError) || !(error.retryable || error.outcomeUnknown)) throw error;
  const delay = retryDelayMs(error.retryAfterMs, attempt, runtime.random());
  if (attempt > maxRereads || !github.reservePause(delay)) throw error;
  runtime.log.info(`${error.message} Looking again in ${formatDuration(delay)}.`);
  await runtime.sleep(delay);
}
