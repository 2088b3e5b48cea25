import type { Intent, JobStore } from "../job-store.ts";

/** What may have happened to a video before this process, although no store knows of it. */
export interface Past {
  /** An earlier attempt of this run may have submitted it. */
  readonly isRepeated: boolean;
  /** Other runs share the video, so that one may have submitted it while the store could not be written or read. */
  readonly isShared: boolean;
  /** Before this no attempt of this run can have submitted it. */
  beginOfRun(): Promise<Intent>;
  /** Before this nobody can have submitted it. */
  earliest(): Promise<Intent>;
}

/**
 * A store whose silence is no proof. A cache may refuse writes, lose them, be down for an hour or evict an entry, and a
 * new machine has an empty disk: when nothing is known of a video that may have been submitted before, it counts as
 * submitted at the earliest time there is, so that the provider is asked before it is paid for again.
 */
export function doubtSilence(store: JobStore, past: Past): JobStore {
  return {
    ...store,
    async intend(fingerprint, generation, intent, turn) {
      const given = await store.intend(fingerprint, generation, intent, turn);
      // The attempts of one run follow each other: nobody else wants the turn.
      return given === "unclear" && !past.isShared ? (turn ?? 0) : given;
    },
    async load(fingerprint) {
      const memory = await store.load(fingerprint);
      if (memory.job || (memory.intent && memory.intent.at > 0)) return memory;
      if (memory.intent) return { ...memory, intent: { ...memory.intent, ...(await past.earliest()) } };
      if (memory.unreadable && past.isShared) return { ...memory, intent: await past.earliest() };
      return past.isRepeated ? { ...memory, intent: await past.beginOfRun() } : memory;
    },
  };
}
