/**
 * Waits for work that does not take a signal. Rejects with `createError()` once the signal is aborted; the
 * work then continues in the background, and its result is ignored.
 */
export async function unlessAborted<T>(
  signal: AbortSignal,
  work: Promise<T>,
  createError: () => Error,
): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const onAbort = () => aborted.reject(createError());
  // The promise that loses the race must not cause an unhandled rejection.
  aborted.promise.catch(() => {});
  work.catch(() => {});
  signal.addEventListener("abort", onAbort, { once: true });
  if (signal.aborted) onAbort();
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
