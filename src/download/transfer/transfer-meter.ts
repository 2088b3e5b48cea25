import { ShowreelError } from "../../base/errors.ts";
import type { Runtime } from "../../base/runtime.ts";
import { formatBytes, formatDuration } from "../../base/text/format-units.ts";
import type { DownloadTimeLimit } from "./time-limit.ts";

/** A download with fewer bytes per minute is stalled: a bad mobile connection is ten times as fast. */
const minBytesPerWindow = 60_000;
const windowMs = 60_000;
const gcIntervalBytes = 8 * 1024 ** 2;
const redrawMs = 100;
const logIntervalMs = 10_000;

export interface TransferMeter {
  /**
   * Counts received bytes. Fails with a retryable `network_error` when less than 60 kB arrived within a
   * minute, or with the error of the download's time limit.
   */
  count(bytes: number): void;
  logProgress(): void;
}

export interface MeterOptions {
  /** How many bytes were on disk before this transfer. */
  readonly initialBytes: number;
  /** The length of the file; undefined when the host does not state it. */
  readonly totalBytes: number | undefined;
  readonly timeLimit?: DownloadTimeLimit | undefined;
}

/** Measures one transfer: logs its progress, detects a stalled connection, and frees buffers every 8 MiB. */
export function createMeter(
  runtime: Runtime,
  { initialBytes, totalBytes, timeLimit }: MeterOptions,
): TransferMeter {
  const startedAt = runtime.elapsed();
  let receivedBytes = initialBytes;
  let loggedAt = Number.NEGATIVE_INFINITY;
  let collectedAtBytes = initialBytes;
  let window = { startedAt, startBytes: initialBytes };
  const logProgress = () => {
    loggedAt = runtime.elapsed();
    const facts = formatProgress({ initialBytes, receivedBytes, totalBytes }, loggedAt - startedAt);
    runtime.log.progress("downloading", facts, logIntervalMs);
  };
  return {
    logProgress,
    count(bytes) {
      receivedBytes += bytes;
      const now = runtime.elapsed();
      if (now - loggedAt >= redrawMs) logProgress();
      if (now - window.startedAt >= windowMs) {
        const windowBytes = receivedBytes - window.startBytes;
        if (windowBytes < minBytesPerWindow) throw stalledError(windowBytes, now - window.startedAt);
        timeLimit?.check(receivedBytes, totalBytes);
        window = { startedAt: now, startBytes: receivedBytes };
      }
      if (receivedBytes - collectedAtBytes < gcIntervalBytes) return;
      collectedAtBytes = receivedBytes;
      runtime.collectGarbage();
    },
  };
}

interface Progress {
  readonly initialBytes: number;
  readonly receivedBytes: number;
  readonly totalBytes: number | undefined;
}

function formatProgress({ initialBytes, receivedBytes, totalBytes }: Progress, elapsedMs: number): string {
  const bytesPerMs = elapsedMs > 0 ? (receivedBytes - initialBytes) / elapsedMs : 0;
  const ofTotal = totalBytes === undefined ? "" : ` of ${formatBytes(totalBytes)}`;
  const rate = bytesPerMs > 0 ? `, ${formatBytes(Math.round(bytesPerMs * 1_000))}/s` : "";
  const timeLeft =
    bytesPerMs > 0 && totalBytes !== undefined
      ? `, ${formatDuration((totalBytes - receivedBytes) / bytesPerMs)} left`
      : "";
  return `${formatBytes(receivedBytes)}${ofTotal}${rate}${timeLeft}`;
}

function stalledError(bytes: number, elapsedMs: number): ShowreelError {
  return new ShowreelError(
    "network_error",
    `The download stalled (${formatBytes(bytes)} in ${formatDuration(elapsedMs)}).`,
    { retryable: true },
  );
}
