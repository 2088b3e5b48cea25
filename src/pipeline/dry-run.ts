import { plainText } from "../base/plain-text.ts";
import type { Runtime } from "../base/runtime.ts";
import { withRetries } from "../base/timing/retry.ts";
import { requireBudget } from "../jobs/cost/budget.ts";
import { type Preflight, type PreflightRow, preflightRows } from "../jobs/cost/preflight.ts";
import type { JobStatus } from "../jobs/provider.ts";
import type { RenderRecord } from "../jobs/record.ts";
import type { Plan } from "./plan.ts";

/**
 * What there is to know before money is spent: asks the provider, tells what it says, and stops. Nothing is submitted
 * and nothing remembered. Fails with the code that the real run would fail with.
 */
export async function dryRun(
  runtime: Runtime,
  plan: Pick<Plan, "jobInput" | "provider" | "maxCostUsd">,
  record: RenderRecord,
): Promise<void> {
  await record.phase("check", async () => {
    const check = await withRetries(runtime, () => runPreflight(plan, record.current().provider));
    record.update({ preflight: check });
    for (const [name, value] of preflightRows(check)) runtime.log.info(`${name}: ${value}`);
    for (const warning of check.warnings) runtime.log.warning(warning);
    requireBudget(check.estimate, plan.maxCostUsd, "videoId" in plan.jobInput ? "message" : "video");
    runtime.log.info("Nothing was submitted: this was a dry run.");
  });
}

async function runPreflight(
  { jobInput, provider }: Pick<Plan, "jobInput" | "provider">,
  name: string,
): Promise<Preflight> {
  if ("videoId" in jobInput)
    return preflightExistingVideo(await provider.status(provider.jobFromId(jobInput.videoId)));
  return (await provider.preflight?.(jobInput.request)) ?? inputsOnlyPreflight(name);
}

// A video that exists costs nothing, unless its agent waits for a message, which may start paid work.
function preflightExistingVideo(status: JobStatus): Preflight {
  if (status.state !== "blocked") {
    const state = status.state === "pending" ? plainText(status.detail, 60) : status.state;
    return { rows: [["Video", state]], warnings: [], estimate: { usd: 0 } };
  }
  const findings: PreflightRow[] = [["Video", `waits for an answer: ${plainText(status.question)}`]];
  if (!status.message) return { rows: findings, warnings: [], estimate: { usd: 0 } };
  findings.push(["Message that would be sent", plainText(status.message.text)]);
  return { rows: findings, warnings: [], estimate: {} };
}

function inputsOnlyPreflight(name: string): Preflight {
  const answer = `the inputs alone: ${name} cannot be asked in advance`;
  return { rows: [["Checked", answer]], warnings: [], estimate: {} };
}
