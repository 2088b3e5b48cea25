import { basename } from "node:path";
import type { JobLog } from "./act-log.ts";
import type { WorkflowRun } from "./workflow-run.ts";

/** A row of the result table. */
export interface Outcome {
  readonly workflow: string;
  readonly job: string;
  readonly result: "success" | "failure" | "missing";
  readonly seconds: number;
  /** What the job proves. */
  readonly promise: string;
  /** Why it failed: the failed steps, and the end of the log. */
  readonly reasons: readonly string[];
}

/** Returns one row per expected job, or per leg of its matrix. */
export function toOutcomes(
  run: WorkflowRun,
  expected: readonly string[],
  jobs: readonly JobLog[],
  promises: Readonly<Record<string, string>>,
): Outcome[] {
  const workflow = basename(run.workflow, ".yml") + runLabel(run.attempt ?? run.number);
  return expected.flatMap((id): Outcome[] => {
    const promise = promises[id] ?? `the recipe ${run.workflow}`;
    const legs = jobs.filter((job) => job.id === id);
    if (legs.length > 0) return legs.map((job) => ({ workflow, promise, ...toResult(job) }));
    return [{ workflow, job: id, result: "missing", seconds: 0, promise, reasons: ["It did not run."] }];
  });
}

const runLabel = (number: number | undefined) => (number === undefined ? "" : ` #${number}`);

function toResult(job: JobLog): Pick<Outcome, "job" | "result" | "seconds" | "reasons"> {
  const { id, leg, result = "missing", startedAt, endedAt = startedAt, failedSteps, lines } = job;
  const reasons = result === "success" ? [] : [`Failed: ${failedSteps.join(", ")}`, ...lines.slice(-25)];
  const name = leg === "" ? id : `${id} (${leg})`;
  return { job: name, result, seconds: (endedAt - startedAt) / 1_000, reasons };
}

/** Returns the row of a check that is not a job; it fails when there are reasons. */
export function toCheckOutcome(check: Pick<Outcome, "workflow" | "job" | "promise" | "reasons">): Outcome {
  return { ...check, result: check.reasons.length === 0 ? "success" : "failure", seconds: 0 };
}
