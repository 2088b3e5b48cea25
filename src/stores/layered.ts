import type { Runtime } from "../base/runtime.ts";
import { isLate, withLimit } from "../base/timing/time-limit.ts";
import type { JobStore, Memory } from "../jobs/job-store.ts";

// The toolkit repeats for half a minute and knows no signal.
const loadLimitMs = 10_000;
// What is written decides who pays: a slow service gets more time than a look at it.
const writeLimitMs = 60_000;

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
      return { value: await withLimit(runtime, limitMs, use(first)) };
    } catch (error) {
      works = false;
      wasLate = isLate(error);
      runtime.log.warning(
        `${firstName} does not remember the video (${words(error)}). A re-run may depend on the layers below.`,
      );
      return undefined;
    }
  };
  const write = async (use: (store: JobStore) => Promise<void>) => {
    if (!(await attempt(use, writeLimitMs))) await use(second).catch(() => {});
  };
  return {
    async load(fingerprint) {
      const cached = await attempt((store) => store.load(fingerprint), loadLimitMs);
      const below = await second.load(fingerprint).catch(() => unreadable);
      return cached ? merge(cached.value, below) : { ...below, unreadable: true };
    },
    async intend(fingerprint, generation, intent, turn) {
      const use = (store: JobStore) => store.intend(fingerprint, generation, intent, turn);
      const given = await attempt(use, writeLimitMs);
      if (given) return given.value;
      const below = await use(second).catch(() => turn ?? 0);
      return wasLate && turn !== undefined ? "unclear" : below;
    },
    remember: (...given) => write((store) => store.remember(...given)),
    forget: (...given) => write((store) => store.forget(...given)),
  };
}

const unreadable: Memory = { generation: 1, unreadable: true };

// What the first knows counts for more. The second may lie in a checkout, where anybody may have put it: it can add a
// job or an intent, and annul nothing.
function merge(one: Memory, other: Memory): Memory {
  const knows = one.generation > 1 || one.job !== undefined || one.intent !== undefined;
  if (!knows) return other.job || other.intent ? other : one;
  return one.generation === other.generation ? { ...other, ...one } : one;
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
