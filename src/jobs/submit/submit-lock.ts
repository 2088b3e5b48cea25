import { ShowreelError } from "../../base/errors.ts";
import type { Runtime } from "../../base/runtime.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import type { LockResult } from "../job-store.ts";
import type { Provider, VideoJob } from "../provider.ts";
import { type JobSearch, searchForJob } from "./find-lost-job.ts";

// A turn that was won so long ago is looked at again: the machine may have slept, and others have taken it for dead.
const lockFreshMs = 5_000;

/** Thrown where another process has taken the turn to submit since this one won it. */
export class LockLostError extends Error {
  override readonly name = "TurnLost";
}

/**
 * The submit of one logical video, with what must be known about it. Each call that may cost money first looks whether
 * this process still has the turn: one that had it and came back late must not pay as well.
 */
export interface LockedSubmit {
  submit(request: VideoRequest, key: string): Promise<VideoJob>;
  /** Whether an answer was lost in any of the calls: then nobody knows whether the provider has acted. */
  readonly outcomeUnknown: boolean;
}

/** A turn that this process has, when it asked for it, and that time by the provider's clock. */
export interface AcquiredLock {
  readonly result: LockResult;
  readonly requestedAt: number;
  readonly since: number;
}

interface LockedSubmitContext {
  readonly runtime: Runtime;
  readonly provider: Provider;
  readonly search: JobSearch;
}

/** `won` is undefined where the provider itself sees to it that one key is one video. */
export function createLockedSubmit(
  { runtime, provider, search }: LockedSubmitContext,
  lock: AcquiredLock | undefined,
): LockedSubmit {
  let lookedAt = lock?.requestedAt ?? 0;
  let isInDoubt = false;
  let tries = 0;
  return {
    get outcomeUnknown() {
      return isInDoubt;
    },
    async submit(request, key) {
      tries += 1;
      const mustLook = lock !== undefined && (tries > 1 || runtime.now() - lookedAt >= lockFreshMs);
      const done = mustLook ? await recheckLock(runtime, provider, search, lock) : undefined;
      lookedAt = runtime.now();
      if (done) return done;
      return provider.submit(request, key).catch((error) => {
        isInDoubt ||= !(error instanceof ShowreelError) || error.outcomeUnknown;
        throw error;
      });
    },
  };
}

/** The job that another process has made meanwhile; fails with `TurnLost` when one has taken the turn. */
async function recheckLock(
  runtime: Runtime,
  provider: Provider,
  search: JobSearch,
  { result, since }: AcquiredLock,
): Promise<VideoJob | undefined> {
  const { store, fingerprint, renderAttempt } = search.jobKey;
  const memory = await store.load(fingerprint);
  if (memory.renderAttempt > renderAttempt) throw new LockLostError();
  if (memory.job) return memory.job;
  if (typeof result === "number" && (memory.lastLockNumber ?? 0) > result) throw new LockLostError();
  // Where the store cannot be read any more, the provider may know.
  if (!memory.unreadable || !provider.find) return undefined;
  return searchForJob(runtime, provider, search, { at: since, patienceMs: 0 });
}
