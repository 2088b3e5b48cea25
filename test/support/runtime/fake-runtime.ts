import { fetch, request, stream } from "undici";
import { noProxies } from "../../../src/base/http/proxy.ts";
import { createApiAgent, interruptedError, type Logger, type Runtime } from "../../../src/base/runtime.ts";
import { createSecrets } from "../../../src/base/secrets/secrets.ts";

/** A runtime whose clock advances only by sleeps, and that records its log. Sockets are real. */
export interface FakeRuntime extends Runtime {
  /** The log, one line each: `info: …`, `notice: …`, `warning: …`, `debug: …`, `progress: …`. */
  readonly lines: string[];
  /** Every sleep, in milliseconds. */
  readonly sleeps: number[];
  /**
   * Advances the clock and runs due `after` callbacks. A sleep doesn't run them: requests take no time here.
   */
  advance(ms: number): void;
  /** Changes the wall clock, without elapsed time. */
  setClock(ms: number): void;
  interrupt(): void;
}

const dispatcher = createApiAgent(noProxies, 12_000_000);

/** Starts at 2026-01-01 00:00:00 UTC; `random` is 0.5, so that jitter adds nothing. */
export function createFakeRuntime(): FakeRuntime {
  let time = 0;
  let clock = Date.UTC(2026, 0, 1);
  const due = new Set<{ readonly at: number; readonly act: () => void }>();
  const lines: string[] = [];
  const sleeps: number[] = [];
  const controller = new AbortController();
  return {
    request: (url, options) => request(url, { dispatcher, ...options }),
    stream,
    fetch: (input, init) => fetch(input, { dispatcher, ...init }),
    proxies: noProxies,
    now: () => clock + time,
    elapsed: () => time,
    random: () => 0.5,
    collectGarbage: () => {},
    log: createLog(lines),
    secrets: createSecrets(),
    signal: controller.signal,
    graceSignal: controller.signal,
    finalSignal: controller.signal,
    lines,
    sleeps,
    advance(ms) {
      time += ms;
      for (const entry of due) {
        if (entry.at <= time && due.delete(entry)) entry.act();
      }
    },
    setClock: (ms) => {
      clock += ms;
    },
    setTimer(ms, act) {
      const entry = { at: time + ms, act };
      due.add(entry);
      return () => void due.delete(entry);
    },
    interrupt: () => controller.abort(),
    async sleep(ms) {
      if (controller.signal.aborted) throw interruptedError();
      sleeps.push(ms);
      time += ms;
    },
  };
}

function createLog(lines: string[]): Logger {
  return {
    debug: (message) => lines.push(`debug: ${message}`),
    info: (message) => lines.push(`info: ${message}`),
    notice: (message) => lines.push(`notice: ${message}`),
    warning: (message) => lines.push(`warning: ${message}`),
    progress: (state, facts) => lines.push(`progress: ${state} (${facts})`),
    group: (title, work) => {
      lines.push(`group: ${title}`);
      return work();
    },
  };
}
