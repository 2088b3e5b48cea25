import type { Runtime } from "./runtime.ts";

/** Waits for work that knows no signal: fails with `reason` once the signal is aborted, and lets the work go on unheard. */
export async function unlessAborted<T>(
  signal: AbortSignal,
  work: Promise<T>,
  reason: () => Error,
): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const give = () => aborted.reject(reason());
  aborted.promise.catch(() => {});
  work.catch(() => {});
  signal.addEventListener("abort", give, { once: true });
  if (signal.aborted) give();
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener("abort", give);
  }
}

/** Waits for work for `limitMs` at most, and in an interrupted run until `lastSignal`. */
export async function withLimit<T>(runtime: Runtime, limitMs: number, work: Promise<T>): Promise<T> {
  const [done, limit] = [new AbortController(), new AbortController()];
  // An interruption ends the sleep early; from then on the last signal decides.
  runtime.sleep(limitMs, done.signal).then(
    () => limit.abort(),
    () => {},
  );
  const either = AbortSignal.any([limit.signal, runtime.lastSignal]);
  const reason = () => new Error(limit.signal.aborted ? "it took too long" : "the run was interrupted");
  try {
    return await unlessAborted(either, work, reason);
  } finally {
    done.abort();
  }
}
