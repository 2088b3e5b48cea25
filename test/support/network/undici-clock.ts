import { createRequire } from "node:module";

// undici waits with timers of its own, and exports how to advance them for tests only.
const timers = createRequire(import.meta.url)("undici/lib/util/timers.js") as { tick(ms: number): void };

/** Lets undici's timeouts of responses and their bodies pass that are at most this long, without waiting for them. */
export function passIdleTimeouts(ms: number): void {
  // A timer begins with the first tick after its start.
  timers.tick(0);
  timers.tick(ms + 1_000);
}
