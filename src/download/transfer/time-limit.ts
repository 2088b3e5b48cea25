import { ShowreelError } from "../../base/errors.ts";
import { formatBytes, formatDuration } from "../../base/format-units.ts";
import { transferLimitMs } from "../../base/timing/time-limit.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
// A line that is bad for some minutes may become better.
const windowMs = 600_000;

/** Watches one download as a whole, whatever it is made of: attempts, pauses, fresh links. */
export interface DownloadTimeLimit {
  /** Fails with `network_error`, for good, when all has taken too long, or the rest would take more than a day. */
  check(here: number, total: number | undefined): void;
}

/**
 * Starts the clock, `size` bytes being here. `limitMs` is the longest time for all of it, by default an hour and what the
 * file needs at 100 kB a second.
 */
export function createDownloadTimeLimit(
  elapsed: () => number,
  size: number,
  limitMs?: number,
): DownloadTimeLimit {
  const began = elapsed();
  let window = { since: began, from: size };
  return {
    check(here, total) {
      const now = elapsed();
      if (now - began > (limitMs ?? transferLimitMs(total ?? here, hourMs)))
        throw tooSlowError(here, total, now - began);
      // A file may be begun anew.
      if (here < window.from) window = { since: now, from: here };
      if (now - window.since < windowMs) return;
      const restMs = (((total ?? here) - here) * (now - window.since)) / Math.max(1, here - window.from);
      if (restMs > dayMs) throw tooSlowError(here, total, now - began);
      window = { since: now, from: here };
    },
  };
}

function tooSlowError(here: number, total: number | undefined, tookMs: number): ShowreelError {
  const of = total === undefined ? "" : ` of ${formatBytes(total)}`;
  return new ShowreelError(
    "network_error",
    `The download is too slow (${formatBytes(here)}${of} after ${formatDuration(tookMs)}).`,
    { hint: "Run again later: what has come so far is kept." },
  );
}
