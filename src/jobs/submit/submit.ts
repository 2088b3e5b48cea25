import { ShowreelError } from "../../base/errors.ts";
import { duration } from "../../base/plain-text.ts";
import { interrupted, type Runtime } from "../../base/runtime.ts";
import { createTolerance, repetitionDelayMs } from "../../base/timing/retry.ts";
import type { Deadline } from "../deadline.ts";

/**
 * Makes the call that submits, or one that it needs. Repeats only what the provider calls retryable; a wait that does
 * not fit before the deadline ends at once.
 */
export async function submit<Answer>(
  runtime: Runtime,
  deadline: Deadline,
  call: () => Promise<Answer>,
): Promise<Answer> {
  const tolerance = createTolerance(runtime.elapsed);
  for (;;) {
    // The answer to a submit is waited for even then; a new one is not begun.
    if (runtime.signal.aborted) throw interrupted();
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof ShowreelError) || !error.retryable) throw error;
      const outOfPatience = tolerance.failed();
      if (outOfPatience && error.code !== "rate_limited") throw error;
      const delay = repetitionDelayMs(error.retryAfterMs, tolerance.inARow, runtime.random());
      if (delay >= deadline.leftMs()) throw doesNotFit(error, delay, deadline.leftMs());
      runtime.log.info(`${error.message} Trying again in ${duration(delay)}.`);
      await deadline.pause("waiting to submit", delay);
    }
  }
}

/**
 * For a provider that cannot be asked again: an answer that was lost ends the submit, because a repetition might be
 * billed too. `whereToLook` is a sentence.
 */
export function lostAnswer(whereToLook: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof ShowreelError) || !error.unanswered) throw error;
    const code = error.code === "interrupted" ? error.code : "provider_error";
    throw new ShowreelError(code, `A video may have been created, but its id was lost. ${error.message}`, {
      hint: whereToLook,
      unanswered: true,
      cause: error,
    });
  };
}

function doesNotFit(error: ShowreelError, delay: number, leftMs: number): ShowreelError {
  const left = `only ${duration(leftMs)} of \`timeout_minutes\` are left`;
  const asked = error.retryAfterMs === undefined ? "" : " (Retry-After)";
  return new ShowreelError(
    error.code,
    `${error.message} The next try would be in ${duration(delay)}${asked}, but ${left}.`,
    {
      hint: `${error.unanswered ? "" : "Nothing was submitted. "}Run again later, or give \`timeout_minutes\` more room.`,
      unanswered: error.unanswered,
      cause: error,
    },
  );
}
