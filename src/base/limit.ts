import type { Runtime } from "./runtime.ts";
import { unlessAborted } from "./unless-aborted.ts";

class Late extends Error {
  override readonly name = "Late";
}

/** Whether `withLimit` gave the work up because it took too long. */
export function isLate(error: unknown): boolean {
  return error instanceof Late;
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
  const reason = () =>
    limit.signal.aborted ? new Late("it took too long") : new Error("the run was interrupted");
  try {
    return await unlessAborted(either, work, reason);
  } finally {
    done.abort();
  }
}
