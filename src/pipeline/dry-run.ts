import { plainText } from "../base/text/plain-text.ts";
import { withRetries } from "../base/timing/retry.ts";
import { requireBudget } from "../jobs/cost/budget.ts";
import { dryRunMessage, type Preflight, type PreflightRow, preflightRows } from "../jobs/cost/preflight.ts";
import type { JobStatus } from "../jobs/provider.ts";
import type { Plan, VideoTask } from "./plan.ts";

/**
 * Runs the provider's preflight and logs its result. Submits nothing and stores nothing. Fails with the same
 * error code as the real run.
 */
export async function dryRun({
  runtime,
  plan,
  record,
}: Pick<VideoTask, "runtime" | "record"> & { readonly plan: DryRunPlan }): Promise<void> {
  await record.phase("check", async () => {
    const preflight = await withRetries(runtime, () => runPreflight(plan, record.current().provider));
    record.update({ preflight });
    for (const [name, value] of preflightRows(preflight)) runtime.log.info(`${name}: ${value}`);
    for (const warning of preflight.warnings) runtime.log.warning(warning);
    const purchase = plan.jobInput.kind === "existing" ? "message" : "video";
    requireBudget(preflight.estimate, plan.maxCostUsd, purchase);
    runtime.log.info(dryRunMessage);
  });
}

/** The fields of a plan that a dry run uses. */
export type DryRunPlan = Pick<Plan, "jobInput" | "provider" | "maxCostUsd">;

async function runPreflight({ jobInput, provider }: DryRunPlan, providerName: string): Promise<Preflight> {
  if (jobInput.kind === "existing")
    return preflightExistingVideo(await provider.status(provider.jobFromId(jobInput.videoId)));
  return (await provider.preflight?.(jobInput.request)) ?? inputsOnlyPreflight(providerName);
}

// An existing video costs nothing, unless its agent waits for a message, which may start paid work.
function preflightExistingVideo(status: JobStatus): Preflight {
  if (status.state !== "blocked") {
    const state = status.state === "pending" ? plainText(status.detail, 60) : status.state;
    return { rows: [["Video", state]], warnings: [], estimate: { usd: 0 } };
  }
  const rows: PreflightRow[] = [["Video", `waits for a reply: ${plainText(status.question)}`]];
  if (!status.message) return { rows, warnings: [], estimate: { usd: 0 } };
  rows.push(["Message that would be sent", plainText(status.message.text)]);
  return { rows, warnings: [], estimate: {} };
}

function inputsOnlyPreflight(providerName: string): Preflight {
  const scope = `only the inputs: ${providerName} offers no check in advance`;
  return { rows: [["Checked", scope]], warnings: [], estimate: {} };
}
