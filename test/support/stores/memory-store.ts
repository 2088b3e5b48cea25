import type { JobStore, LockResult, StoredJob } from "../../../src/jobs/job-store.ts";
import type { VideoJob } from "../../../src/jobs/provider.ts";

/** The behavior of an in-memory store. */
export interface MemoryStoreOptions {
  /** The initial content; empty by default. */
  readonly memory?: StoredJob;
  /** Whether this process gets the lock if it is the only one to ask; true by default. */
  readonly givesTurn?: boolean;
  /** Returned for the lock instead of its number. */
  readonly turn?: LockResult;
  /** What another process stores just before the load of this number, counted from 1. */
  readonly later?: { readonly load: number; readonly job: VideoJob };
  /** Receives the calls, among those of others. */
  readonly calls?: string[];
}

/** An in-memory store. */
export interface MemoryStore extends JobStore {
  /** The current content. */
  current(): StoredJob;
  /** Makes every further load fail. */
  becomeUnreadable(): void;
  /** Lets another process take the next lock. */
  takeTurn(): void;
  /** Every call but the look-ups, in order: `intend g1 alone`, `remember g1 v_1`, `forget g1`. */
  readonly calls: readonly string[];
  /** The time of each intent, in milliseconds since 1970. */
  readonly intendedAt: readonly number[];
}

/** Creates an in-memory store. */
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
