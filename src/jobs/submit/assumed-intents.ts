import type { JobStore, SubmitIntent } from "../job-store.ts";

/** What may have happened to a video before this process, although no store knows of it. */
export interface SubmitHistory {
  /** An earlier attempt of this run may have submitted it. */
  readonly isRerun: boolean;
  /** Other runs share the video, so that one may have submitted it while the store could not be written or read. */
  readonly isShared: boolean;
  /** Before this no attempt of this run can have submitted it. */
  runStart(): Promise<SubmitIntent>;
  /** Before this nobody can have submitted it. */
  earliestSubmit(): Promise<SubmitIntent>;
}

/**
 * A store whose silence is no proof. A cache may refuse writes, lose them, be down for an hour or evict an entry, and a
 * new machine has an empty disk: when nothing is known of a video that may have been submitted before, it counts as
 * submitted at the earliest time there is, so that the provider is asked before it is paid for again.
 */
export function withAssumedIntents(store: JobStore, history: SubmitHistory): JobStore {
  return {
    ...store,
    async recordIntent(fingerprint, generation, intent, turn) {
      const given = await store.recordIntent(fingerprint, generation, intent, turn);
      // The attempts of one run follow each other: nobody else wants the turn.
      return given === "unclear" && !history.isShared ? (turn ?? 0) : given;
    },
    async load(fingerprint) {
      const memory = await store.load(fingerprint);
      if (memory.job || (memory.intent && memory.intent.at > 0)) return memory;
      if (memory.intent)
        return { ...memory, intent: { ...memory.intent, ...(await history.earliestSubmit()) } };
      if (memory.unreadable && history.isShared) return { ...memory, intent: await history.earliestSubmit() };
      return history.isRerun ? { ...memory, intent: await history.runStart() } : memory;
    },
  };
}
