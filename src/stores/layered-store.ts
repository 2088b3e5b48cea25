import type { Runtime } from "../base/runtime.ts";
import { isWorkTimeout, withTimeLimit } from "../base/timing/time-limit.ts";
import type { JobStore, StoredJob } from "../jobs/job-store.ts";

// The Actions toolkit retries for half a minute and takes no abort signal.
const loadTimeoutMs = 10_000;
// A lost write may cause a second payment, so a write gets more time than a read.
const writeTimeoutMs = 60_000;

/**
 * Combines two stores into one that never fails. Uses the primary store until it fails once, then logs one
 * warning that names it (`primaryName`) and uses the fallback. Both are read, because an earlier run may have
 * used the fallback. If the primary times out on a request for a submit lock, the result is "unclear", even
 * if the fallback grants the lock: processes on other machines share only the primary.
 */
export function layerStores(
  runtime: Runtime,
  primaryName: string,
  primary: JobStore,
  fallback: JobStore,
): JobStore {
  let isAvailable = true;
  let hasTimedOut = false;
  const tryPrimary = async <T>(
    use: (store: JobStore) => Promise<T>,
    limitMs: number,
  ): Promise<{ value: T } | undefined> => {
    if (!isAvailable) return undefined;
    try {
      return { value: await withTimeLimit(runtime, limitMs, use(primary)) };
    } catch (error) {
      isAvailable = false;
      hasTimedOut = isWorkTimeout(error);
      runtime.log.warning(
        `${primaryName} is unavailable (${errorMessage(error)}). A re-run may not find this video.`,
      );
      return undefined;
    }
  };
  const write = async (use: (store: JobStore) => Promise<void>) => {
    if (!(await tryPrimary(use, writeTimeoutMs))) await use(fallback).catch(() => {});
  };
  return {
    async load(fingerprint) {
      const fromPrimary = await tryPrimary((store) => store.load(fingerprint), loadTimeoutMs);
      const fromFallback = await fallback.load(fingerprint).catch(() => unreadableStoredJob);
      return fromPrimary
        ? mergeStoredJobs(fromPrimary.value, fromFallback)
        : { ...fromFallback, unreadable: true };
    },
    async recordIntent(fingerprint, renderAttempt, intent, lockNumber) {
      const use = (store: JobStore) => store.recordIntent(fingerprint, renderAttempt, intent, lockNumber);
      const fromPrimary = await tryPrimary(use, writeTimeoutMs);
      if (fromPrimary) return fromPrimary.value;
      const fromFallback = await use(fallback).catch(() => lockNumber ?? 0);
      return hasTimedOut && lockNumber !== undefined ? "unclear" : fromFallback;
    },
    saveJob: (...args) => write((store) => store.saveJob(...args)),
    invalidate: (...args) => write((store) => store.invalidate(...args)),
  };
}

const unreadableStoredJob: StoredJob = { renderAttempt: 1, unreadable: true };

// The primary takes precedence. The fallback may be part of a checkout, where anyone can plant a file: it can
// add a job or an intent, but can't end a render attempt that the primary knows.
function mergeStoredJobs(primary: StoredJob, fallback: StoredJob): StoredJob {
  const primaryHasData =
    primary.renderAttempt > 1 || primary.job !== undefined || primary.intent !== undefined;
  if (!primaryHasData) return fallback.job || fallback.intent ? fallback : primary;
  return primary.renderAttempt === fallback.renderAttempt ? { ...fallback, ...primary } : primary;
}

function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
