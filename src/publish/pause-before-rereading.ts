import { ShowreelError } from "../base/errors.ts";
import type { Runtime } from "../base/runtime.ts";
import { formatDuration } from "../base/text/format-units.ts";
import { retryDelayMs } from "../base/timing/retry.ts";
import type { GitHubClient } from "../platform/github/api/client.ts";

const maxRereads = 3;

/**
 * Pauses after a write that GitHub didn't confirm, for the time that GitHub requests. `attempt` counts
 * consecutive failures from 1. Read again before the next write: the last write may have succeeded, or
 * another process may have written. Rethrows an error that a retry can't fix.
 */
export async function pauseBeforeRereading(
  runtime: Runtime,
  github: GitHubClient,
  error: unknown,
  attempt: number,
): Promise<void> {
  if (!(error instanceof ShowreelError) || !(error.retryable || error.outcomeUnknown)) throw error;
  const delay = retryDelayMs(error.retryAfterMs, attempt, runtime.random());
  if (attempt > maxRereads || !github.reservePause(delay)) throw error;
  runtime.log.info(`${error.message} Reading again in ${formatDuration(delay)}.`);
  await runtime.sleep(delay);
}
