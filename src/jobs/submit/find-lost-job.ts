import { ShowreelError } from "../../base/errors.ts";
import { isWorkTimeout, withTimeLimit } from "../../base/timing/time-limit.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import type { JobContext } from "../job-context.ts";
import type { AssumptionSource, JobStore, SubmitIntent } from "../job-store.ts";
import { type FindResult, hasSameIds, type Provider, type VideoJob } from "../provider.ts";
import type { ProviderClock } from "./provider-clock.ts";
import { compareToDigest, digestText } from "./text-digest.ts";

/** Where a store keeps one render attempt of a video. */
export interface JobKey {
  readonly store: JobStore;
  readonly fingerprint: string;
  readonly renderAttempt: number;
  /** A stored job that turned out to belong to another account. */
  readonly unownedJob?: VideoJob | undefined;
}

/** A job to look for: its request, where it may be stored, and the clock that measures its creation time. */
export interface JobSearch {
  readonly request: VideoRequest;
  readonly jobKey: JobKey;
  readonly clock: ProviderClock;
}

/** When a job was submitted, and for how long to look for it, in milliseconds. */
export interface SearchWindow extends SubmitIntent {
  readonly searchMs: number;
}

/**
 * How long a create request may be in flight, in milliseconds. It takes at most two minutes, even if the
 * process that sent it has exited. After that, a job that the provider doesn't list doesn't exist.
 */
export const inFlightMs = 150_000;

const pauseMs = 2_000;
// One search may need hundreds of requests.
const findTimeoutMs = 300_000;

/**
 * Looks for a job that was submitted at the time of the intent or later: in the store, where another process
 * may save it, and at the provider. Repeats for `searchMs`, because a provider's list may lag behind. Returns
 * undefined if there is no such job. Fails with `provider_error` if the provider can't tell whether the job
 * exists.
 */
export async function findLostJob(
  { request, jobKey, clock }: JobSearch,
  { at, textDigest, assumedFrom, searchMs }: SearchWindow,
  { runtime, provider }: Pick<JobContext, "runtime" | "provider">,
): Promise<VideoJob | undefined> {
  const end = runtime.elapsed() + searchMs;
  for (;;) {
    const stored = await jobKey.store.load(jobKey.fingerprint);
    if (
      stored.renderAttempt === jobKey.renderAttempt &&
      stored.job &&
      !hasSameIds(stored.job, jobKey.unownedJob)
    )
      return stored.job;
    const find = findAtProvider(provider, request, Math.max(0, at - clock.slackMs), textDigest);
    const found = await withTimeLimit(runtime, findTimeoutMs, find).catch(unknownIfTimedOut);
    if (found.outcome === "found") return found.job;
    if (runtime.elapsed() >= end && found.outcome === "absent") return undefined;
    if (runtime.elapsed() >= end) throw possibleDuplicateError({ at, ...(assumedFrom && { assumedFrom }) });
    runtime.log.progress("looking for a video that may exist already", "nothing is submitted meanwhile");
    await runtime.sleep(pauseMs);
  }
}

function unknownIfTimedOut(error: unknown): FindResult {
  if (isWorkTimeout(error)) return { outcome: "unknown" };
  throw error;
}

async function findAtProvider(
  provider: Provider,
  request: VideoRequest,
  since: number,
  textDigest: string | undefined,
): Promise<FindResult> {
  const hasOtherText = textDigest !== undefined && textDigest !== digestText(request.text);
  const compare = hasOtherText ? (text: string) => compareToDigest(text, textDigest) : undefined;
  try {
    return (await provider.find?.(request, since, compare)) ?? { outcome: "unknown" };
  } catch (error) {
    if (error instanceof ShowreelError && error.retryable) return { outcome: "unknown" };
    throw error;
  }
}

/** The error that stops a run because another submit might pay for the same video twice. */
export function possibleDuplicateError({ at, assumedFrom }: SubmitIntent): ShowreelError {
  const time = new Date(at).toISOString();
  const when = assumedFrom === undefined ? ` at ${time}` : ` after ${time}`;
  return new ShowreelError(
    "provider_error",
    `A video may have been created${at > 0 ? when : ""}, but its id was lost.`,
    {
      hint:
        "Look for it at the provider: it is paid for. Resume it with `video_id`; or, if there is none, set `reuse` to " +
        `never for one run.${assumedFrom ? ` ${assumptionHints[assumedFrom]}` : ""}`,
      ...(assumedFrom === "before_run_start" && { githubHint: runStartHint }),
    },
  );
}

const runStartHint =
  "With `permissions: actions: read` GitHub reports when the run started, which leaves fewer videos to consider.";

const assumptionHints: Readonly<Record<AssumptionSource, string>> = {
  run_start: "There is no record of an earlier attempt of this run.",
  before_run_start: "There is no record of an earlier attempt of this run.",
  retention:
    "The records of earlier runs could not be read: run again when the cache, or the folder `.showreel`, is available.",
};
