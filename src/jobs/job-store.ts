import type { VideoJob } from "./provider.ts";

/** A submit was about to happen; whether it happened is unknown. */
export interface SubmitIntent {
  /**
   * When it was about to happen, in whole milliseconds since 1970; 0 if unknown. Measured by the provider's
   * clock if it reports its time.
   */
  readonly at: number;
  /** Digest of the text to send (`digestText`): a later attempt may have a different text. */
  readonly textDigest?: string;
  /** Set if the intent is assumed: there is no record of a submit, but one may have happened. */
  readonly assumedFrom?: AssumptionSource;
}

/**
 * The source of an assumed intent's time: the start of the run as GitHub reports it (`run_start`), some time
 * before that (`before_run_start`), or the retention time of a store that could not be read (`retention`).
 */
export type AssumptionSource = "run_start" | "before_run_start" | "retention";

/** The stored data of one video. */
export interface StoredJob {
  /**
   * Counts from 1. Increases after a terminal failure, so that the provider doesn't replay the failed job.
   */
  readonly renderAttempt: number;
  readonly job?: VideoJob;
  readonly intent?: SubmitIntent;
  /** How many times the submit lock has been acquired. */
  readonly lastLockNumber?: number;
  /** Set if a store that may have more data could not be read. A missing job may then still exist. */
  readonly unreadable?: true;
}

/**
 * The result of acquiring the submit lock: its number, `taken` if another process holds it, or `unclear` if
 * the shared store was too slow to tell.
 */
export type LockResult = number | "taken" | "unclear";

/** Remembers paid video jobs, so that a later run can resume them. Keys are fingerprints of the request. */
export interface JobStore {
  load(fingerprint: string): Promise<StoredJob>;
  /**
   * Records that a submit is about to happen. With a `lockNumber` (one more than the `lastLockNumber` that
   * was loaded) only one process acquires the submit lock: it may submit, and the others look for its job.
   * Without a `lockNumber` it always returns 0.
   */
  recordIntent(
    fingerprint: string,
    renderAttempt: number,
    intent: SubmitIntent,
    lockNumber?: number,
  ): Promise<LockResult>;
  saveJob(fingerprint: string, renderAttempt: number, job: VideoJob): Promise<void>;
  /** Ends this render attempt: the next submit is a new video. */
  invalidate(fingerprint: string, renderAttempt: number): Promise<void>;
}

/** A store that remembers nothing, for `reuse: never`. */
export const noJobStore: JobStore = {
  load: async () => ({ renderAttempt: 1 }),
  recordIntent: async () => 0,
  saveJob: async () => {},
  invalidate: async () => {},
};
