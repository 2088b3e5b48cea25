import { ShowreelError } from "../../base/errors.ts";
import type { Runtime } from "../../base/runtime.ts";
import { confirmMissing } from "../confirm-missing.ts";
import type { JobStore, StoredJob, SubmitIntent } from "../job-store.ts";
import type { JobStatus, Provider, VideoJob } from "../provider.ts";
import {
  inFlightMs,
  type JobKey,
  type JobSearch,
  possibleDuplicateError,
  searchForJob,
} from "./find-lost-job.ts";

const minSearchMs = 5_000;

/**
 * What is remembered, as far as it is true. A remembered id is untrusted: it counts only when the provider knows it
 * under our own key. A job that has failed for good gives way to a new generation.
 */
export async function loadStoredJob(
  runtime: Runtime,
  provider: Provider,
  store: JobStore,
  fingerprint: string,
): Promise<StoredJob & Pick<JobKey, "unownedJob">> {
  const memory = await store.load(fingerprint);
  if (!memory.job) return memory;
  const { job } = memory;
  const status = await confirmMissing(
    runtime,
    () => tryReadStatus(provider, job),
    (answer) => answer === "unknown",
  );
  if (status === "unknown") {
    runtime.log.warning("The remembered video is not one of this account, and is ignored.");
    const { job: foreign, ...rest } = memory;
    return { intent: { at: runtime.now() - unknownIntentAgeMs }, ...rest, unownedJob: foreign };
  }
  if (status?.state !== "failed") return { ...memory, job: status?.job ?? memory.job };
  runtime.log.info("The video of an earlier attempt failed for good; a new one is submitted.");
  await store.invalidate(fingerprint, memory.renderAttempt);
  const next = await store.load(fingerprint);
  // Another layer may know of a later video.
  return next.renderAttempt > memory.renderAttempt ? next : { renderAttempt: memory.renderAttempt + 1 };
}

// A submit that nobody knows the time of, within the time that providers replay a key.
const unknownIntentAgeMs = 22 * 3_600_000;

// A passing fault says nothing against the job: the wait is patient with it.
async function tryReadStatus(provider: Provider, job: VideoJob): Promise<JobStatus | "unknown" | undefined> {
  try {
    return (await provider.owns(job)) ? await provider.status(job) : "unknown";
  } catch (error) {
    if (!(error instanceof ShowreelError)) throw error;
    if (error.terminal) return "unknown";
    if (error.retryable) return undefined;
    throw error;
  }
}

/**
 * What an earlier process may have submitted without learning the answer; undefined when it has to be submitted. Fails with
 * `provider_error` when the provider cannot tell.
 */
export async function recoverPendingSubmit(
  runtime: Runtime,
  provider: Provider,
  search: JobSearch,
  intent: SubmitIntent | undefined,
): Promise<VideoJob | undefined> {
  if (!intent) return undefined;
  // A clock that was set back makes it negative.
  const age = Math.max(0, search.clock.now() - intent.at);
  const replayMs = provider.idempotencyWindowMs(search.request);
  if (replayMs > 0 && age < replayMs) return undefined;
  // The process may be gone, and its request still on the way.
  const patienceMs = Math.min(inFlightMs, Math.max(minSearchMs, inFlightMs - age));
  const found = searchForJob(runtime, provider, search, { ...intent, patienceMs });
  return intent.guess === undefined
    ? found
    : verifyGuessedIntent(runtime, provider, search, { intent, found });
}

// Of what nobody has noted a video with the same text may be another run's, or one that has failed.
async function verifyGuessedIntent(
  runtime: Runtime,
  provider: Provider,
  { jobKey }: JobSearch,
  { intent, found }: { readonly intent: SubmitIntent; readonly found: Promise<VideoJob | undefined> },
): Promise<VideoJob | undefined> {
  const job = await found.catch((error) => {
    // A later generation was written down by a store that worked when the one before had ended.
    if (jobKey.renderAttempt > 1 && !runtime.signal.aborted) return undefined;
    throw error;
  });
  if (!job) return undefined;
  if (await jobHasFailed(provider, job)) return undefined;
  if (intent.guess === "vague") throw possibleDuplicateError(intent);
  return job;
}

// A session that is found may lead to a video that has failed.
async function jobHasFailed(provider: Provider, job: VideoJob): Promise<boolean> {
  const status = await tryReadStatus(provider, job);
  if (status === undefined || status === "unknown") return false;
  if (status.state === "failed") return true;
  const leadsOn = JSON.stringify(status.job.ids) !== JSON.stringify(job.ids);
  return leadsOn && jobHasFailed(provider, status.job);
}
