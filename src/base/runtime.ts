import { setTimeout as wait } from "node:timers/promises";
import { type Dispatcher, fetch, request, stream } from "undici";
import { ShowreelError } from "./errors.ts";
import type { Interruption } from "./interruption.ts";
import { createProxiedAgent, type Proxies } from "./proxy.ts";
import type { Secrets } from "./secrets.ts";
import { createSweeper } from "./sweeper.ts";
import { unlessAborted } from "./unless-aborted.ts";

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
  /** Milliseconds since 1970. */
  now(): number;
  /** Rejects with `interrupted` as soon as the run is, or when `cancel` is aborted. */
  sleep(ms: number, cancel?: AbortSignal): Promise<void>;
  /** Frees buffers that nobody uses any more; to be called every few megabytes of a stream. */
  sweep(): void;
  /** A number from 0 (inclusive) to 1 (exclusive). */
  random(): number;
  readonly log: Logger;
  /** What no text may show. */
  readonly secrets: Secrets;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
  /** Aborted a little later: for what must not be cut off, such as the answer to a submit. */
  readonly lateSignal: AbortSignal;
  /** Aborted later still, just before the process must end: for what notes that answer down. */
  readonly lastSignal: AbortSignal;
}

/** The real thing. */
export function systemRuntime(
  log: Logger,
  { signal, lateSignal, lastSignal }: Interruption,
  proxies: Proxies,
  secrets: Secrets,
): Runtime {
  let made: Dispatcher | undefined;
  const dispatcher = () => {
    // Made late: proxies that make no sense are reported before the first request.
    made ??= createProxiedAgent(proxies);
    return made;
  };
  return {
    request: (url, options) =>
      promptly(options?.signal, request(url, { dispatcher: dispatcher(), ...options })),
    fetch: (input, init) => promptly(init?.signal, fetch(input, { dispatcher: dispatcher(), ...init })),
    stream: (url, options, factory) => promptly(options?.signal, stream(url, options, factory)),
    proxies,
    now: Date.now,
    random: Math.random,
    sweep: createSweeper(),
    log,
    secrets,
    signal,
    lateSignal,
    lastSignal,
    sleep: (ms, cancel) =>
      wait(ms, undefined, { signal: cancel ? AbortSignal.any([signal, cancel]) : signal }).catch(() => {
        throw interrupted();
      }),
  };
}

// Undici does not look at a signal while it connects, which may take longer than a cancelled run has.
function promptly<Result>(signal: unknown, work: Promise<Result>): Promise<Result> {
  return signal instanceof AbortSignal ? unlessAborted(signal, work, interrupted) : work;
}

/** The error of a cancelled run; `unanswered` when a request was under way. */
export function interrupted(unanswered = false): ShowreelError {
  return new ShowreelError("interrupted", "The run was interrupted.", { unanswered });
}
