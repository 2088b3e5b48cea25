import type { Runtime } from "../base/runtime.ts";
import type { JobStore, LockResult, StoredJob } from "../jobs/job-store.ts";
import { entryPaths, withEntryFile } from "./cache-entry.ts";
import {
  type CacheEntry,
  cacheKeyPrefix,
  intentCacheKey,
  jobCacheKey,
  lockCacheKey,
  parseCacheKey,
  voidCacheKey,
} from "./cache-key.ts";
import { captureOutput } from "./capture-output.ts";

/**
 * Stores jobs in the Actions cache, which survives canceled runs and lost machines. Every method fails with
 * the reason when the cache service fails.
 */
export function createActionsCacheStore(runtime: Runtime): JobStore {
  // A repeated write needs a new key.
  const now = (writes: number) => runtime.now() + writes;
  return {
    load: loadFromCache,
    async recordIntent(fingerprint, renderAttempt, intent, lockNumber) {
      await writeUntilVisible(runtime, (writes) =>
        intentCacheKey(fingerprint, renderAttempt, intent, now(writes)),
      );
      if (lockNumber === undefined) return 0;
      const result = await acquireLock(runtime, lockNumber, (number) =>
        lockCacheKey(fingerprint, renderAttempt, number),
      );
      // The previous holder of the lock may have saved its job since this process loaded.
      return (await findEntry(fingerprint, `${renderAttempt}-job-`)) === undefined ? result : "taken";
    },
    saveJob: (fingerprint, renderAttempt, job) =>
      writeUntilVisible(runtime, (writes) => jobCacheKey(fingerprint, renderAttempt, job, now(writes))),
    invalidate: (fingerprint, renderAttempt) =>
      writeUntilVisible(runtime, (writes) => voidCacheKey(fingerprint, renderAttempt, now(writes))),
  };
}

// Entries of the same second have no defined order, so each kind is looked up by its own prefix.
async function loadFromCache(fingerprint: string): Promise<StoredJob> {
  const newest = await findEntry(fingerprint, "");
  if (!newest) return { renderAttempt: 1 };
  let { renderAttempt } = newest;
  while (await findEntry(fingerprint, `${renderAttempt}-void-`)) {
    renderAttempt += 1;
    if (!(await findEntry(fingerprint, `${renderAttempt}-`))) return { renderAttempt };
  }
  const job = await findEntry(fingerprint, `${renderAttempt}-job-`);
  const intent = await findEntry(fingerprint, `${renderAttempt}-intent-`);
  const lock = await findEntry(fingerprint, `${renderAttempt}-turn-`);
  return {
    renderAttempt,
    ...(job?.kind === "job" && { job: job.job }),
    ...(intent?.kind === "intent" && {
      intent: { at: intent.at, ...(intent.textDigest && { textDigest: intent.textDigest }) },
    }),
    // A lock without an intent: its holder was about to submit, at an unknown time.
    ...(lock?.kind === "lock" && !intent && !job && { intent: { at: 0 } }),
    ...(lock?.kind === "lock" && { lastLockNumber: lock.number }),
  };
}

async function findEntry(fingerprint: string, keyRest: string): Promise<CacheEntry | undefined> {
  const key = await lookUpKey(cacheKeyPrefix(fingerprint) + keyRest);
  return key === undefined ? undefined : parseCacheKey(fingerprint, key);
}

async function lookUpKey(prefix: string): Promise<string | undefined> {
  const { restoreCache } = await import("@actions/cache");
  const { result, warning } = await captureOutput(() =>
    restoreCache([...entryPaths], prefix, [prefix], { lookupOnly: true }, true),
  );
  if (result === undefined && warning) throw new Error(warning);
  return result;
}

const firstVisibilitySeconds = 4;
// With a slow service, an entry appears up to a quarter of a minute after its key was reserved.
const maxVisibilitySeconds = 20;

// The service may confirm a write that never appears, or that other machines see only a quarter of a minute
// later. So each write is waited for, and repeated once under another key if it does not appear.
async function writeUntilVisible(runtime: Runtime, keyOf: (writes: number) => string): Promise<void> {
  const keys: string[] = [];
  let reason = "the entry was not written";
  for (const [writes, waitSeconds] of [firstVisibilitySeconds, maxVisibilitySeconds].entries()) {
    const key = keyOf(writes);
    const { id, warning } = await saveEntry(key);
    keys.push(key);
    if (await waitUntilVisible(runtime, keys, id === -1 ? 0 : waitSeconds)) return;
    reason = warning ?? reason;
    if (warning && isDenied(warning)) break;
  }
  throw new Error(reason);
}

function isDenied(warning: string): boolean {
  return /denied|read.?only|scope|permission|forbidden/i.test(warning);
}

// `saveCache` returns an id to the first and only writer of a key. A key that exists but does not appear was
// reserved by a process that died before writing it; then the lock with the next number is tried.
async function acquireLock(
  runtime: Runtime,
  firstNumber: number,
  keyOf: (lockNumber: number) => string,
): Promise<LockResult> {
  for (let number = firstNumber; number < firstNumber + 5; number += 1) {
    const { id, warning } = await saveEntry(keyOf(number));
    if (id !== -1) return number;
    if (warning && !/already exists|another job/i.test(warning)) throw new Error(warning);
    if (await waitUntilVisible(runtime, [keyOf(number)], maxVisibilitySeconds)) return "taken";
  }
  return "taken";
}

async function waitUntilVisible(
  runtime: Runtime,
  keys: readonly string[],
  maxSeconds: number,
): Promise<boolean> {
  for (let second = 0; ; second += 1) {
    for (const key of keys) if ((await lookUpKey(key)) === key) return true;
    if (second >= maxSeconds) return false;
    await runtime.sleep(1_000);
  }
}

// The id is -1 when the entry was not written.
async function saveEntry(key: string): Promise<{ id: number; warning: string | undefined }> {
  const { saveCache } = await import("@actions/cache");
  const { result, warning } = await withEntryFile(key, (paths) =>
    captureOutput(() => saveCache(paths, key, {}, true)),
  );
  return { id: result, warning };
}
