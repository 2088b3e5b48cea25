import { ShowreelError } from "../../base/errors.ts";
import { confirmMissing } from "../confirm-missing.ts";
import type { JobContext } from "../job-context.ts";
import type { JobStore, StoredJob, SubmitIntent } from "../job-store.ts";
import { hasSameIds, type JobStatus, type Provider, type VideoJob } from "../provider.ts";
import {
  findLostJob,
  inFlightMs,
  type JobKey,
  type JobSearch,
  possibleDuplicateError,
} from "./find-lost-job.ts";

type Context = Pick<JobContext, "runtime" | "provider">;

const minSearchMs = 5_000;
// A submit at an unknown time, but within the time for which providers replay an idempotency key.
const unknownIntentAgeMs = 22 * 3_600_000;

/**
 * Loads a video's record from the store and checks it with the provider. A stored id is untrusted: it is used
 * only if the provider finds it with the current API key. If the job failed permanently, a new render attempt
 * starts.
 */
export async function loadStoredJob(
  fingerprint: string,
  store: JobStore,
  { runtime, provider }: Context,
): Promise<StoredJob & Pick<JobKey, "unownedJob">> {
  const stored = await store.load(fingerprint);
  if (!stored.job) return stored;
  const { job, ...rest } = stored;
  const read = await confirmMissing(
    runtime,
    () => tryReadStatus(provider, job),
    ({ outcome }) => outcome === "unowned",
  );
  if (read.outcome === "unowned") {
    runtime.log.warning("The stored video does not belong to this account and is ignored.");
    return { intent: { at: runtime.now() - unknownIntentAgeMs }, ...rest, unownedJob: job };
  }
  if (read.outcome === "unknown") return stored;
  if (read.status.state !== "failed") return { ...stored, job: read.status.job };
  runtime.log.info("The video of an earlier attempt failed for good; a new one is submitted.");
  await store.invalidate(fingerprint, stored.renderAttempt);
  const next = await store.load(fingerprint);
  // Another layer of the store may have a later video.
  return next.renderAttempt > stored.renderAttempt ? next : { renderAttempt: stored.renderAttempt + 1 };
}

type StatusRead =
  | { readonly outcome: "read"; readonly status: JobStatus }
  | { readonly outcome: "unowned" }
  | { readonly outcome: "unknown" };

// A transient error doesn't invalidate the stored job, because the wait retries it.
async function tryReadStatus(provider: Provider, job: VideoJob): Promise<StatusRead> {
  try {
    if (!(await provider.owns(job))) return { outcome: "unowned" };
    return { outcome: "read", status: await provider.status(job) };
  } catch (error) {
    if (!(error instanceof ShowreelError)) throw error;
    if (error.terminal) return { outcome: "unowned" };
    if (error.retryable) return { outcome: "unknown" };
    throw error;
  }
}

/**
 * Finds the job of a submit whose intent was recorded but whose response was lost. Returns undefined if the
 * video must be submitted. Fails with `provider_error` if the provider can't tell whether the job exists.
 */
export async function recoverPendingSubmit(
  search: JobSearch,
  intent: SubmitIntent | undefined,
  context: Context,
): Promise<VideoJob | undefined> {
  if (!intent) return undefined;
  // It would be negative if the clock was set back.
  const ageMs = Math.max(0, search.clock.now() - intent.at);
  const replayMs = context.provider.idempotencyWindowMs(search.request);
  if (replayMs > 0 && ageMs < replayMs) return undefined;
  // The process may have exited while its request is still in flight.
  const searchMs = Math.min(inFlightMs, Math.max(minSearchMs, inFlightMs - ageMs));
  const found = findLostJob(search, { ...intent, searchMs }, context);
  return intent.assumedFrom === undefined ? found : verifyAssumption(found, intent, search.jobKey, context);
}

// Without a record, a video with the same text may belong to another run, or have failed.
async function verifyAssumption(
  found: Promise<VideoJob | undefined>,
  intent: SubmitIntent,
  { renderAttempt }: JobKey,
  { runtime, provider }: Context,
): Promise<VideoJob | undefined> {
  const job = await found.catch((error) => {
    // A render attempt above 1 proves that the store worked: it recorded the end of the previous attempt.
    if (renderAttempt > 1 && !runtime.signal.aborted) return undefined;
    throw error;
  });
  if (!job) return undefined;
  if (await jobHasFailed(provider, job)) return undefined;
  if (intent.assumedFrom === "before_run_start") throw possibleDuplicateError(intent);
  return job;
}

// The video of a session may have failed.
async function jobHasFailed(provider: Provider, job: VideoJob): Promise<boolean> {
  const read = await tryReadStatus(provider, job);
  if (read.outcome !== "read") return false;
  if (read.status.state === "failed") return true;
  return !hasSameIds(read.status.job, job) && jobHasFailed(provider, read.status.job);
}
