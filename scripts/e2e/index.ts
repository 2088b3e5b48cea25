import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { promises } from "../../test/e2e/promises.ts";
import { runs } from "../../test/e2e/runs.ts";
import { findAct } from "./act.ts";
import { createCheckout } from "./checkout.ts";
import { gateProblems } from "./gate.ts";
import type { Outcome } from "./outcome.ts";
import { toTable } from "./report.ts";
import { runAll } from "./run-all.ts";
import { createWorld } from "./world.ts";

// Runs workflows and examples for real, in the engine `act`, against fakes on loopback. See README.md beside this file.

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean" }, required: { type: "boolean" } },
});
const tell = (words: string) => void process.stderr.write(`${words}\n`);
const stopped = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => stopped.abort());

const root = join(import.meta.dirname, "../..");
const chosen = runs.filter(
  ({ workflow }) => names.length === 0 || names.some((name) => workflow.includes(name)),
);
const problems = gateProblems(root, promises, runs);
if (chosen.length === 0) problems.push(`No workflow is called ${names.join(" or ")}.`);
const act = findAct(process.env, tell);
if (problems.length > 0) {
  tell(problems.join("\n"));
  process.exitCode = 1;
} else if (act === undefined) {
  tell("The end-to-end tests were skipped: there is neither act nor Go to build it.");
  process.exitCode = options.required ? 1 : 0;
} else report(await run(act));

async function run(engine: string): Promise<Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), "showreel-e2e-"));
  try {
    await using world = await createWorld();
    const checkout = join(folder, "showreel-test");
    createCheckout(root, join(root, "test/e2e/checkout"), checkout);
    return await runAll({ act: engine, checkout, folder, world, signal: stopped.signal }, chosen, tell);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(outcomes: readonly Outcome[]): void {
  process.stdout.write(
    options.json ? `${JSON.stringify(outcomes, undefined, 2)}\n` : `\n${toTable(outcomes)}`,
  );
  const failed = outcomes.some(({ result }) => result !== "success");
  process.exitCode = stopped.signal.aborted ? 130 : Number(failed);
}
