import { setTimeout as wait } from "node:timers/promises";
import type { Dispatcher, fetch } from "undici";
import { ShowreelError } from "./errors.ts";
import { createProxiedAgent, type Proxies } from "./http/proxy.ts";
import { loadFetch, type RequestOptions, request, stream } from "./http/undici.ts";
import type { Interruption } from "./process/interruption.ts";
import type { Secrets } from "./secrets/secrets.ts";
import { unlessAborted } from "./timing/abort.ts";

/** Writes messages for people. Callers pass untrusted text through `plainText` first. */
export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  /** Logs a fact that the user should see at once, but that is not a problem. */
  notice(message: string): void;
  warning(message: string): void;
  /**
   * Reports the progress of long work. `state` changes rarely, `facts` (elapsed time, bytes) with every call.
   * A terminal shows both live. A log gets a line when the state changes, and otherwise one every `everyMs`
   * milliseconds, by default every minute.
   */
  progress(state: string, facts: string, everyMs?: number): void;
  /** Groups everything that is logged while `work` runs under a title. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
}

/** The options of a request that goes through the proxies, unless it has a dispatcher of its own. */
export type ProxiedRequestOptions = Omit<RequestOptions, "dispatcher"> & Partial<RequestOptions>;

/**
 * All side effects of the code. No other code reads a clock, generates random numbers, sleeps or opens a
 * socket.
 */
export interface Runtime {
  /** undici's `request`, through the proxies. Does not follow redirects, decompress or retry. */
  request(url: URL | string, options?: ProxiedRequestOptions): Promise<Dispatcher.ResponseData>;
  /** undici's `stream`, for bodies that are written to disk. Callers pass the dispatcher. */
  readonly stream: typeof stream;
  /** undici's `fetch`, through the proxies, for libraries that need one. It follows redirects. */
  readonly fetch: typeof fetch;
  readonly proxies: Proxies;
  /** Returns the milliseconds since 1970. This clock may be set back or forward: use it for dates only. */
  now(): number;
  /**
   * Returns whole milliseconds of a monotonic clock with an arbitrary start. Use it for everything that
   * waits.
   */
  elapsed(): number;
  /** Rejects with `interrupted` as soon as the run is interrupted or `cancel` is aborted. */
  sleep(ms: number, cancel?: AbortSignal): Promise<void>;
  /** Calls `callback` after `ms` milliseconds, unless the returned function is called before. */
  setTimer(ms: number, callback: () => void): () => void;
  /** Frees unused buffers. Call it every few megabytes of a stream. */
  collectGarbage(): void;
  /** Returns a number from 0 (inclusive) to 1 (exclusive). */
  random(): number;
  readonly log: Logger;
  /** Secrets that must not appear in any output. */
  readonly secrets: Secrets;
  /** Aborted when the run is canceled. */
  readonly signal: AbortSignal;
  /** Aborted a little later: for requests that must not be cut off, such as a submit. */
  readonly graceSignal: AbortSignal;
  /** Aborted just before the process must end: for storing the result of a submit. */
  readonly finalSignal: AbortSignal;
}

/** Creates the runtime of a real process. */
export function createSystemRuntime(
  log: Logger,
  { signal, graceSignal, finalSignal }: Interruption,
  proxies: Proxies,
  secrets: Secrets,
): Runtime {
  let agent: Dispatcher | undefined;
  // Also created on first use, because most of the run needs none.
  let collectGarbage: (() => void) | undefined;
  const dispatcher = () => {
    // Created on first use, because `checkProxies` must be able to report invalid proxies first.
    agent ??= createApiAgent(proxies);
    return agent;
  };
  return {
    request: (url, options) =>
      rejectOnAbort(options?.signal, request(url, { dispatcher: dispatcher(), ...options })),
    fetch: async (input, init) => {
      const { fetch } = await loadFetch();
      return rejectOnAbort(init?.signal, fetch(input, { dispatcher: dispatcher(), ...init }));
    },
    stream: (url, options, factory) => rejectOnAbort(options.signal, stream(url, options, factory)),
    proxies,
    now: Date.now,
    elapsed: () => Math.floor(performance.now()),
    random: Math.random,
    collectGarbage: () => {
      collectGarbage ??= createMinorGc();
      collectGarbage();
    },
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
    setTimer: (ms, callback) => {
      const timer = setTimeout(callback, clampTimerMs(ms));
      return () => clearTimeout(timer);
    },
  };
}

/** Creates the error of an interrupted run. `outcomeUnknown`: the interruption cut off a request. */
export function interruptedError({ outcomeUnknown = false } = {}): ShowreelError {
  return new ShowreelError("interrupted", "The run was interrupted.", { outcomeUnknown });
}

// The largest page that GitHub sends has about ten million bytes.
const maxApiResponseBytes = 64_000_000;

/** Creates a dispatcher for API requests, which rejects responses larger than `maxResponseSize` bytes. */
export function createApiAgent(proxies: Proxies, maxResponseSize = maxApiResponseBytes): Dispatcher {
  return createProxiedAgent(proxies, { maxResponseSize });
}

// Node.js turns a longer or negative delay into one millisecond.
const maxTimerMs = 2 ** 31 - 1;
const clampTimerMs = (ms: number) => Math.min(maxTimerMs, Math.max(0, Math.ceil(ms)));

// undici ignores the signal while it connects, which may take longer than a canceled run has.
function rejectOnAbort<Result>(signal: unknown, work: Promise<Result>): Promise<Result> {
  return signal instanceof AbortSignal ? unlessAborted(signal, work, interruptedError) : work;
}

// Each chunk of a download is a new buffer outside of the heap, and V8 lets some 70 MB of them accumulate
// before it collects them. A minor collection every few megabytes takes well under a millisecond.
function createMinorGc(): () => void {
  // Loaded when a download needs them.
  const [v8, vm] = [process.getBuiltinModule("node:v8"), process.getBuiltinModule("node:vm")];
  v8.setFlagsFromString("--expose-gc");
  const collect: unknown = vm.runInNewContext("gc");
  return typeof collect === "function" ? () => collect({ type: "minor" }) : () => {};
}
