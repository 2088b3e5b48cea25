import type { JobStore, SubmitIntent } from "../job-store.ts";

/** The submits that may have happened before this process without a record in any store. */
export interface SubmitHistory {
  /** An earlier attempt of this workflow run may have submitted the video. */
  readonly isRerun: boolean;
  /** Other runs share the video; one may have submitted it while the store was unavailable. */
  readonly isShared: boolean;
  /** No attempt of this run can have submitted the video before this time. */
  runStart(): Promise<SubmitIntent>;
  /** No run at all can have submitted the video before this time. */
  earliestSubmit(): Promise<SubmitIntent>;
}

/**
 * Wraps a store so that a missing record doesn't count as proof that nothing was submitted. A cache may
 * refuse writes, lose them, be unavailable or evict an entry, and a new machine has an empty disk. If a
 * submit may have happened without a record, `load` reports an assumed intent at the earliest possible time,
 * and the provider is searched before the video is paid for again.
 */
export function withAssumedIntents(store: JobStore, history: SubmitHistory): JobStore {
  return {
    ...store,
    async recordIntent(fingerprint, renderAttempt, intent, lockNumber) {
      const result = await store.recordIntent(fingerprint, renderAttempt, intent, lockNumber);
      // The attempts of one run follow each other, so no other process competes for the lock.
      return result === "unclear" && !history.isShared ? (lockNumber ?? 0) : result;
    },
    async load(fingerprint) {
      const stored = await store.load(fingerprint);
      if (stored.job || (stored.intent && stored.intent.at > 0)) return stored;
      if (stored.intent)
        return { ...stored, intent: { ...stored.intent, ...(await history.earliestSubmit()) } };
      if (stored.unreadable && history.isShared) return { ...stored, intent: await history.earliestSubmit() };
      return history.isRerun ? { ...stored, intent: await history.runStart() } : stored;
    },
  };
}
