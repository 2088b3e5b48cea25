import type { Runtime } from "../base/runtime.ts";
import type { JobStore, StoredJob } from "../jobs/job-store.ts";
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
 * Remembers in the Actions cache, where neither a cancelled run nor a killed machine reaches. Every method fails with the reason when the service does not do its part.
 */
export function createActionsCacheStore(runtime: Runtime): JobStore {
  const now = () => runtime.now();
  return {
    load: loadFromCache,
    async recordIntent(fingerprint, generation, { at, textDigest }, turn) {
      await writeUntilVisible(runtime, (again) =>
        intentCacheKey(fingerprint, generation, at, now() + again, textDigest),
      );
      if (turn === undefined) return 0;
      const mine = await acquireLock(
        runtime,
        (number) => lockCacheKey(fingerprint, generation, number),
        turn,
      );
      // Who had the turn before may be done since this process looked.
      return (await findEntry(fingerprint, `${generation}-job-`)) === undefined ? mine : "taken";
    },
    saveJob: (fingerprint, generation, job) =>
      writeUntilVisible(runtime, (again) => jobCacheKey(fingerprint, generation, job, now() + again)),
    invalidate: (fingerprint, generation) =>
      writeUntilVisible(runtime, (again) => voidCacheKey(fingerprint, generation, now() + again)),
  };
}

// Entries of one second have no certain order, so the kinds that count for more are asked for by name.
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
  const turn = await findEntry(fingerprint, `${renderAttempt}-turn-`);
  return {
    renderAttempt,
    ...(job?.kind === "job" && { job: job.job }),
    ...(intent?.kind === "intent" && {
      intent: { at: intent.at, ...(intent.textDigest && { textDigest: intent.textDigest }) },
    }),
    // Who took a turn was about to submit, although the note of when is lost.
    ...(turn?.kind === "turn" && !intent && !job && { intent: { at: 0 } }),
    ...(turn?.kind === "turn" && { lastLockNumber: turn.number }),
  };
}

async function findEntry(fingerprint: string, rest: string): Promise<CacheEntry | undefined> {
  const key = await lookUpKey(cacheKeyPrefix(fingerprint) + rest);
  return key === undefined ? undefined : parseCacheKey(fingerprint, key);
}

async function lookUpKey(prefix: string): Promise<string | undefined> {
  const { restoreCache } = await import("@actions/cache");
  const { result, complaint } = await captureOutput(() =>
    restoreCache([...entryPaths], prefix, [prefix], { lookupOnly: true }, true),
  );
  if (result === undefined && complaint) throw new Error(complaint);
  return result;
}

// A service may say that it has written what nobody ever sees again, or what others see a quarter of a minute later: what is
// written is waited for, and written once more under another key if it does not appear.
async function writeUntilVisible(runtime: Runtime, keyOf: (again: number) => string): Promise<void> {
  const keys: string[] = [];
  let reason = "the entry was not written";
  for (const [again, seconds] of [firstVisibilitySeconds, maxVisibilitySeconds].entries()) {
    const key = keyOf(again);
    const { id, complaint } = await saveEntry(key);
    keys.push(key);
    if (await waitUntilVisible(runtime, keys, id === -1 ? 0 : seconds)) return;
    reason = complaint ?? reason;
    if (complaint && isDenied(complaint)) break;
  }
  throw new Error(reason);
}

const isDenied = (complaint: string) => /denied|read.?only|scope|permission|forbidden/i.test(complaint);

// An id means that this process was the first and only writer of the key. A key that is taken but does not appear was
// reserved by a process that died before it had written it: then the next number decides.
async function acquireLock(
  runtime: Runtime,
  keyOf: (turn: number) => string,
  turn: number,
): Promise<number | "taken"> {
  for (let number = turn; number < turn + 5; number += 1) {
    const { id, complaint } = await saveEntry(keyOf(number));
    if (id !== -1) return number;
    if (complaint && !/already exists|another job/i.test(complaint)) throw new Error(complaint);
    if (await waitUntilVisible(runtime, [keyOf(number)], maxVisibilitySeconds)) return "taken";
  }
  return "taken";
}

const firstVisibilitySeconds = 4;
// From the reservation of a key to the entry that others see a slow service takes a quarter of a minute.
const maxVisibilitySeconds = 20;

/** Whether one of the keys is seen, now or within so many seconds. */
async function waitUntilVisible(
  runtime: Runtime,
  keys: readonly string[],
  seconds: number,
): Promise<boolean> {
  for (let second = 0; ; second += 1) {
    for (const key of keys) if ((await lookUpKey(key)) === key) return true;
    if (second >= seconds) return false;
    await runtime.sleep(1_000);
  }
}

async function saveEntry(key: string): Promise<{ id: number; complaint: string | undefined }> {
  const { saveCache } = await import("@actions/cache");
  const { result, complaint } = await withEntryFile(key, (paths) =>
    captureOutput(() => saveCache(paths, key, {}, true)),
  );
  return { id: result, complaint };
}
