import { ShowreelError } from "../../base/errors.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import type { JobContext } from "../job-context.ts";
import type { JobStore, LockResult, StoredJob } from "../job-store.ts";
import type { VideoJob } from "../provider.ts";
import {
  findLostJob,
  inFlightMs,
  type JobKey,
  type JobSearch,
  possibleDuplicateError,
} from "./find-lost-job.ts";
import { readProviderClock } from "./provider-clock.ts";
import { loadStoredJob, recoverPendingSubmit } from "./stored-job.ts";
import { submitWithRetries } from "./submit.ts";
import { createLockedSubmit, type LockedSubmit, LockLostError } from "./submit-lock.ts";
import { digestText } from "./text-digest.ts";

/** The job of a request, and whether it existed before. */
export interface SubmitResult {
  readonly job: VideoJob;
  /** Whether an existing job was resumed; undefined if the provider may have replayed an earlier response. */
  readonly resumed: boolean | undefined;
  /** The key under which the job is stored. */
  readonly jobKey: JobKey;
}

/** A video to submit at most once. */
export interface JobSpec {
  readonly request: VideoRequest;
  /** The key in the store. The idempotency key is derived from it. */
  readonly fingerprint: string;
  readonly store: JobStore;
  /**
   * Called before a new video is paid for and before an intent is recorded; fails if the video must not be
   * made.
   */
  approve?(): Promise<void>;
}

const lostResponseSearchMs = 15_000;
const unclearLockSpreadMs = 60_000;

/**
 * Returns the job of a video and pays for it at most once: returns the stored job, a job found at the
 * provider, or a new one. If the video may have been submitted before, it is looked for first, and submitted
 * again only if the provider replays the idempotency key.
 */
export async function submitOrResume(
  { request, fingerprint, store, approve }: JobSpec,
  context: JobContext,
): Promise<SubmitResult> {
  const { runtime, provider, deadline } = context;
  const stored = await deadline.limitBeforeSubmit(loadStoredJob(fingerprint, store, context));
  const { renderAttempt, unownedJob } = stored;
  const jobKey: JobKey = { store, fingerprint, renderAttempt, unownedJob };
  if (stored.job) return { job: stored.job, resumed: true, jobKey };
  const clock = await deadline.limitBeforeSubmit(readProviderClock(runtime, provider));
  const search: JobSearch = { request, jobKey, clock };
  const recovered = await deadline.limitBeforeSubmit(recoverPendingSubmit(search, stored.intent, context));
  if (recovered) {
    await store.saveJob(fingerprint, renderAttempt, recovered);
    return { job: recovered, resumed: true, jobKey };
  }
  try {
    // Approval is also needed if an intent was recorded: an intent doesn't prove that this video was approved.
    if (approve) await deadline.limitBeforeSubmit(approve()).catch(releaseLockOnError(jobKey, stored));
    return await submitOnce(search, stored, context);
  } catch (error) {
    throw stored.intent ? withoutSubmitClaim(error) : error;
  }
}

// An earlier submit may have reached the provider, so the error can't say that nothing was submitted.
function withoutSubmitClaim(error: unknown): unknown {
  const claims = error instanceof ShowreelError && error.submitted === false;
  return claims ? error.with({ submitted: undefined }) : error;
}

