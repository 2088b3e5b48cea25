import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { promises } from "../../test/e2e/promises.ts";
import { runs } from "../../test/e2e/runs.ts";
import { findAct } from "./act.ts";
import { createCheckout } from "./checkout.ts";
import { startFakeServices } from "./fake-services.ts";
import type { Outcome } from "./outcome.ts";
import { promiseCoverageProblems } from "./promise-coverage.ts";
import { toTable } from "./report.ts";
import { runAll } from "./run-all.ts";

// Runs the workflows and examples in `act`, against fakes on loopback. See README.md in this folder.

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean" }, required: { type: "boolean" } },
});
const log = (message: string) => void process.stderr.write(`${message}\n`);
const interruption = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => interruption.abort());

const root = join(import.meta.dirname, "../..");
const selected = runs.filter(
  ({ workflow }) => names.length === 0 || names.some((name) => workflow.includes(name)),
);
const problems = promiseCoverageProblems(root, promises, runs);
if (selected.length === 0) problems.push(`No workflow matches ${names.join(" or ")}.`);
const act = findAct(process.env, log);
if (problems.length > 0) {
  log(problems.join("\n"));
  process.exitCode = 1;
} else if (act === undefined) {
  log("Skipped the end-to-end tests: neither act nor Go to build it is installed.");
  process.exitCode = options.required ? 1 : 0;
} else report(await run(act));

async function run(engine: string): Promise<Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), "showreel-e2e-"));
  try {
    await using services = await startFakeServices();
    const checkout = join(folder, "showreel-test");
    createCheckout(root, join(root, "test/e2e/checkout"), checkout);
    return await runAll(
      { act: engine, checkout, folder, services, signal: interruption.signal },
      selected,
      log,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(outcomes: readonly Outcome[]): void {
  process.stdout.write(
    options.json ? `${JSON.stringify(outcomes, undefined, 2)}\n` : `\n${toTable(outcomes)}`,
  );
  const failed = outcomes.some(({ result }) => result !== "success");
  process.exitCode = interruption.signal.aborted ? 130 : Number(failed);
}
