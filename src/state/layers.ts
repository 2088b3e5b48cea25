import { withLimit } from "../base/limit.ts";
import type { Runtime } from "../base/runtime.ts";
import { type JobStore, type Memory, unknownIntent } from "../render/job-store.ts";

// The toolkit repeats for half a minute and knows no signal.
const limitMs = 10_000;

/**
 * Two stores as one that never fails. The first is used until it fails once: that is one warning with its name, and from
 * then on the second does its work. Both are asked, because an earlier run may have had to fall back. When nothing is
 * known because the first failed, a repeated run counts as one that may have submitted before.
 */
export function layerStores(
  runtime: Runtime,
  firstName: string,
  first: JobStore,
  second: JobStore,
  isRepeated = false,
): JobStore {
  let works = true;
  const attempt = async <T>(use: (store: JobStore) => Promise<T>): Promise<{ value: T } | undefined> => {
    if (!works) return undefined;
    try {
      return { value: await withLimit(runtime, limitMs, use(first)) };
    } catch (error) {
      works = false;
      runtime.log.warning(
        `${firstName} does not remember the video (${words(error)}). A re-run may depend on the layers below.`,
      );
      return undefined;
    }
  };
  const write = async <T>(use: (store: JobStore) => Promise<T>, otherwise: T): Promise<T> =>
    ((await attempt(use)) ?? { value: await use(second).catch(() => otherwise) }).value;
  return {
    async load(fingerprint) {
      const cached = await attempt((store) => store.load(fingerprint));
      const memory = merge(cached?.value, await second.load(fingerprint).catch(() => undefined));
      const blind = !cached && isRepeated && !memory.job && !memory.intent;
      return blind ? { ...memory, intent: unknownIntent(runtime.now()) } : memory;
    },
    intend: (...given) => write((store) => store.intend(...given), true),
    remember: (...given) => write((store) => store.remember(...given), undefined),
    forget: (...given) => write((store) => store.forget(...given), undefined),
  };
}

function merge(one: Memory = { generation: 1 }, other: Memory = { generation: 1 }): Memory {
  if (one.generation !== other.generation) return one.generation > other.generation ? one : other;
  return { ...other, ...one };
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
