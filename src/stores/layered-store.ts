import type { Runtime } from "../base/runtime.ts";
import { isWorkTimeout, withTimeLimit } from "../base/timing/time-limit.ts";
import type { JobStore, StoredJob } from "../jobs/job-store.ts";

// The toolkit repeats for half a minute and knows no signal.
const loadTimeoutMs = 10_000;
// What is written decides who pays: a slow service gets more time than a look at it.
const writeTimeoutMs = 60_000;

/**
 * Two stores as one that never fails. The first is used until it fails once: that is one warning with its name, and from
 * then on the second does its work. Both are asked, because an earlier run may have had to fall back. A turn that the
 * first was too slow to give is nobody's: processes on other machines share that one alone.
 */
export function layerStores(
  runtime: Runtime,
  firstName: string,
  first: JobStore,
  second: JobStore,
): JobStore {
  let works = true;
  let wasLate = false;
  const attempt = async <T>(
    use: (store: JobStore) => Promise<T>,
    limitMs: number,
  ): Promise<{ value: T } | undefined> => {
    if (!works) return undefined;
    try {
      return { value: await withTimeLimit(runtime, limitMs, use(first)) };
    } catch (error) {
      works = false;
      wasLate = isWorkTimeout(error);
      runtime.log.warning(
        `${firstName} does not remember the video (${errorMessage(error)}). A re-run may depend on the layers below.`,
      );
      return undefined;
    }
  };
  const write = async (use: (store: JobStore) => Promise<void>) => {
    if (!(await attempt(use, writeTimeoutMs))) await use(second).catch(() => {});
  };
  return {
    async load(fingerprint) {
      const cached = await attempt((store) => store.load(fingerprint), loadTimeoutMs);
      const below = await second.load(fingerprint).catch(() => unreadableStoredJob);
      return cached ? mergeStoredJobs(cached.value, below) : { ...below, unreadable: true };
    },
    async recordIntent(fingerprint, generation, intent, turn) {
      const use = (store: JobStore) => store.recordIntent(fingerprint, generation, intent, turn);
      const given = await attempt(use, writeTimeoutMs);
      if (given) return given.value;
      const below = await use(second).catch(() => turn ?? 0);
      return wasLate && turn !== undefined ? "unclear" : below;
    },
    saveJob: (...given) => write((store) => store.saveJob(...given)),
    invalidate: (...given) => write((store) => store.invalidate(...given)),
  };
}

const unreadableStoredJob: StoredJob = { renderAttempt: 1, unreadable: true };

// What the first knows counts for more. The second may lie in a checkout, where anybody may have put it: it can add a
// job or an intent, and annul nothing.
function mergeStoredJobs(one: StoredJob, other: StoredJob): StoredJob {
  const knows = one.renderAttempt > 1 || one.job !== undefined || one.intent !== undefined;
  if (!knows) return other.job || other.intent ? other : one;
  return one.renderAttempt === other.renderAttempt ? { ...other, ...one } : one;
}

function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
