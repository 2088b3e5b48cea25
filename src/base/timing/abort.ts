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
