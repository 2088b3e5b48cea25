import { ShowreelError } from "../../base/errors.ts";
import type { Runtime } from "../../base/runtime.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import type { Deadline } from "../deadline.ts";
import type { JobStore, LockResult, StoredJob } from "../job-store.ts";
import type { Provider, VideoJob } from "../provider.ts";
import {
  inFlightMs,
  type JobKey,
  type JobSearch,
  possibleDuplicateError,
  searchForJob,
} from "./find-lost-job.ts";
import { readProviderClock } from "./provider-clock.ts";
import { loadStoredJob, recoverPendingSubmit } from "./stored-job.ts";
import { submitWithRetries } from "./submit.ts";
import { createLockedSubmit, type LockedSubmit, LockLostError } from "./submit-lock.ts";
import { digestText } from "./text-digest.ts";

/** A job for the request, and whether it existed already. */
export interface SubmitResult {
  readonly job: VideoJob;
  /** Undefined when the provider may have replayed the answer to an earlier submit. */
  readonly resumed: boolean | undefined;
  /** Where it is remembered. */
  readonly jobKey: JobKey;
}

/** One logical video. */
export interface JobSpec {
  readonly request: VideoRequest;
  /** The name under which it is remembered, and its idempotency key. */
  readonly fingerprint: string;
  readonly store: JobStore;
  /** Called before a new video is paid for, and before anything is noted down; fails where it must not be. */
  approve?(): Promise<void>;
}

const lostResponseSearchMs = 15_000;
const unclearLockSpreadMs = 60_000;

/**
 * The job of a logical video, paid for once: the one remembered, the one found at the provider, or a new one. What may
 * have been submitted already is looked for, and only submitted again where the provider replays it.
 */
export async function submitOrResume(
  runtime: Runtime,
  provider: Provider,
  { request, fingerprint, store, approve }: JobSpec,
  deadline: Deadline,
): Promise<SubmitResult> {
  const memory = await deadline.limitBeforeSubmit(loadStoredJob(runtime, provider, store, fingerprint));
  const place: JobKey = {
    store,
    fingerprint,
    renderAttempt: memory.renderAttempt,
    unownedJob: memory.unownedJob,
  };
  if (memory.job) return { job: memory.job, resumed: true, jobKey: place };
  const clock = await deadline.limitBeforeSubmit(readProviderClock(runtime, provider));
  const known = await deadline.limitBeforeSubmit(
    recoverPendingSubmit(runtime, provider, { request, jobKey: place, clock }, memory.intent),
  );
  if (known) {
    await store.saveJob(fingerprint, place.renderAttempt, known);
    return { job: known, resumed: true, jobKey: place };
  }
  // Also after an intent: that something may have been submitted does not say that this one is paid for.
  if (approve) await deadline.limitBeforeSubmit(approve()).catch(releaseLockOnError(place, memory));
  return submitOnce({ runtime, provider, search: { request, jobKey: place, clock }, deadline }, memory);
}

/** All that a submit needs. */
interface SubmitContext {
  readonly runtime: Runtime;
  readonly provider: Provider;
  readonly search: JobSearch;
  readonly deadline: Deadline;
}

async function submitOnce(submission: SubmitContext, memory: StoredJob): Promise<SubmitResult> {
  const { runtime, provider, search, deadline } = submission;
  const { request, jobKey, clock } = search;
  const { store, fingerprint, renderAttempt } = jobKey;
  // Uploads may take longer than a turn lasts, so they come before it.
  await submitWithRetries(runtime, deadline, async () => provider.prepare?.(request));
  deadline.requireTimeToSubmit();
  const mustBeAlone = provider.idempotencyWindowMs(request) === 0;
  const since = clock.now();
  // How long a key is replayed counts from the first submit; what is looked for counts from the last.
  const at = mustBeAlone ? since : (memory.intent?.at ?? since);
  const turnAfter = mustBeAlone ? (memory.lastLockNumber ?? 0) + 1 : undefined;
  const askedAt = runtime.now();
  const turn = await store.recordIntent(
    fingerprint,
    renderAttempt,
    { at, textDigest: digestText(request.text) },
    turnAfter,
  );
  const others = await deadline.limitBeforeSubmit(waitForOtherProcess(submission, turn, since));
  if (others) return { job: others, resumed: true, jobKey };
  const guarded = createLockedSubmit(
    submission,
    mustBeAlone ? { result: turn, requestedAt: askedAt, since } : undefined,
  );
  const job = await submitWithLock(submission, guarded, since, memory.intent !== undefined);
  await store.saveJob(fingerprint, renderAttempt, job);
  // Of a generation that was seen to begin nobody has submitted anything that was not noted.
  const isNew = mustBeAlone || memory.intent === undefined || (memory.intent.guess && renderAttempt > 1);
  return { job, resumed: isNew ? false : undefined, jobKey: jobKey };
}

// Where another process has the turn, its job is the job; where that is unknown, it may be.
async function waitForOtherProcess(
  { runtime, provider, search }: SubmitContext,
  turn: LockResult,
  since: number,
) {
  if (typeof turn === "number") return undefined;
  // Of two that cannot tell, one looks later than the other has submitted.
  const spread = turn === "unclear" ? Math.round(runtime.random() * unclearLockSpreadMs) : 0;
  const intent = { at: since, patienceMs: inFlightMs + spread };
  const job = await searchForJob(runtime, provider, search, intent);
  if (!job && turn === "taken") throw possibleDuplicateError({ at: since });
  return job;
}

async function submitWithLock(
  submission: SubmitContext,
  guarded: LockedSubmit,
  since: number,
  isInDoubt: boolean,
): Promise<VideoJob> {
  const { runtime, provider, search, deadline } = submission;
  const { request, jobKey } = search;
  const key = `showreel-${jobKey.fingerprint}-g${jobKey.renderAttempt}`;
  try {
    return await submitWithRetries(runtime, deadline, () => guarded.submit(request, key));
  } catch (error) {
    if (error instanceof LockLostError) {
      const job = await searchForJob(runtime, provider, search, { at: since, patienceMs: inFlightMs });
      if (job) return job;
      throw possibleDuplicateError({ at: since });
    }
    if (error instanceof ShowreelError && error.outcomeUnknown && !runtime.signal.aborted)
      return searchAfterLostResponse(submission, since, error);
    // Refused for certain: the next attempt has nothing to look for, and the turn is given back.
    if (error instanceof ShowreelError && !isInDoubt && !guarded.outcomeUnknown) await releaseLock(jobKey);
    throw error;
  }
}

// A re-run then knows that this attempt has submitted nothing.
function releaseLockOnError(place: JobKey, memory: StoredJob): (error: unknown) => Promise<never> {
  return async (error) => {
    if (!memory.intent) await releaseLock(place).catch(() => {});
    throw error;
  };
}

async function releaseLock({ store, fingerprint, renderAttempt }: JobKey): Promise<void> {
  const memory = await store.load(fingerprint);
  // Another process may have had more luck meanwhile.
  if (!memory.job) await store.invalidate(fingerprint, renderAttempt);
}

async function searchAfterLostResponse(
  { runtime, provider, search }: SubmitContext,
  since: number,
  error: ShowreelError,
): Promise<VideoJob> {
  runtime.log.info(`${error.message} Looking for it at the provider.`);
  const found = await searchForJob(runtime, provider, search, {
    at: since,
    patienceMs: lostResponseSearchMs,
  }).catch(() => undefined);
  if (found) return found;
  const { message, hint = "" } = error;
  throw runtime.signal.aborted
    ? new ShowreelError("interrupted", message, { hint, outcomeUnknown: true })
    : error;
}
