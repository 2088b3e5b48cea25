import type { VideoJob } from "./provider.ts";

/** A submit was about to happen; whether it did is not known. */
export interface SubmitIntent {
  /** By the provider's clock where it tells its time, in whole milliseconds since 1970; 0 when nobody knows. */
  readonly at: number;
  /** Of the text that was to be sent (`textMark`): a later attempt may have another. */
  readonly textDigest?: string;
  /** Nobody has noted it: it stands for what no store would know of. */
  readonly guess?: GuessSource;
}

/**
 * From where an intent that nobody has noted takes its time: the run's beginning as GitHub tells it (`exact`) or before
 * that (`vague`); or as long ago as a store that could not be read may remember (`unreadable`).
 */
export type GuessSource = "exact" | "vague" | "unreadable";

/** What is remembered of one logical video. */
export interface StoredJob {
  /** Grows after a terminal failure, so that a failed render is not replayed. From 1. */
  readonly renderAttempt: number;
  readonly job?: VideoJob;
  readonly intent?: SubmitIntent;
  /** How many processes have had the turn to submit. */
  readonly lastLockNumber?: number;
  /** A store that may know more could not be read: that nothing is known proves nothing. */
  readonly unreadable?: true;
}

/**
 * What came of asking for the turn to submit: the number of the turn that this process has, `taken` by another, or
 * `unclear` because the store that all of them share was too slow.
 */
export type LockResult = number | "taken" | "unclear";

/** What lets a later run resume a paid video, under the fingerprint of the request. */
export interface JobStore {
  load(fingerprint: string): Promise<StoredJob>;
  /**
   * Notes that a submit is about to happen. With a `turn`, the number after the `turns` that were loaded, only one
   * process gets it: it may submit, and the others look for its job. Without, everybody gets 0.
   */
  recordIntent(
    fingerprint: string,
    generation: number,
    intent: SubmitIntent,
    turn?: number,
  ): Promise<LockResult>;
  saveJob(fingerprint: string, generation: number, job: VideoJob): Promise<void>;
  /** This generation has come to its end: the next submit is another video. */
  invalidate(fingerprint: string, generation: number): Promise<void>;
}

/** Remembers nothing: for `reuse: never`. */
export const noJobStore: JobStore = {
  load: async () => ({ renderAttempt: 1 }),
  recordIntent: async () => 0,
  saveJob: async () => {},
  invalidate: async () => {},
};
