import { setTimeout as wait } from "node:timers/promises";
import { request } from "undici";
import { ShowreelError } from "./errors.ts";
import { createSweeper } from "./sweeper.ts";

/** Where words for people go. Callers clean words from outside with `plainText` first. */
export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warning(message: string): void;
  /**
   * Long work goes on. `state` is what may change, `facts` what changes all the time (elapsed time, bytes):
   * a terminal shows both live; a log gets a line when the state changes, and a heartbeat.
   */
  progress(state: string, facts: string): void;
  /** Everything logged while `work` runs belongs under this title. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
}

/** Everything impure, passed in. Nothing else in the house reads a clock, throws dice, sleeps or opens a socket. */
export interface Runtime {
  /** undici's `request`: follows no redirect, decompresses nothing, retries nothing. */
  readonly request: typeof request;
  /** Milliseconds since 1970. */
  now(): number;
  /** Rejects with `interrupted` as soon as the run is. */
  sleep(ms: number): Promise<void>;
  /** Frees buffers that nobody uses any more; to be called every few megabytes of a stream. */
  sweep(): void;
  /** A number from 0 (inclusive) to 1 (exclusive). */
  random(): number;
  readonly log: Logger;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}

/** The real thing. */
export function systemRuntime(log: Logger, signal: AbortSignal): Runtime {
  return {
    request,
    now: Date.now,
    random: Math.random,
    sweep: createSweeper(),
    log,
    signal,
    sleep: (ms) =>
      wait(ms, undefined, { signal }).catch(() => {
        throw interrupted();
      }),
  };
}

/** The error of a cancelled run; `unanswered` when a request was under way. */
export function interrupted(unanswered = false): ShowreelError {
  return new ShowreelError("interrupted", "The run was interrupted.", { unanswered });
}
