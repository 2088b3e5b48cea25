import { ShowreelError } from "../../base/errors.ts";
import { formatDuration } from "../../base/format-units.ts";
import { interruptedError, type Runtime } from "../../base/runtime.ts";
import { createRetryBudget, retryDelayMs } from "../../base/timing/retry.ts";
import type { Deadline } from "../deadline.ts";

/**
 * Makes the call that submits, or one that it needs. Repeats only what the provider calls retryable; a wait that does
 * not fit before the deadline ends at once.
 */
export async function submitWithRetries<Answer>(
  runtime: Runtime,
  deadline: Deadline,
  call: () => Promise<Answer>,
): Promise<Answer> {
  const tolerance = createRetryBudget(runtime.elapsed);
  for (;;) {
    // The answer to a submit is waited for even then; a new one is not begun.
    if (runtime.signal.aborted) throw interruptedError();
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof ShowreelError) || !error.retryable) throw error;
      const outOfPatience = tolerance.recordFailure();
      if (outOfPatience && error.code !== "rate_limited") throw error;
      const delay = retryDelayMs(error.retryAfterMs, tolerance.consecutiveFailures, runtime.random());
      if (delay >= deadline.remainingMs()) throw noTimeToRetryError(error, delay, deadline.remainingMs());
      runtime.log.info(`${error.message} Trying again in ${formatDuration(delay)}.`);
      await deadline.pause("waiting to submit", delay);
    }
  }
}

/**
 * For a provider that cannot be asked again: an answer that was lost ends the submit, because a repetition might be
 * billed too. `whereToLook` is a sentence.
 */
export function onLostResponse(hint: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof ShowreelError) || !error.outcomeUnknown) throw error;
    const code = error.code === "interrupted" ? error.code : "provider_error";
    throw new ShowreelError(code, `A video may have been created, but its id was lost. ${error.message}`, {
      hint,
      outcomeUnknown: true,
      cause: error,
    });
  };
}

function noTimeToRetryError(error: ShowreelError, delay: number, leftMs: number): ShowreelError {
  const left = `only ${formatDuration(leftMs)} of \`timeout_minutes\` are left`;
  const asked = error.retryAfterMs === undefined ? "" : " (Retry-After)";
  return new ShowreelError(
    error.code,
    `${error.message} The next try would be in ${formatDuration(delay)}${asked}, but ${left}.`,
    {
      hint: `${error.outcomeUnknown ? "" : "Nothing was submitted. "}Run again later, or give \`timeout_minutes\` more room.`,
      outcomeUnknown: error.outcomeUnknown,
      cause: error,
    },
  );
}
