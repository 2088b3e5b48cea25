import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { WorkflowRun } from "./workflow-run.ts";

const workflowsFolder = "test/e2e/workflows";

/** Returns the job ids of a workflow. */
export function readJobIds(root: string, workflow: string): string[] {
  const { jobs } = parse(readFileSync(join(root, workflow), "utf8")) as { jobs: object };
  return Object.keys(jobs);
}

/**
 * Lists promises without a job, jobs without a promise, duplicate job ids, and workflows that are never run.
 */
export function promiseCoverageProblems(
  root: string,
  promises: Readonly<Record<string, string>>,
  runs: readonly WorkflowRun[],
): string[] {
  const workflows = workflowFiles(root, workflowsFolder);
  const jobs = workflows.flatMap((workflow) => readJobIds(root, workflow));
  const files = [...workflows, ...workflowFiles(root, "examples")];
  const promised = Object.keys(promises);
  return [
    ...promised.filter((id) => !jobs.includes(id)).map((id) => `The promise ${id} has no job.`),
    ...jobs.filter((id) => !promised.includes(id)).map((id) => `The job ${id} has no promise.`),
    ...jobs.filter((id, index) => jobs.indexOf(id) !== index).map((id) => `Two jobs have the id ${id}.`),
    ...files
      .filter((file) => !runs.some(({ workflow }) => workflow === file))
      .map((file) => `No run uses ${file}.`),
  ];
}

function workflowFiles(root: string, folder: string): string[] {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith(".yml"));
  return names.filter((name) => name !== "zizmor.yml").map((name) => `${folder}/${name}`);
}
