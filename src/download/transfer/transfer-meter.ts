import { ShowreelError } from "../../base/errors.ts";
import { formatBytes, formatDuration } from "../../base/format-units.ts";
import type { Runtime } from "../../base/runtime.ts";
import type { DownloadTimeLimit } from "./time-limit.ts";

/** Below this a body is not slow but stuck: a phone's bad connection brings ten times as much. */
const minBytesPerWindow = 60_000;
const windowMs = 60_000;
const gcIntervalBytes = 8 * 1024 ** 2;
const redrawMs = 100;
const logIntervalMs = 10_000;

export interface Meter {
  /** Fails with a `network_error` that may be retried when a minute brings next to nothing, and as `pace` does. */
  count(bytes: number): void;
  /** Shows where it has got to. */
  logProgress(): void;
}

/** Watches the bytes of one body come in, `already` of `total` being here. */
export function createMeter(
  runtime: Runtime,
  already: number,
  total: number | undefined,
  pace?: DownloadTimeLimit,
): Meter {
  const started = runtime.elapsed();
  let here = already;
  let shownAt = Number.NEGATIVE_INFINITY;
  let sweptAt = already;
  let window = { since: started, from: already };
  const show = () => {
    shownAt = runtime.elapsed();
    runtime.log.progress("downloading", progressText(here, already, total, shownAt - started), logIntervalMs);
  };
  return {
    logProgress: show,
    count(bytes) {
      here += bytes;
      const now = runtime.elapsed();
      if (now - shownAt >= redrawMs) show();
      if (now - window.since >= windowMs) {
        if (here - window.from < minBytesPerWindow)
          throw stalledError(here - window.from, now - window.since);
        pace?.check(here, total);
        window = { since: now, from: here };
      }
      if (here - sweptAt < gcIntervalBytes) return;
      sweptAt = here;
      runtime.collectGarbage();
    },
  };
}

function progressText(here: number, already: number, total: number | undefined, elapsedMs: number): string {
  const of = total === undefined ? "" : ` of ${formatBytes(total)}`;
  const perMs = elapsedMs > 0 ? (here - already) / elapsedMs : 0;
  const rate = perMs > 0 ? `, ${formatBytes(Math.round(perMs * 1_000))}/s` : "";
  const left = perMs > 0 && total !== undefined ? `, ${formatDuration((total - here) / perMs)} left` : "";
  return `${formatBytes(here)}${of}${rate}${left}`;
}

function stalledError(bytes: number, elapsedMs: number): ShowreelError {
  return new ShowreelError(
    "network_error",
    `The download is stuck (${formatBytes(bytes)} in ${formatDuration(elapsedMs)}).`,
    { retryable: true },
  );
}
