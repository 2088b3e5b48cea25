import { duration } from "../base/plain-text.ts";
import { repeat } from "../base/repeat.ts";
import type { Runtime } from "../base/runtime.ts";
import type { VideoRequest } from "../compose/request.ts";
import { requireBudget } from "./budget.ts";
import { costInWords, type Estimate, lengthInWords, waitInWords } from "./check.ts";
import type { Provider } from "./provider.ts";
import type { RenderRecord } from "./record.ts";

/** What a new video has to pass before it is paid for. */
export interface Approval {
  readonly provider: Provider;
  readonly estimate: Estimate;
  readonly maxCostUsd: number | undefined;
  /** How long the run waits for the video; it goes on without. */
  readonly timeoutMs: number;
  readonly wait: boolean;
}

/**
 * Says what a new video will be like, and fails with `invalid_input` when it may cost more than the user allows. Only for
 * that the provider is asked, because it knows better.
 */
export async function tellAndApprove(
  runtime: Runtime,
  { provider, estimate, maxCostUsd, timeoutMs, wait }: Approval,
  request: VideoRequest,
  record: RenderRecord,
): Promise<void> {
  const asked =
    maxCostUsd === undefined ? undefined : await repeat(runtime, async () => provider.check?.(request));
  const expected = asked?.estimate ?? estimate;
  record.add({ estimate: expected });
  runtime.log.info(`Expected: ${inWords(expected)}.`);
  requireBudget(expected, maxCostUsd);
  const longestMs = (expected.waitMinutes?.[1] ?? 0) * 60_000;
  if (wait && longestMs > timeoutMs)
    runtime.log.info(
      `This run waits for ${duration(timeoutMs)} (\`timeout_minutes\`), which may not do; a re-run takes the video up.`,
    );
}

function inWords(estimate: Estimate): string {
  const { waitMinutes } = estimate;
  const wait = waitMinutes ? waitInWords(waitMinutes) : "unknown";
  return `length ${lengthInWords(estimate)}, cost ${costInWords(estimate)}, wait ${wait}`;
}
