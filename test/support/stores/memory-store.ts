import type { JobStore, LockResult, StoredJob } from "../../../src/jobs/job-store.ts";
import type { VideoJob } from "../../../src/jobs/provider.ts";

/** How a store in memory behaves. */
export interface MemoryStoreOptions {
  /** What is remembered at the beginning; nothing unless told. */
  readonly memory?: StoredJob;
  /** Whether this process gets the turn when it asks for it alone; yes unless told. */
  readonly givesTurn?: boolean;
  /** What is said of the turn in place of its number. */
  readonly turn?: LockResult;
  /** What another process remembers just before the look-up of this number, counted from 1. */
  readonly later?: { readonly load: number; readonly job: VideoJob };
  /** Where the calls are noted, so that others can note theirs in between. */
  readonly calls?: string[];
}

/** A store in memory. */
export interface MemoryStore extends JobStore {
  /** What is remembered now. */
  current(): StoredJob;
  /** From now on it cannot be read what is remembered. */
  becomeUnreadable(): void;
  /** Another process takes the turn after this one's. */
  takeTurn(): void;
  /** Every call but the look-ups, in order: `intend g1 alone`, `remember g1 v_1`, `forget g1`. */
  readonly calls: readonly string[];
  /** The time of each intent, in milliseconds since 1970. */
  readonly intendedAt: readonly number[];
}

/** A store that forgets all when the test ends. */
export function createMemoryStore(options: MemoryStoreOptions = {}): MemoryStore {
  const { givesTurn = true, later, calls = [] } = options;
  const intendedAt: number[] = [];
  let memory: StoredJob = options.memory ?? { renderAttempt: 1 };
  let loads = 0;
  return {
    calls,
    intendedAt,
    current: () => memory,
    becomeUnreadable() {
      memory = { renderAttempt: 1, unreadable: true };
    },
    takeTurn() {
      memory = { ...memory, lastLockNumber: (memory.lastLockNumber ?? 0) + 1 };
    },
    async load() {
      loads += 1;
      if (loads === later?.load) memory = { ...memory, job: later.job };
      return memory;
    },
    async recordIntent(_, generation, { at }, turn) {
      calls.push(`intend g${generation}${turn === undefined ? "" : " alone"}`);
      intendedAt.push(at);
      if (turn !== undefined && !givesTurn) return "taken";
      memory = {
        renderAttempt: generation,
        intent: { at },
        ...(turn !== undefined && { lastLockNumber: turn }),
      };
      return options.turn ?? turn ?? 0;
    },
    async saveJob(_, generation, job) {
      calls.push(`remember g${generation} ${Object.values(job.ids)}`);
      memory = { renderAttempt: generation, job };
    },
    async invalidate(_, generation) {
      calls.push(`forget g${generation}`);
      memory = { renderAttempt: generation + 1 };
    },
  };
}
