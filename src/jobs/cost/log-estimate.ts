import { formatDuration } from "../../base/format-units.ts";
import type { Runtime } from "../../base/runtime.ts";
import { type Estimate, formatCost, formatLength, formatWait } from "./preflight.ts";

/** How long the run waits for a new video; the run goes on without where `wait` is false. */
export interface WaitSettings {
  readonly timeoutMs: number;
  readonly wait: boolean;
}

/** Says in the log what a new video will be like, and where the run may not wait long enough for it. */
export function logEstimate({ log }: Runtime, expected: Estimate, { timeoutMs, wait }: WaitSettings): void {
  log.info(`Expected: ${formatEstimate(expected)}.`);
  const longestMs = (expected.waitMinutes?.[1] ?? 0) * 60_000;
  if (wait && longestMs > timeoutMs)
    log.info(
      `This run waits for ${formatDuration(timeoutMs)} (\`timeout_minutes\`), which may not do; a re-run takes the video up.`,
    );
}

function formatEstimate(estimate: Estimate): string {
  const { waitMinutes } = estimate;
  const wait = waitMinutes ? formatWait(waitMinutes) : "unknown";
  return `length ${formatLength(estimate)}, cost ${formatCost(estimate)}, wait ${wait}`;
}
