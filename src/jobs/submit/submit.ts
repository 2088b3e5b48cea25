import { ShowreelError } from "../../base/errors.ts";
import { interruptedError } from "../../base/runtime.ts";
import { formatDuration } from "../../base/text/format-units.ts";
import { createRetryBudget, retryDelayMs } from "../../base/timing/retry.ts";
import type { JobContext } from "../job-context.ts";

/**
 * Calls `submit`, or a call that it depends on, and retries only what the provider marks as retryable. Fails
 * at once if the next retry would come after the deadline.
 */
export async function submitWithRetries<Result>(
  submit: () => Promise<Result>,
  { runtime, deadline }: Pick<JobContext, "runtime" | "deadline">,
): Promise<Result> {
  const retryBudget = createRetryBudget(runtime.elapsed);
  for (;;) {
    // A cancelled run still waits for the response to a submit, but starts no new one.
    if (runtime.signal.aborted) throw interruptedError();
    try {
      return await submit();
    } catch (error) {
      if (!(error instanceof ShowreelError) || !error.retryable) throw error;
      const isExhausted = retryBudget.recordFailure();
      if (isExhausted && error.code !== "rate_limited") throw error;
      const delayMs = retryDelayMs(error.retryAfterMs, retryBudget.consecutiveFailures, runtime.random());
      if (delayMs >= deadline.remainingMs()) throw noTimeToRetryError(error, delayMs, deadline.remainingMs());
      runtime.log.info(`${error.message} Trying again in ${formatDuration(delayMs)}.`);
      await deadline.pause("waiting to submit", delayMs);
    }
  }
}

/**
 * Returns an error handler for providers that can't tell whether they received a submit: a lost response ends
 * the run, because a retry might be billed too. `hint` says where to look for the video.
 */
export function onLostResponse(hint: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof ShowreelError) || !error.outcomeUnknown) throw error;
    const code = error.code === "interrupted" ? error.code : "provider_error";
    throw error.with({
      code,
      message: `A video may have been created, but its id was lost. ${error.message}`,
      hint,
      outcomeUnknown: true,
      retryable: false,
    });
  };
}

function noTimeToRetryError(error: ShowreelError, delayMs: number, remainingMs: number): ShowreelError {
  const remaining = `only ${formatDuration(remainingMs)} of \`timeout_minutes\` are left`;
  const source = error.retryAfterMs === undefined ? "" : " (Retry-After)";
  return error.with({
    message: `${error.message} The next try would be in ${formatDuration(delayMs)}${source}, but ${remaining}.`,
    hint: "Run again later, or increase `timeout_minutes`.",
    settings: ["timeout_minutes"],
    submitted: false,
    retryable: false,
  });
}
