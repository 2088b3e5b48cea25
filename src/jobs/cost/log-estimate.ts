import { duration } from "../../base/plain-text.ts";
import type { Runtime } from "../../base/runtime.ts";
import { costInWords, type Estimate, lengthInWords, waitInWords } from "./preflight.ts";

/** How long the run waits for a new video; the run goes on without where `wait` is false. */
export interface Wait {
  readonly timeoutMs: number;
  readonly wait: boolean;
}

/** Says in the log what a new video will be like, and where the run may not wait long enough for it. */
export function tellExpected({ log }: Runtime, expected: Estimate, { timeoutMs, wait }: Wait): void {
  log.info(`Expected: ${inWords(expected)}.`);
  const longestMs = (expected.waitMinutes?.[1] ?? 0) * 60_000;
  if (wait && longestMs > timeoutMs)
    log.info(
      `This run waits for ${duration(timeoutMs)} (\`timeout_minutes\`), which may not do; a re-run takes the video up.`,
    );
}

function inWords(estimate: Estimate): string {
  const { waitMinutes } = estimate;
  const wait = waitMinutes ? waitInWords(waitMinutes) : "unknown";
  return `length ${lengthInWords(estimate)}, cost ${costInWords(estimate)}, wait ${wait}`;
}
