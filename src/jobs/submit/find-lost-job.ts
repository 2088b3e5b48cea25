import { ShowreelError } from "../../base/errors.ts";
import type { Runtime } from "../../base/runtime.ts";
import { isWorkTimeout, withTimeLimit } from "../../base/timing/time-limit.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import type { GuessSource, JobStore, SubmitIntent } from "../job-store.ts";
import type { FindResult, Provider, VideoJob } from "../provider.ts";
import type { ProviderClock } from "./provider-clock.ts";
import { compareToDigest, digestText } from "./text-digest.ts";

/** The place of one logical video in a store. */
export interface JobKey {
  readonly store: JobStore;
  readonly fingerprint: string;
  readonly renderAttempt: number;
  /** A remembered job that turned out not to be ours. */
  readonly unownedJob?: VideoJob | undefined;
}

/** What is looked for, and where. */
export interface JobSearch {
  readonly request: VideoRequest;
  readonly jobKey: JobKey;
  readonly clock: ProviderClock;
}

/** A create call lasts at most two minutes, also when nobody waits for it: then its session is listed, or there is none. */
export const inFlightMs = 150_000;

const pauseMs = 2_000;
// One look may be hundreds of questions.
const findTimeoutMs = 300_000;

/**
 * Looks for a job that may have been created at the time of the intent or after: in the store, where another process
 * may note it, and at the provider. Goes on for `patienceMs`, because a provider's list is not always up to date.
 * Undefined means that there is none; fails with `provider_error` when the provider cannot tell.
 */
export async function searchForJob(
  runtime: Runtime,
  provider: Provider,
  { request, jobKey, clock }: JobSearch,
  { at, textDigest, guess, patienceMs }: SubmitIntent & { readonly patienceMs: number },
): Promise<VideoJob | undefined> {
  const end = runtime.elapsed() + patienceMs;
  for (;;) {
    const memory = await jobKey.store.load(jobKey.fingerprint);
    if (
      memory.renderAttempt === jobKey.renderAttempt &&
      memory.job &&
      !isSameJob(memory.job, jobKey.unownedJob)
    )
      return memory.job;
    const look = findAtProvider(provider, request, Math.max(0, at - clock.slackMs), textDigest);
    const found = await withTimeLimit(runtime, findTimeoutMs, look).catch(unknownIfTimedOut);
    if (found.outcome === "found") return found.job;
    if (runtime.elapsed() >= end && found.outcome === "absent") return undefined;
    if (runtime.elapsed() >= end) throw possibleDuplicateError({ at, ...(guess && { guess }) });
    runtime.log.progress("looking for a video that may exist already", "nothing is submitted meanwhile");
    await runtime.sleep(pauseMs);
  }
}

function unknownIfTimedOut(error: unknown): FindResult {
  if (isWorkTimeout(error)) return { outcome: "unknown" };
  throw error;
}

function isSameJob(one: VideoJob, other: VideoJob | undefined): boolean {
  return JSON.stringify(one.ids) === JSON.stringify(other?.ids);
}

async function findAtProvider(
  provider: Provider,
  request: VideoRequest,
  since: number,
  mark: string | undefined,
): Promise<FindResult> {
  const isOther = mark !== undefined && mark !== digestText(request.text);
  const compare = isOther ? (text: string) => compareToDigest(text, mark) : undefined;
  try {
    return (await provider.find?.(request, since, compare)) ?? { outcome: "unknown" };
  } catch (error) {
    if (error instanceof ShowreelError && error.retryable) return { outcome: "unknown" };
    throw error;
  }
}

/** Stops the run: to submit again might be to pay twice. */
export function possibleDuplicateError({ at, guess }: SubmitIntent): ShowreelError {
  const time = new Date(at).toISOString();
  const words = guess === undefined ? ` at ${time}` : ` after ${time}`;
  return new ShowreelError(
    "provider_error",
    `A video may have been created${at > 0 ? words : ""}, but its id was lost.`,
    {
      hint:
        "Look for it at the provider: it is paid for. Take it up with `video_id`; or, if there is none, set `reuse` to " +
        `never for one run.${guess ? ` ${guessHints[guess]}` : ""}`,
    },
  );
}

const guessHints: Readonly<Record<GuessSource, string>> = {
  exact: "Nothing is known of an earlier attempt of this run.",
  vague:
    "Nothing is known of an earlier attempt of this run; with `permissions: actions: read` GitHub tells when that began, " +
    "and fewer videos come into question.",
  unreadable:
    "What earlier runs have noted could not be read: run again when the cache, or the folder `.showreel`, can be.",
};
