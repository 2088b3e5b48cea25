import { ShowreelError } from "../base/errors.ts";
import type { Runtime } from "../base/runtime.ts";
import type { Provider } from "./provider.ts";

/** The pauses between requests for a missing video, in milliseconds: a minute in total. */
const pausesMs: readonly number[] = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/** Whether the provider says that there is no such video. A video that failed is not missing. */
function isMissingVideoError(error: unknown): error is ShowreelError {
  return error instanceof ShowreelError && error.terminal && error.code === "provider_error";
}

/**
 * Repeats `read` for up to a minute while its result says that the video is missing, and returns the last
 * result: an existing video may be "not found" for a moment, and must not be paid for again.
 */
export async function confirmMissing<Result>(
  runtime: Runtime,
  read: () => Promise<Result>,
  isMissing: (result: Result) => boolean,
): Promise<Result> {
  for (const pauseMs of pausesMs) {
    const result = await read();
    if (!isMissing(result)) return result;
    runtime.log.progress(
      "the provider does not know the video, asking again",
      "nothing is submitted meanwhile",
    );
    await runtime.sleep(pauseMs);
  }
  return read();
}

/**
 * Returns a function that reads the status of a job, and reports a missing video only after a minute of "not
 * found" responses. For an id that a user typed it fails at once, unless the provider has found the video
 * before.
 */
export function createConfirmedStatusReader(
  provider: Pick<Provider, "status">,
  pause: (ms: number) => Promise<void>,
  isUserSuppliedId = false,
): Provider["status"] {
  let isConfirmed = !isUserSuppliedId;
  return async (job) => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const status = await provider.status(job);
        isConfirmed = true;
        return status;
      } catch (error) {
        if (!isMissingVideoError(error) || !isConfirmed) throw error;
        const pauseMs = pausesMs[attempt];
        if (pauseMs === undefined) throw stillMissingError(error);
        await pause(pauseMs);
      }
    }
  };
}

// The video is paid for, so the error isn't terminal: the id is kept, and the hint names it.
function stillMissingError(error: ShowreelError): ShowreelError {
  return error.with({ message: `${error.message} It has said so for a minute.`, terminal: false });
}
