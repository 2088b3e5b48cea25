import { ShowreelError } from "../../base/errors.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import type { JobContext } from "../job-context.ts";
import type { LockResult } from "../job-store.ts";
import type { VideoJob } from "../provider.ts";
import { findLostJob, type JobSearch } from "./find-lost-job.ts";

// A lock acquired longer ago is checked again: the machine may have been asleep, and another process may have
// taken over the lock.
const lockFreshMs = 5_000;

/** Thrown if another process has acquired the submit lock since this one did. */
export class LockLostError extends Error {
  override readonly name = "LockLostError";
}

/**
 * Submits one video under the submit lock. Every call that may cost money first checks that this process
 * still holds the lock, so that a process that was suspended doesn't pay for a second video.
 */
export interface LockedSubmit {
  submit(request: VideoRequest, idempotencyKey: string): Promise<VideoJob>;
  /** Whether a response was lost in any of the calls, so that the provider may have acted. */
  readonly outcomeUnknown: boolean;
}

/** The submit lock of this process. */
export interface AcquiredLock {
  readonly result: LockResult;
  /** When it was requested, in milliseconds since 1970 by this machine's clock. */
  readonly requestedAt: number;
  /** The same moment by the provider's clock. */
  readonly since: number;
}

/**
 * Creates the locked submit. `lock` is undefined if the provider itself makes only one video per idempotency
 * key.
 */
export function createLockedSubmit(
  search: JobSearch,
  lock: AcquiredLock | undefined,
  context: JobContext,
): LockedSubmit {
  const { runtime, provider } = context;
  let checkedAt = lock?.requestedAt ?? 0;
  let outcomeUnknown = false;
  let tries = 0;
  return {
    get outcomeUnknown() {
      return outcomeUnknown;
    },
    async submit(request, idempotencyKey) {
      tries += 1;
      const mustCheck = lock !== undefined && (tries > 1 || runtime.now() - checkedAt >= lockFreshMs);
      const otherJob = mustCheck ? await recheckLock(search, lock, context) : undefined;
      checkedAt = runtime.now();
      if (otherJob) return otherJob;
      return provider.submit(request, idempotencyKey).catch((error) => {
        outcomeUnknown ||= !(error instanceof ShowreelError) || error.outcomeUnknown;
        throw error;
      });
    },
  };
}

// Returns the job that another process has submitted in the meantime. Fails with `LockLostError` if one has
// acquired the lock.
async function recheckLock(
  search: JobSearch,
  { result, since }: AcquiredLock,
  context: JobContext,
): Promise<VideoJob | undefined> {
  const { store, fingerprint, renderAttempt } = search.jobKey;
  const stored = await store.load(fingerprint);
  if (stored.renderAttempt > renderAttempt) throw new LockLostError();
  if (stored.job) return stored.job;
  if (typeof result === "number" && (stored.lastLockNumber ?? 0) > result) throw new LockLostError();
  // If the store can't be read now, the job is looked for at the provider.
  if (!stored.unreadable || !context.provider.find) return undefined;
  return findLostJob(search, { at: since, searchMs: 0 }, context);
}
