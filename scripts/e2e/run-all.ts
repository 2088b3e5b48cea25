import { join } from "node:path";
import { promises } from "../../test/e2e/promises.ts";
import type { JobLog } from "./act-log.ts";
import { jobsOf } from "./gate.ts";
import { createLocalAction } from "./local-action.ts";
import { type Outcome, toCheck, toOutcomes } from "./outcome.ts";
import { type Place, runAct } from "./run-act.ts";
import { startWitness } from "./witness.ts";
import type { WorkflowRun } from "./workflow-run.ts";
import { heygenKey } from "./world.ts";

/** Runs the workflows one after another, and looks at the end at what all of them wrote and sent. */
export async function runAll(
  place: Omit<Place, "witnessUrl">,
  runs: readonly WorkflowRun[],
  tell: (words: string) => void,
): Promise<Outcome[]> {
  const all: JobLog[] = [];
  let current: JobLog[] = [];
  await using witness = await startWitness(place.world, () => current);
  const outcomes: Outcome[] = [];
  for (const run of runs) {
    if (place.signal.aborted) break;
    current = [];
    place.world.results.beginAttempt();
    const found = await runOne({ ...place, witnessUrl: witness.url.origin }, run, current);
    all.push(...current);
    outcomes.push(...found);
    for (const { workflow, job, result, seconds } of found)
      tell(`${result.padEnd(8)} ${seconds.toFixed(1)} s  ${workflow} / ${job}`);
  }
  return [...outcomes, ...(await checkAll(place, all))];
}

async function runOne(place: Place, run: WorkflowRun, jobs: JobLog[]): Promise<Outcome[]> {
  const expected = jobsOf(place.checkout, run.workflow);
  const action = run.check && (await prepareExample(place, run));
  const { code, words } = await runAct(place, run, action, jobs);
  const outcomes = toOutcomes(run, expected, jobs, promises);
  if (outcomes.some(({ result }) => result !== "success"))
    return jobs.length > 0 ? outcomes : outcomes.map((outcome) => ({ ...outcome, why: words }));
  const problem = await run.check?.(place.world).then(
    () => undefined,
    (error: Error) => error.message,
  );
  const problems = [
    ...(code === 0 ? [] : [`act ended with ${code}`, ...words]),
    ...(problem ? [problem] : []),
  ];
  const check = toCheck(run.workflow, "outcome", "all of it came out as it should", problems);
  return problems.length === 0 ? outcomes : [...outcomes, check];
}

async function prepareExample(
  { checkout, folder, world }: Place,
  { workflow }: WorkflowRun,
): Promise<string> {
  const action = join(folder, "actions", workflow.replaceAll(/\W/g, "-"));
  const { url } = await world.heygen(workflow);
  createLocalAction(checkout, action, url);
  return action;
}

async function checkAll({ world }: Pick<Place, "world">, jobs: readonly JobLog[]): Promise<Outcome[]> {
  const written = jobs.flatMap(({ id, lines, summaries }) =>
    [...lines, ...summaries].map((text) => [id, text]),
  );
  const secrets = [heygenKey, world.github.token, "Signature=secret"];
  const leaks = written.filter(([, text]) => secrets.some((secret) => text?.includes(secret)));
  return [
    toCheck(
      "all",
      "secrets",
      "no job wrote a key or a signed link",
      leaks.map((leak) => leak.join(": ")),
    ),
    toCheck(
      "all",
      "requests",
      "all requests were as GitHub and HeyGen describe them",
      await world.problems(),
    ),
  ];
}
