import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { WorkflowRun } from "./workflow-run.ts";

const workflowsFolder = "test/e2e/workflows";

/** The jobs of a workflow, by their keys. */
export function jobsOf(root: string, workflow: string): string[] {
  const { jobs } = parse(readFileSync(join(root, workflow), "utf8")) as { jobs: object };
  return Object.keys(jobs);
}

/** What is wrong with the list of promises: one without a job, a job without one, a workflow that nobody runs. */
export function gateProblems(
  root: string,
  promises: Readonly<Record<string, string>>,
  runs: readonly WorkflowRun[],
): string[] {
  const workflows = filesIn(root, workflowsFolder);
  const jobs = workflows.flatMap((workflow) => jobsOf(root, workflow));
  const files = [...workflows, ...filesIn(root, "examples")];
  const promised = Object.keys(promises);
  return [
    ...promised.filter((id) => !jobs.includes(id)).map((id) => `The promise ${id} has no job.`),
    ...jobs.filter((id) => !promised.includes(id)).map((id) => `The job ${id} has no promise.`),
    ...jobs.filter((id, index) => jobs.indexOf(id) !== index).map((id) => `There are two jobs ${id}.`),
    ...files
      .filter((file) => !runs.some(({ workflow }) => workflow === file))
      .map((file) => `Nobody runs ${file}.`),
  ];
}

function filesIn(root: string, folder: string): string[] {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith(".yml"));
  return names.filter((name) => name !== "zizmor.yml").map((name) => `${folder}/${name}`);
}
