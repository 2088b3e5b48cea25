import { join } from "node:path";
import package_ from "../../package.json" with { type: "json" };
import type { Runtime } from "../base/runtime.ts";
import { noVideoCache } from "../download/video-cache.ts";
import { readInputs } from "../inputs/read-inputs.ts";
import { type Settings, sharedSettings } from "../inputs/schema/settings.ts";
import { type JobStore, noJobStore } from "../jobs/job-store.ts";
import { run } from "../pipeline/run.ts";
import { readWorkflow } from "../platform/github/workflow.ts";
import { providerNames } from "../providers/index.ts";
import type { Outputs } from "../publish/outputs.ts";
import { createFileStore } from "../stores/file-store.ts";
import { layerStores } from "../stores/layered-store.ts";
import { type Arguments, noArguments, readArguments } from "./args.ts";
import type { CliContext } from "./context.ts";
import { requireDotenv, writeDotenv } from "./dotenv.ts";
import { helpText } from "./help.ts";
import { runListCommand } from "./list.ts";
import { listSettings } from "./list-settings.ts";

/** The version of this package. */
const version = package_.version;

const schema = sharedSettings(providerNames);

/** The settings that the command line knows. */
export const settingNames = Object.keys({ ...schema.shape, ...listSettings.shape });

/** The command line: a list, or one video and one JSON object with the outputs on stdout. */
export async function main(runtime: Runtime, shell: CliContext): Promise<void> {
  if (shell.argv[0] === "list") return runListCommand(runtime, shell);
  const { args, problem } = tryReadArguments(shell);
  if (args.help) return shell.print(helpText(schema));
  if (args.version) return shell.print(`${version}\n`);
  const runner = await openRunnerFiles(runtime, shell);
  const workflow = readWorkflow(runtime, shell.env, shell.env.GITHUB_TOKEN ?? "");
  let last: Outputs | undefined;
  const ended = run<Settings>(runtime, {
    context: {
      workspace: shell.cwd,
      workflow,
      reuseScope: {
        store: createStore(runtime, shell),
        repositoryScope: [shell.env.GITHUB_REPOSITORY ?? shell.cwd],
        runScope: ciRunId(shell.env),
        runAttempt: { number: workflow.run.attempt, runStart: workflow.runStart },
      },
      openVideoCache: () => noVideoCache,
      apiKey: (variable) => shell.env[variable],
      apiKeyLabel: (variable) => variable,
    },
    async readInputs() {
      if (problem) throw problem;
      runner.requireWritten();
      if (args.dotenv !== undefined) requireDotenv(args.dotenv);
      return readInputs(schema, args.settings, shell.cwd);
    },
    writeOutputs(outputs) {
      last = outputs;
      runner.writeOutputs(outputs);
    },
    publishers: () => [],
    writeSummary: runner.writeSummary,
  });
  await printOutputs(runtime, shell, args, ended, () => last);
}

function createStore(runtime: Runtime, { cwd }: CliContext): JobStore {
  const file = createFileStore(join(cwd, ".showreel"));
  return layerStores(runtime, "The folder .showreel", file, noJobStore);
}

// What CI systems call a run, the same in all its attempts; undefined in a terminal.
function ciRunId(env: NodeJS.ProcessEnv): string | undefined {
  return (
    env.GITHUB_RUN_ID ?? env.CI_PIPELINE_ID ?? env.CIRCLE_WORKFLOW_ID ?? env.BUILD_BUILDID ?? env.BUILD_TAG
  );
}

// Also a command line that makes no sense ends with its outputs, so that a script reads one thing in every case.
function tryReadArguments({ argv, env }: CliContext): { args: Arguments; problem?: unknown } {
  try {
    return { args: readArguments(schema, argv, env) };
  } catch (problem) {
    return { args: noArguments, problem };
  }
}

// Stdout gets the outputs however the run ends, and before a file may refuse them. The run's own failure counts first.
async function printOutputs(
  { log }: Runtime,
  { print }: CliContext,
  { dotenv, dotenvIncludeUrl }: Arguments,
  ended: Promise<void>,
  last: () => Outputs | undefined,
): Promise<void> {
  const failure = await ended.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  const outputs = last();
  if (outputs) print(`${JSON.stringify(outputs, undefined, 2)}\n`);
  try {
    if (outputs && dotenv !== undefined) writeDotenv(dotenv, outputs, dotenvIncludeUrl);
  } catch (error) {
    if (!failure) throw error;
    log.debug(String(error));
  }
  if (failure) throw failure.error;
}

// In a `run:` step of GitHub Actions outputs and summary work as they do for the action; elsewhere there are none.
async function openRunnerFiles(runtime: Runtime, { env, mask }: CliContext) {
  const files =
    env.GITHUB_OUTPUT || env.GITHUB_STEP_SUMMARY ? await import("../publish/runner-files.ts") : undefined;
  const outputs = env.GITHUB_OUTPUT ? files?.createOutputWriter(env, runtime.log, mask) : undefined;
  return {
    writeOutputs: outputs?.write ?? (() => {}),
    requireWritten: outputs?.requireWritten ?? (() => {}),
    writeSummary: async (markdown: string) => {
      if (env.GITHUB_STEP_SUMMARY) await files?.writeSummary(runtime.log, markdown);
    },
  };
}