async function submitOnce(search: JobSearch, stored: StoredJob, context: JobContext): Promise<SubmitResult> {
  const { runtime, provider, deadline } = context;
  const { request, jobKey, clock } = search;
  const { store, fingerprint, renderAttempt } = jobKey;
  // Uploads may take longer than the lock is valid, so they are finished before it is acquired.
  await submitWithRetries(async () => provider.prepare?.(request), context);
  deadline.requireTimeToSubmit();
  const needsLock = provider.idempotencyWindowMs(request) === 0;
  const since = clock.now();
  // The idempotency window starts at the first submit; a search starts at the last one.
  const at = needsLock ? since : (stored.intent?.at ?? since);
  const lockNumber = needsLock ? (stored.lastLockNumber ?? 0) + 1 : undefined;
  const requestedAt = runtime.now();
  const intent = { at, textDigest: digestText(request.text) };
  const result = await store.recordIntent(fingerprint, renderAttempt, intent, lockNumber);
  const otherJob = await deadline.limitBeforeSubmit(waitForOtherProcess(search, result, since, context));
  if (otherJob) return { job: otherJob, resumed: true, jobKey };
  const lock = needsLock ? { result, requestedAt, since } : undefined;
  const locked = createLockedSubmit(search, lock, context);
  const job = await submitWithLock(locked, { search, since, stored }, context);
  await store.saveJob(fingerprint, renderAttempt, job);
  // If the end of the previous render attempt was recorded, this attempt has no unrecorded submits.
  const isNew = needsLock || stored.intent === undefined || (stored.intent.assumedFrom && renderAttempt > 1);
  return { job, resumed: isNew ? false : undefined, jobKey };
}

// If another process holds the lock, this run uses its job. If the lock is unclear, it looks for such a job
// first.
async function waitForOtherProcess(
  search: JobSearch,
  lock: LockResult,
  since: number,
  context: JobContext,
): Promise<VideoJob | undefined> {
  if (typeof lock === "number") return undefined;
  // A random delay, so that of two processes with an unclear lock, one searches after the other has
  // submitted.
  const spreadMs = lock === "unclear" ? Math.round(context.runtime.random() * unclearLockSpreadMs) : 0;
  const job = await findLostJob(search, { at: since, searchMs: inFlightMs + spreadMs }, context);
  if (!job && lock === "taken") throw possibleDuplicateError({ at: since });
  return job;
}

/**
 * One submit: the job to look for if the response is lost, the earliest creation time of that job, and the
 * data that was stored before.
 */
interface Submission {
  readonly search: JobSearch;
  readonly since: number;
  readonly stored: StoredJob;
}

async function submitWithLock(
  locked: LockedSubmit,
  { search, since, stored }: Submission,
  context: JobContext,
): Promise<VideoJob> {
  const { request, jobKey } = search;
  const idempotencyKey = `showreel-${jobKey.fingerprint}-g${jobKey.renderAttempt}`;
  try {
    return await submitWithRetries(() => locked.submit(request, idempotencyKey), context);
  } catch (error) {
    if (error instanceof LockLostError) {
      const job = await findLostJob(search, { at: since, searchMs: inFlightMs }, context);
      if (job) return job;
      throw possibleDuplicateError({ at: since });
    }
    if (!(error instanceof ShowreelError)) throw error;
    if (error.outcomeUnknown && !context.runtime.signal.aborted)
      return findAfterLostResponse(error, search, since, context);
    // The provider rejected the submit, so there is no job to look for: the lock is released for the next
    // attempt.
    if (stored.intent === undefined && !locked.outcomeUnknown) await releaseLock(jobKey);
    throw locked.outcomeUnknown ? withoutSubmitClaim(error) : error;
  }
}

async function findAfterLostResponse(
  error: ShowreelError,
  search: JobSearch,
  since: number,
  context: JobContext,
): Promise<VideoJob> {
  const { runtime } = context;
  runtime.log.info(`${error.message} Looking for the video at the provider.`);
  const window = { at: since, searchMs: lostResponseSearchMs };
  const job = await findLostJob(search, window, context).catch(() => undefined);
  if (job) return job;
  throw runtime.signal.aborted ? error.with({ code: "interrupted" }) : error;
}

// Records for a re-run that this attempt submitted nothing.
function releaseLockOnError(jobKey: JobKey, stored: StoredJob): (error: unknown) => Promise<never> {
  return async (error) => {
    if (!stored.intent) await releaseLock(jobKey).catch(() => {});
    throw error;
  };
}

async function releaseLock({ store, fingerprint, renderAttempt }: JobKey): Promise<void> {
  const stored = await store.load(fingerprint);
  // Another process may have submitted in the meantime.
  if (!stored.job) await store.invalidate(fingerprint, renderAttempt);
}
