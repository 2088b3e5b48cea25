import { ShowreelError } from "../base/errors.ts";
import type { Runtime } from "../base/runtime.ts";
import type { Provider } from "./provider.ts";

/** How long to wait before each new question whether there really is no such video: a minute in all. */
const pausesMs: readonly number[] = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/** Whether the provider says that there is no such video; one that has failed is there. */
function isMissingVideoError(error: unknown): error is ShowreelError {
  return error instanceof ShowreelError && error.terminal && error.code === "provider_error";
}

/**
 * The first answer that does not say that a video is missing; or, after a minute of such answers, the last of them. A video
 * that exists may be "not found" for a moment, and must not be paid for again.
 */
export async function confirmMissing<Answer>(
  runtime: Runtime,
  ask: () => Promise<Answer>,
  isMissing: (answer: Answer) => boolean,
): Promise<Answer> {
  for (const pauseMs of pausesMs) {
    const answer = await ask();
    if (!isMissing(answer)) return answer;
    runtime.log.progress(
      "the provider does not know the video, asking again",
      "nothing is submitted meanwhile",
    );
    await runtime.sleep(pauseMs);
  }
  return ask();
}

/**
 * The provider, whose `status` asks again for a minute before it fails because the video is missing. Of an id that a user
 * typed that is believed at once, until the provider has known it.
 */
export function withMissingConfirmation(
  provider: Provider,
  pause: (ms: number) => Promise<void>,
  isUserSuppliedId = false,
): Provider {
  let isKnown = !isUserSuppliedId;
  return {
    ...provider,
    async status(job) {
      for (let attempt = 0; ; attempt += 1) {
        try {
          const status = await provider.status(job);
          isKnown = true;
          return status;
        } catch (error) {
          if (!isMissingVideoError(error) || !isKnown) throw error;
          const pauseMs = pausesMs[attempt];
          if (pauseMs === undefined) throw stillMissingError(error);
          await pause(pauseMs);
        }
      }
    },
  };
}

// The video is paid for: the error must not end with it, so that the reader is told its id.
function stillMissingError({ code, message, hint, cause }: ShowreelError): ShowreelError {
  const details = { ...(hint !== undefined && { hint }), cause };
  return new ShowreelError(code, `${message} It has said so for a minute.`, details);
}
