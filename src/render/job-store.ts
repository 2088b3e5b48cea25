import type { VideoJob } from "./provider.ts";

/** A submit was about to happen; whether it did is not known. */
export interface Intent {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Of the text that was to be sent (`textMark`): a later attempt may have another. */
  readonly mark?: string;
}

/** A submit that may have happened nobody knows when: within the time that providers replay a key. */
export function unknownIntent(now: number): Intent {
  return { at: now - 22 * 3_600_000 };
}

/** What is remembered of one logical video. */
export interface Memory {
  /** Grows after a terminal failure, so that a failed render is not replayed. From 1. */
  readonly generation: number;
  readonly job?: VideoJob;
  readonly intent?: Intent;
  /** How many processes have had the turn to submit. */
  readonly turns?: number;
}

/** What lets a later run take up a paid video, under the fingerprint of the request. */
export interface JobStore {
  load(fingerprint: string): Promise<Memory>;
  /**
   * Notes that a submit is about to happen, `at` milliseconds since 1970 for the first time. With a `turn`, the number
   * after the `turns` that were loaded, only one process gets true: it may submit, and the others look for its job.
   */
  intend(fingerprint: string, generation: number, at: number, turn?: number, mark?: string): Promise<boolean>;
  remember(fingerprint: string, generation: number, job: VideoJob): Promise<void>;
  /** This generation has come to its end: the next submit is another video. */
  forget(fingerprint: string, generation: number): Promise<void>;
}

/** Remembers nothing: for `reuse: never`. */
export const noJobStore: JobStore = {
  load: async () => ({ generation: 1 }),
  intend: async () => true,
  remember: async () => {},
  forget: async () => {},
};
