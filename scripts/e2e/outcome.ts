import { basename } from "node:path";
import type { JobLog } from "./act-log.ts";
import type { WorkflowRun } from "./workflow-run.ts";

/** A line of the table. */
export interface Outcome {
  readonly workflow: string;
  readonly job: string;
  readonly result: "success" | "failure" | "missing";
  readonly seconds: number;
  /** What it proves. */
  readonly promise: string;
  /** Why it failed: the steps, and the end of the log. */
  readonly why: readonly string[];
}

/** One line for each job that was to run, or for each leg of its matrix. */
export function toOutcomes(
  run: WorkflowRun,
  expected: readonly string[],
  jobs: readonly JobLog[],
  promises: Readonly<Record<string, string>>,
): Outcome[] {
  const workflow = basename(run.workflow, ".yml") + label(run.attempt ?? run.number);
  return expected.flatMap((id) => {
    const promise = promises[id] ?? `the recipe ${run.workflow}`;
    const legs = jobs.filter((job) => job.id === id);
    if (legs.length > 0) return legs.map((job) => ({ workflow, promise, ...toResult(job) }));
    return [{ workflow, job: id, result: "missing" as const, seconds: 0, promise, why: ["It did not run."] }];
  });
}

const label = (number: number | undefined) => (number === undefined ? "" : ` #${number}`);

function toResult(job: JobLog): Pick<Outcome, "job" | "result" | "seconds" | "why"> {
  const { id, leg, result = "missing", startedAt, endedAt = startedAt, failedSteps, lines } = job;
  const why = result === "success" ? [] : [`Failed: ${failedSteps.join(", ")}`, ...lines.slice(-25)];
  return { job: leg === "" ? id : `${id} (${leg})`, result, seconds: (endedAt - startedAt) / 1_000, why };
}

/** The outcome of a check that is no job. */
export function toCheck(workflow: string, job: string, promise: string, why: readonly string[]): Outcome {
  return { workflow, job, result: why.length === 0 ? "success" : "failure", seconds: 0, promise, why };
}
