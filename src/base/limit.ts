import type { Runtime } from "./runtime.ts";

/**
 * Waits for work that knows neither signals nor limits: for `limitMs` at most, and in an interrupted run until
 * `lastSignal`. What is given up on goes on unheard.
 */
export async function withLimit<T>(runtime: Runtime, limitMs: number, work: Promise<T>): Promise<T> {
  const done = new AbortController();
  const late = Promise.withResolvers<never>();
  const cut = () => late.reject(new Error("the run was interrupted"));
  runtime.lastSignal.addEventListener("abort", cut, { once: true, signal: done.signal });
  const tooLong = () => late.reject(new Error("it took too long"));
  // An interruption ends the sleep early; from then on the last signal decides.
  runtime.sleep(limitMs, done.signal).then(tooLong, () => runtime.lastSignal.aborted && cut());
  late.promise.catch(() => {});
  work.catch(() => {});
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    done.abort();
  }
}
