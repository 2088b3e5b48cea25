import { plainText } from "../base/plain-text.ts";
import type { Runtime } from "../base/runtime.ts";
import { repeat } from "../base/timing/retry.ts";
import { requireBudget } from "../jobs/cost/budget.ts";
import { type Check, type Finding, toFindings } from "../jobs/cost/preflight.ts";
import type { JobStatus } from "../jobs/provider.ts";
import type { RenderRecord } from "../jobs/record.ts";
import type { Plan } from "./plan.ts";

/**
 * What there is to know before money is spent: asks the provider, tells what it says, and stops. Nothing is submitted
 * and nothing remembered. Fails with the code that the real run would fail with.
 */
export async function dryRun(
  runtime: Runtime,
  plan: Pick<Plan, "wanted" | "provider" | "maxCostUsd">,
  record: RenderRecord,
): Promise<void> {
  await record.phase("check", async () => {
    const check = await repeat(runtime, () => ask(plan, record.current().provider));
    record.add({ check });
    for (const [name, value] of toFindings(check)) runtime.log.info(`${name}: ${value}`);
    for (const warning of check.warnings) runtime.log.warning(warning);
    requireBudget(check.estimate, plan.maxCostUsd, "videoId" in plan.wanted ? "message" : "video");
    runtime.log.info("Nothing was submitted: this was a dry run.");
  });
}

async function ask({ wanted, provider }: Pick<Plan, "wanted" | "provider">, name: string): Promise<Check> {
  if ("videoId" in wanted) return describeVideo(await provider.status(provider.takeUp(wanted.videoId)));
  return (await provider.check?.(wanted.request)) ?? onlyInputs(name);
}

// A video that exists costs nothing, unless its agent waits for a message, which may start paid work.
function describeVideo(status: JobStatus): Check {
  if (status.state !== "blocked") {
    const state = status.state === "pending" ? plainText(status.detail, 60) : status.state;
    return { findings: [["Video", state]], warnings: [], estimate: { usd: 0 } };
  }
  const findings: Finding[] = [["Video", `waits for an answer: ${plainText(status.question)}`]];
  if (!status.message) return { findings, warnings: [], estimate: { usd: 0 } };
  findings.push(["Message that would be sent", plainText(status.message.text)]);
  return { findings, warnings: [], estimate: {} };
}

function onlyInputs(name: string): Check {
  const answer = `the inputs alone: ${name} cannot be asked in advance`;
  return { findings: [["Checked", answer]], warnings: [], estimate: {} };
}
