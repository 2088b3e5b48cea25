import { join } from "node:path";
import { promises } from "../../test/e2e/promises.ts";
import type { JobLog } from "./act-log.ts";
import { heygenKey } from "./fake-services.ts";
import { startInspector } from "./inspector.ts";
import { createLocalAction } from "./local-action.ts";
import { type Outcome, toCheckOutcome, toOutcomes } from "./outcome.ts";
import { readJobIds } from "./promise-coverage.ts";
import { type E2eContext, runAct } from "./run-act.ts";
import type { WorkflowRun } from "./workflow-run.ts";

/** Runs the workflows one after another; then checks all their logs, summaries and requests. */
export async function runAll(
  context: Omit<E2eContext, "inspectorUrl">,
  runs: readonly WorkflowRun[],
  log: (message: string) => void,
): Promise<Outcome[]> {
  const { services, signal } = context;
  const allJobs: JobLog[] = [];
  const outcomes: Outcome[] = [];
  let jobs: JobLog[] = [];
  await using inspector = await startInspector(services, () => jobs);
  for (const run of runs) {
    if (signal.aborted) break;
    jobs = [];
    services.results.beginAttempt();
    const runOutcomes = await runOne({ ...context, inspectorUrl: inspector.url.origin }, run, jobs);
    allJobs.push(...jobs);
    outcomes.push(...runOutcomes);
    for (const { workflow, job, result, seconds } of runOutcomes)
      log(`${result.padEnd(8)} ${seconds.toFixed(1)} s  ${workflow} / ${job}`);
  }
  return [...outcomes, ...(await checkAll(context, allJobs))];
}

async function runOne(context: E2eContext, run: WorkflowRun, jobs: JobLog[]): Promise<Outcome[]> {
  const expected = readJobIds(context.checkout, run.workflow);
  const action = run.check && (await prepareExample(context, run));
  const { exitCode, stderr } = await runAct(context, run, action, jobs);
  const outcomes = toOutcomes(run, expected, jobs, promises);
  if (outcomes.some(({ result }) => result !== "success"))
    return jobs.length > 0 ? outcomes : outcomes.map((outcome) => ({ ...outcome, reasons: stderr }));
  const reasons = exitCode === 0 ? [] : [`act exited with ${exitCode}`, ...stderr];
  await run.check?.(context.services).catch((error: Error) => reasons.push(error.message));
  if (reasons.length === 0) return outcomes;
  const promise = "the run had the expected result";
  return [...outcomes, toCheckOutcome({ workflow: run.workflow, job: "outcome", promise, reasons })];
}

async function prepareExample(
  { checkout, folder, services }: E2eContext,
  { workflow }: WorkflowRun,
): Promise<string> {
  const action = join(folder, "actions", workflow.replaceAll(/\W/g, "-"));
  const { url } = await services.heygen(workflow);
  createLocalAction(checkout, action, url);
  return action;
}

async function checkAll(
  { services }: Pick<E2eContext, "services">,
  jobs: readonly JobLog[],
): Promise<Outcome[]> {
  const texts = jobs.flatMap(({ id, lines, summaries }) =>
    [...lines, ...summaries].map((text) => ({ id, text })),
  );
  const secrets = [heygenKey, services.github.token, "Signature=secret"];
  const leaks = texts.filter(({ text }) => secrets.some((secret) => text.includes(secret)));
  return [
    toCheckOutcome({
      workflow: "all",
      job: "secrets",
      promise: "no job printed a key or a signed link",
      reasons: leaks.map(({ id, text }) => `${id}: ${text}`),
    }),
    toCheckOutcome({
      workflow: "all",
      job: "requests",
      promise: "all requests match the API descriptions of GitHub and HeyGen",
      reasons: await services.problems(),
    }),
  ];
}
