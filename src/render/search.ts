import { ShowreelError } from "../base/errors.ts";
import type { Runtime } from "../base/runtime.ts";
import type { VideoRequest } from "../compose/request.ts";
import type { JobStore } from "./job-store.ts";
import type { Provider, VideoJob } from "./provider.ts";
import { textMark } from "./text-mark.ts";

/** The place of one logical video in a store. */
export interface Place {
  readonly store: JobStore;
  readonly fingerprint: string;
  readonly generation: number;
  /** A remembered job that turned out not to be ours. */
  readonly foreign?: VideoJob | undefined;
}

/** A create call lasts at most two minutes, also when nobody waits for it: then its session is listed, or there is none. */
export const inFlightMs = 150_000;

// Clocks of runners and of providers differ.
const skewMs = 120_000;
const pauseMs = 2_000;

/**
 * Looks for a job that may have been created at `since` or after: in the store, where another process may note it, and
 * at the provider. Goes on for `patienceMs`, because a provider's list is not always up to date. Undefined means that
 * there is none; fails with `provider_error` when nobody can tell.
 */
export async function searchForJob(
  runtime: Runtime,
  provider: Provider,
  request: VideoRequest,
  place: Place,
  since: number,
  patienceMs: number,
  mark?: string,
): Promise<VideoJob | undefined> {
  const end = runtime.elapsed() + patienceMs;
  for (;;) {
    const memory = await place.store.load(place.fingerprint);
    if (memory.generation === place.generation && memory.job && !isSame(memory.job, place.foreign))
      return memory.job;
    const found = await ask(provider, request, since - skewMs, mark);
    if (typeof found === "object") return found;
    if (runtime.elapsed() >= end && found === "none") return undefined;
    if (runtime.elapsed() >= end) throw mayExist(since);
    runtime.log.progress("looking for a video that may exist already", "nothing is submitted meanwhile");
    await runtime.sleep(pauseMs);
  }
}

function isSame(one: VideoJob, other: VideoJob | undefined): boolean {
  return JSON.stringify(one.ids) === JSON.stringify(other?.ids);
}

async function ask(provider: Provider, request: VideoRequest, since: number, mark: string | undefined) {
  const isOurs = mark === undefined ? undefined : (text: string) => textMark(text) === mark;
  try {
    return (await provider.find?.(request, since, isOurs)) ?? "cannot tell";
  } catch (error) {
    if (error instanceof ShowreelError && error.retryable) return "cannot tell";
    throw error;
  }
}

/** Stops the run: to submit again might be to pay twice. */
export function mayExist(at: number): ShowreelError {
  const when = new Date(at).toISOString();
  return new ShowreelError(
    "provider_error",
    `A video may have been created at ${when}, but its id was lost.`,
    {
      hint:
        "Look for it at the provider: it is paid for. Take it up with `video_id`; or, if there is none, set `reuse` to " +
        "never for one run.",
    },
  );
}
