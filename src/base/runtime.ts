import { setTimeout as wait } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type Dispatcher, fetch, request, stream } from "undici";
import { ShowreelError } from "./errors.ts";
import { createProxiedAgent, type Proxies } from "./http/proxy.ts";
import type { Interruption } from "./interruption.ts";
import type { Secrets } from "./secrets/secrets.ts";
import { unlessAborted } from "./timing/abort.ts";

/**
 * Frees buffers that nobody uses any more. Each part of a download is a fresh buffer outside the heap, and V8 lets some
 * 70 MB of them pile up before it looks; a sweep every few megabytes takes well under a millisecond.
 */
function createMinorGc(): () => void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  return typeof collect === "function" ? () => collect({ type: "minor" }) : () => {};
}

/** Where words for people go. Callers clean words from outside with `plainText` first. */
export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  /** What a reader of the result should see at first sight, and no fault. */
  notice(message: string): void;
  warning(message: string): void;
  /**
   * Long work goes on. `state` is what may change, `facts` what changes all the time (elapsed time, bytes):
   * a terminal shows both live; a log gets a line when the state changes, and a heartbeat every `everyMs`, by default
   * a minute.
   */
  progress(state: string, facts: string, everyMs?: number): void;
  /** Everything logged while `work` runs belongs under this title. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
}

/** Everything impure, passed in. Nothing else in the house reads a clock, throws dice, sleeps or opens a socket. */
export interface Runtime {
  /** undici's `request`, through the proxies: follows no redirect, decompresses nothing, retries nothing. */
  readonly request: typeof request;
  /** undici's `stream`, likewise, for bodies that go to disk; takes the dispatcher that it is given. */
  readonly stream: typeof stream;
  /** undici's `fetch`, through the proxies, for libraries that want one: it follows redirects. */
  readonly fetch: typeof fetch;
  readonly proxies: Proxies;
  /** Milliseconds since 1970, by a clock that somebody may set back or forward: for dates alone. */
  now(): number;
  /** Whole milliseconds since some moment, by a clock that only goes forward: for all that is waited for. */
  elapsed(): number;
  /** Rejects with `interrupted` as soon as the run is, or when `cancel` is aborted. */
  sleep(ms: number, cancel?: AbortSignal): Promise<void>;
  /** Calls `act` after so many milliseconds, unless the function that it returns was called before. */
  setTimer(ms: number, act: () => void): () => void;
  /** Frees buffers that nobody uses any more; to be called every few megabytes of a stream. */
  collectGarbage(): void;
  /** A number from 0 (inclusive) to 1 (exclusive). */
  random(): number;
  readonly log: Logger;
  /** What no text may show. */
  readonly secrets: Secrets;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
  /** Aborted a little later: for what must not be cut off, such as the answer to a submit. */
  readonly graceSignal: AbortSignal;
  /** Aborted later still, just before the process must end: for what notes that answer down. */
  readonly finalSignal: AbortSignal;
}

/** The real thing. */
export function systemRuntime(
  log: Logger,
  { signal, graceSignal, finalSignal }: Interruption,
  proxies: Proxies,
  secrets: Secrets,
): Runtime {
  let made: Dispatcher | undefined;
  const dispatcher = () => {
    // Made late: proxies that make no sense are reported before the first request.
    made ??= createApiAgent(proxies);
    return made;
  };
  return {
    request: (url, options) =>
      rejectOnAbort(options?.signal, request(url, { dispatcher: dispatcher(), ...options })),
    fetch: (input, init) => rejectOnAbort(init?.signal, fetch(input, { dispatcher: dispatcher(), ...init })),
    stream: (url, options, factory) => rejectOnAbort(options?.signal, stream(url, options, factory)),
    proxies,
    now: Date.now,
    elapsed: () => Math.floor(performance.now()),
    random: Math.random,
    collectGarbage: createMinorGc(),
    log,
    secrets,
    signal,
    graceSignal,
    finalSignal,
    sleep: (ms, cancel) =>
      wait(clampTimerMs(ms), undefined, {
        signal: cancel ? AbortSignal.any([signal, cancel]) : signal,
      }).catch(() => {
        throw interruptedError();
      }),
    setTimer: (ms, act) => {
      const timer = setTimeout(act, clampTimerMs(ms));
      return () => clearTimeout(timer);
    },
  };
}

// The largest page that GitHub answers with has some ten million bytes.
const maxResponseBytes = 64_000_000;

/** A dispatcher for APIs, which ends an answer that has no end. */
export function createApiAgent(proxies: Proxies, maxResponseSize = maxResponseBytes): Dispatcher {
  return createProxiedAgent(proxies, { maxResponseSize });
}

// Node takes a longer time, and a negative one, for a millisecond.
const maxTimerMs = 2 ** 31 - 1;
const clampTimerMs = (ms: number) => Math.min(maxTimerMs, Math.max(0, Math.ceil(ms)));

// Undici does not look at a signal while it connects, which may take longer than a cancelled run has.
function rejectOnAbort<Result>(signal: unknown, work: Promise<Result>): Promise<Result> {
  return signal instanceof AbortSignal ? unlessAborted(signal, work, interruptedError) : work;
}

/** The error of a cancelled run; `unanswered` when a request was under way. */
export function interruptedError(unanswered = false): ShowreelError {
  return new ShowreelError("interrupted", "The run was interrupted.", { outcomeUnknown: unanswered });
}
