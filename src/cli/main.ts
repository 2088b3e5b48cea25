import { join } from "node:path";
import package_ from "../../package.json" with { type: "json" };
import { exitStatuses, ShowreelError } from "../base/errors.ts";
import type { Logger, Runtime } from "../base/runtime.ts";
import { noVideoCache } from "../download/video-cache.ts";
import { readInputs } from "../inputs/read-inputs.ts";
import { type Settings, sharedSettings } from "../inputs/schema/settings.ts";
import { type JobStore, noJobStore } from "../jobs/job-store.ts";
import { run } from "../pipeline/run.ts";
import { isCi, readCiRun } from "../platform/ci-run.ts";
import { readWorkflow } from "../platform/github/workflow.ts";
import { providerNames } from "../providers/index.ts";
import type { Outputs } from "../publish/outputs.ts";
import { signedUrlSecrets, withoutSignedUrls } from "../publish/signed-urls.ts";
import { createFileStore } from "../stores/file-store.ts";
import { layerStores } from "../stores/layered-store.ts";
import { type Arguments, noArguments, readArguments } from "./args.ts";
import type { CliContext } from "./context.ts";
import { requireDotenv, writeDotenv } from "./dotenv.ts";
import { formatTerminalError } from "./error-message.ts";

const schema = sharedSettings(providerNames);

/** The settings that have a flag, except those of `showreel list`. */
export const settingNames = Object.keys(schema.shape);

/**
 * Runs the command line: prints a list, or makes a video and prints one JSON object with its outputs. Returns
 * the exit status; an error is logged.
 */
export async function main(runtime: Runtime, shell: CliContext): Promise<number> {
  try {
    await runCommand(runtime, shell);
    return 0;
  } catch (error) {
    const names = isList(shell) ? await listSettingNames() : settingNames;
    runtime.log.info(formatTerminalError(error, names, shell.argv, shell.env));
    return error instanceof ShowreelError ? exitStatuses[error.code] : 1;
  }
}

const isList = ({ argv }: CliContext) => argv[0] === "list";

async function listSettingNames(): Promise<string[]> {
  const { listSettings } = await import("./list-settings.ts");
  return Object.keys(listSettings.shape);
}

async function runCommand(runtime: Runtime, shell: CliContext): Promise<void> {
  if (isList(shell)) {
    const { runListCommand } = await import("./list.ts");
    return runListCommand(runtime, shell);
  }
  const { args, argumentError } = tryReadArguments(shell);
  if (args.help) {
    const { showreelHelp } = await import("./help-text.ts");
    return shell.print(showreelHelp);
  }
  if (args.version) return shell.print(`${package_.version}\n`);
  const runner = await openRunnerFiles(runtime, shell);
  const ciRun = readCiRun(shell.env);
  const workflow = readWorkflow(runtime, shell.env, shell.env.GITHUB_TOKEN ?? "");
  let outputs: Outputs | undefined;
  const finished = run<Settings>(runtime, {
    context: {
      workspace: shell.cwd,
      workflow,
      reuseScope: {
        store: createStore(runtime, shell),
        repositoryScope: [shell.env.GITHUB_REPOSITORY || ciRun.repository || shell.cwd],
        runScope: ciRun.id,
        runAttempt: { number: ciRun.attempt, runStart: workflow.runStart },
      },
      openVideoCache: () => noVideoCache,
      apiKey: (variable) => shell.env[variable],
      apiKeyLabel: (variable) => variable,
    },
    async readInputs() {
      if (argumentError) throw argumentError;
      runner.requireWritten();
      if (args.dotenv !== undefined) requireDotenv({ path: args.dotenv, cwd: shell.cwd });
      return readInputs(schema, args.settings, shell.cwd);
    },
    writeOutputs(current) {
      outputs = current;
      runner.writeOutputs(current);
    },
    publishers: () => [],
    writeSummary: runner.writeSummary,
  });
  const failure = await finished.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  if (outputs) printOutputs(outputs, args, shell, { rethrow: !failure, log: runtime.log });
  if (failure) throw failure.error;
}

function createStore(runtime: Runtime, { cwd }: CliContext): JobStore {
  const file = createFileStore(join(cwd, ".showreel"));
  return layerStores(runtime, "The folder .showreel", file, noJobStore);
}

// A wrong command line also ends with outputs, so that a script can always read them.
function tryReadArguments({ argv, env }: CliContext): { args: Arguments; argumentError?: unknown } {
  try {
    return { args: readArguments(schema, argv, env) };
  } catch (argumentError) {
    return { args: noArguments, argumentError };
  }
}

// Prints to stdout first, because the file may not be writable. If the run failed, its own error is the one
// to report.
function printOutputs(
  outputs: Outputs,
  { dotenv, dotenvIncludeUrl, includeUrls }: Arguments,
  { print, mask, cwd, env }: CliContext,
  onError: { readonly rethrow: boolean; readonly log: Logger },
): void {
  for (const secret of signedUrlSecrets(outputs)) mask(secret);
  const printed = isCi(env) && !includeUrls ? withoutSignedUrls(outputs) : outputs;
  print(`${JSON.stringify(printed, undefined, 2)}\n`);
  try {
    if (dotenv !== undefined) writeDotenv({ path: dotenv, cwd }, outputs, dotenvIncludeUrl);
  } catch (error) {
    if (onError.rethrow) throw error;
    onError.log.debug(String(error));
  }
}

// In a `run:` step of GitHub Actions, outputs and summary work like those of the action; elsewhere there are
// none.
async function openRunnerFiles(runtime: Runtime, { env, mask }: CliContext) {
  const files =
    env.GITHUB_OUTPUT || env.GITHUB_STEP_SUMMARY ? await import("../publish/runner-files.ts") : undefined;
  const outputs = env.GITHUB_OUTPUT ? files?.createOutputWriter(env, runtime.log, mask) : undefined;
  return {
    writeOutputs: outputs?.write ?? (() => {}),
    requireWritten: outputs?.requireWritten ?? (() => {}),
    writeSummary: async (markdown: string) => {
      if (env.GITHUB_STEP_SUMMARY) await files?.writeSummary(env, runtime.log, markdown);
    },
  };
}
