import type { JobStore, Memory, Turn } from "../../src/jobs/job-store.ts";
import type { VideoJob } from "../../src/jobs/provider.ts";

/** How a store in memory behaves. */
export interface MemoryStoreOptions {
  /** What is remembered at the beginning; nothing unless told. */
  readonly memory?: Memory;
  /** Whether this process gets the turn when it asks for it alone; yes unless told. */
  readonly givesTurn?: boolean;
  /** What is said of the turn in place of its number. */
  readonly turn?: Turn;
  /** What another process remembers just before the look-up of this number, counted from 1. */
  readonly later?: { readonly load: number; readonly job: VideoJob };
  /** Where the calls are noted, so that others can note theirs in between. */
  readonly calls?: string[];
}

/** A store in memory. */
export interface MemoryStore extends JobStore {
  /** What is remembered now. */
  current(): Memory;
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
  let memory: Memory = options.memory ?? { generation: 1 };
  let loads = 0;
  return {
    calls,
    intendedAt,
    current: () => memory,
    becomeUnreadable() {
      memory = { generation: 1, unreadable: true };
    },
    takeTurn() {
      memory = { ...memory, turns: (memory.turns ?? 0) + 1 };
    },
    async load() {
      loads += 1;
      if (loads === later?.load) memory = { ...memory, job: later.job };
      return memory;
    },
    async intend(_, generation, { at }, turn) {
      calls.push(`intend g${generation}${turn === undefined ? "" : " alone"}`);
      intendedAt.push(at);
      if (turn !== undefined && !givesTurn) return "taken";
      memory = { generation, intent: { at }, ...(turn !== undefined && { turns: turn }) };
      return options.turn ?? turn ?? 0;
    },
    async remember(_, generation, job) {
      calls.push(`remember g${generation} ${Object.values(job.ids)}`);
      memory = { generation, job };
    },
    async forget(_, generation) {
      calls.push(`forget g${generation}`);
      memory = { generation: generation + 1 };
    },
  };
}
