import { fetch } from "undici";
import { noProxies } from "../../../src/base/http/proxy.ts";
import { request, stream } from "../../../src/base/http/undici.ts";
import { createApiAgent, interruptedError, type Logger, type Runtime } from "../../../src/base/runtime.ts";
import { createSecrets } from "../../../src/base/secrets/secrets.ts";
import { createFakeClock, type FakeClock } from "./fake-clock.ts";

/** A runtime whose clock advances only by sleeps, and that records its log. Sockets are real. */
export interface FakeRuntime extends Runtime, Pick<FakeClock, "sleeps" | "advance" | "setClock"> {
  /** The log, one line each: `info: …`, `notice: …`, `warning: …`, `debug: …`, `progress: …`. */
  readonly lines: string[];
  interrupt(): void;
}

const dispatcher = createApiAgent(noProxies, 12_000_000);

/** Starts at 2026-01-01 00:00:00 UTC; `random` is 0.5, so that jitter adds nothing. */
export function createFakeRuntime(): FakeRuntime {
  const clock = createFakeClock();
  const lines: string[] = [];
  const controller = new AbortController();
  return {
    ...clock,
    request: (url, options) => request(url, { dispatcher, ...options }),
    stream,
    fetch: (input, init) => fetch(input, { dispatcher, ...init }),
    proxies: noProxies,
    random: () => 0.5,
    collectGarbage: () => {},
    log: createLog(lines),
    secrets: createSecrets(),
    signal: controller.signal,
    graceSignal: controller.signal,
    finalSignal: controller.signal,
    lines,
    interrupt: () => controller.abort(),
    async sleep(ms) {
      if (controller.signal.aborted) throw interruptedError();
      clock.sleep(ms);
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
