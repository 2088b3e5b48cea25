import { ShowreelError } from "../../base/errors.ts";
import { formatBytes, formatDuration } from "../../base/text/format-units.ts";
import { transferLimitMs } from "../../base/timing/time-limit.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
// A connection that is slow for a few minutes may recover.
const windowMs = 600_000;

/** Limits the time of a whole download, including its attempts, pauses and fresh links. */
export interface DownloadTimeLimit {
  /**
   * Fails with a `network_error` that is not retryable when the download has taken too long, or when the rest
   * would take more than a day at the rate of the last ten minutes.
   */
  check(receivedBytes: number, totalBytes: number | undefined): void;
}

/**
 * Starts the limit with `initialBytes` already on disk. `limitMs` is the longest time for the whole download;
 * by default one hour, plus the time that the file takes at 100 kB/s.
 */
export function createDownloadTimeLimit(
  elapsed: () => number,
  initialBytes: number,
  limitMs?: number,
): DownloadTimeLimit {
  const startedAt = elapsed();
  let window = { startedAt, startBytes: initialBytes };
  return {
    check(receivedBytes, totalBytes) {
      const now = elapsed();
      const expectedBytes = totalBytes ?? receivedBytes;
      const tooSlow = () => tooSlowError(receivedBytes, totalBytes, now - startedAt);
      if (now - startedAt > (limitMs ?? transferLimitMs(expectedBytes, hourMs))) throw tooSlow();
      // The download may have restarted at 0.
      if (receivedBytes < window.startBytes) window = { startedAt: now, startBytes: receivedBytes };
      const windowAgeMs = now - window.startedAt;
      if (windowAgeMs < windowMs) return;
      const windowBytes = Math.max(1, receivedBytes - window.startBytes);
      const remainingMs = ((expectedBytes - receivedBytes) * windowAgeMs) / windowBytes;
      if (remainingMs > dayMs) throw tooSlow();
      window = { startedAt: now, startBytes: receivedBytes };
    },
  };
}

function tooSlowError(
  receivedBytes: number,
  totalBytes: number | undefined,
  elapsedMs: number,
): ShowreelError {
  const ofTotal = totalBytes === undefined ? "" : ` of ${formatBytes(totalBytes)}`;
  return new ShowreelError(
    "network_error",
    `The download is too slow (${formatBytes(receivedBytes)}${ofTotal} after ${formatDuration(elapsedMs)}).`,
    { hint: "Run again later; the partial download is kept." },
  );
}
