import type { Runtime } from "../../base/runtime.ts";
import { formatDuration } from "../../base/text/format-units.ts";

/** The expected length, cost and wait of a video; undefined means unknown. Costs are in US dollars. */
export interface Estimate {
  readonly seconds?: number | undefined;
  readonly usd?: number | undefined;
  /** The highest likely cost, in case the video turns out longer than expected. */
  readonly atMostUsd?: number | undefined;
  /** Why the cost is unknown: a sentence without its final period. */
  readonly unknownReason?: string | undefined;
  /** The price of one second of video, if the provider bills by length. */
  readonly usdPerSecond?: readonly [min: number, max: number] | undefined;
  /** How long the provider usually takes, in minutes. */
  readonly waitMinutes?: readonly [min: number, max: number] | undefined;
}

/** Whether and how long the run waits for a new video. With `wait: false` it ends right after the submit. */
export interface WaitSettings {
  readonly timeoutMs: number;
  readonly wait: boolean;
}

/** Logs the expected length, cost and waiting time of a new video, and whether the run may time out first. */
export function logEstimate({ log }: Runtime, estimate: Estimate, { timeoutMs, wait }: WaitSettings): void {
  log.info(`Expected: ${formatEstimate(estimate)}.`);
  const [, maxMinutes] = estimate.waitMinutes ?? [0, 0];
  if (wait && maxMinutes * 60_000 > timeoutMs)
    log.info(
      `This run waits at most ${formatDuration(timeoutMs)} (\`timeout_minutes\`), ` +
        "which may not be long enough. A re-run resumes the video.",
    );
}

function formatEstimate(estimate: Estimate): string {
  const { waitMinutes } = estimate;
  const wait = waitMinutes ? formatWait(waitMinutes) : "unknown";
  return `length ${formatLength(estimate)}, cost ${formatCost(estimate)}, wait ${wait}`;
}

/** Formats the expected length: `about 45 s`. */
export function formatLength({ seconds }: Estimate): string {
  return seconds === undefined ? "unknown" : `about ${formatDuration(seconds * 1_000)}`;
}

/** Formats the range of the waiting time: `20 min to 45 min`. */
export function formatWait([min, max]: readonly [min: number, max: number]): string {
  return formatRange(formatDuration(min * 60_000), formatDuration(max * 60_000));
}

/**
 * Formats the cost: `about 1.50 USD, up to 2.61 USD`. An unknown cost is `unknown`, and a cost of 0 is
 * `nothing`.
 */
export function formatCost({ usd, atMostUsd = usd }: Estimate): string {
  if (usd === undefined || atMostUsd === undefined) return "unknown";
  if (atMostUsd === 0) return "nothing";
  return atMostUsd === usd ? formatUsd(usd) : `about ${formatUsd(usd)}, up to ${formatUsd(atMostUsd)}`;
}

/**
 * Formats the cost of a video of this length: `1.20 USD to 2.40 USD`. Undefined if the provider doesn't bill
 * by length.
 */
export function formatCostOfLength({ usdPerSecond }: Estimate, seconds: number): string | undefined {
  if (!usdPerSecond) return undefined;
  const [min, max] = usdPerSecond;
  return formatRange(formatUsd(min * seconds), formatUsd(max * seconds));
}

/** Formats an amount of US dollars: `12.50 USD`. */
export function formatUsd(usd: number): string {
  return `${usd.toFixed(2)} USD`;
}

function formatRange(min: string, max: string): string {
  return min === max ? `about ${max}` : `${min} to ${max}`;
}
