import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Runtime } from "../../../src/base/runtime.ts";
import { createActionsCacheStore } from "../../../src/stores/actions-cache-store.ts";
import { createTemporaryFolder } from "../files/temporary-folder.ts";
import { readBaseEnvironment } from "../processes/child-process.ts";
import { createSimulatedStream, runSimulated, toProcessEnv } from "../processes/simulated-process.ts";
import { createSmallPath } from "../processes/small-path.ts";
import { createFakeRuntime } from "../runtime/fake-runtime.ts";
import type { FakeResults } from "./fake-results.ts";
import { type CallOutcome, makeCalls, type StoreCall } from "./store-calls.ts";

/** The folders of a runner's machine. */
export interface Machine {
  /** Contains the other two. */
  readonly folder: string;
  readonly workspace: string;
  readonly temporary: string;
}

/** Creates a machine with empty folders, and with this name for the runner's temporary folder. */
export function createMachine(temporaryName = "temp"): Machine {
  const folder = createTemporaryFolder();
  const [workspace, temporary] = [join(folder, "workspace"), join(folder, temporaryName)];
  for (const path of [workspace, temporary]) mkdirSync(path);
  return { folder, workspace, temporary };
}

/** The outcomes of the calls, and all that the process wrote to its standard output. */
export interface MachineResult {
  readonly outcomes: readonly CallOutcome[];
  readonly stdout: string;
}

/** How to run the calls: by default on a new machine, a minute after those before. */
export interface MachineOptions {
  readonly machine?: Machine;
  readonly runtime?: Runtime;
  /** Its `PATH`; by default without zstd. */
  readonly path?: string;
}

let minutes = 0;

// Keys of entries contain the time, so two jobs must not run at the same millisecond.
function createLaterRuntime(): Runtime {
  const runtime = createFakeRuntime();
  minutes += 1;
  runtime.setClock(minutes * 60_000);
  return runtime;
}

/** Makes the calls of an Actions cache store in a simulated process, like a job of a workflow. */
export async function runOnMachine(
  results: Pick<FakeResults, "url" | "token">,
  calls: readonly StoreCall[],
  {
    machine = createMachine(),
    runtime = createLaterRuntime(),
    path = createSmallPath(),
  }: MachineOptions = {},
): Promise<MachineResult> {
  const { workspace, temporary } = machine;
  const env = toProcessEnv({
    ...readBaseEnvironment(),
    PATH: path,
    ACTIONS_RESULTS_URL: results.url,
    ACTIONS_RUNTIME_TOKEN: results.token,
    ACTIONS_CACHE_SERVICE_V2: "True",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temporary,
  });
  const [stdout, stderr] = [createSimulatedStream(), createSimulatedStream()];
  const outcomes = await runSimulated({ env, cwd: workspace, stdout, stderr, pause: () => {} }, () =>
    makeCalls(createActionsCacheStore(runtime), calls),
  );
  return { outcomes, stdout: stdout.text() };
}
