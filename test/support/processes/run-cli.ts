import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createTemporaryFolder } from "../files/temporary-folder.ts";
import {
  type ChildOptions,
  type ChildResult,
  type Environment,
  ignoreUnhandled,
  readBaseEnvironment,
  type StartedChild,
  startChild,
} from "./child-process.ts";

/** How to start the command line. By default `cwd` is a new folder and `entry` the built bundle. */
export interface CliOptions extends Pick<ChildOptions, "input" | "timeoutMs" | "onLine" | "uid"> {
  readonly entry?: string;
  readonly cwd?: string;
  /** Added to a clean environment. */
  readonly env?: Environment;
}

/** How the command line ended, and the folder it ran in. */
export interface CliResult extends ChildResult {
  readonly cwd: string;
}

const bundle = fileURLToPath(new URL("../../../dist/cli/index.js", import.meta.url));

/** Starts the command line as a user's shell would, for tests that send signals. */
export function startCli(args: readonly string[], options: CliOptions = {}): StartedChild<CliResult> {
  const { entry = bundle, cwd, env, ...child } = options;
  const folder = createTemporaryFolder();
  const home = join(folder, "home");
  const work = cwd ?? join(folder, "work");
  for (const path of [home, work]) mkdirSync(path, { recursive: true });
  const started = startChild({
    ...child,
    args: [entry, ...args],
    cwd: work,
    env: { ...readBaseEnvironment(), HOME: home, ...env },
  });
  return {
    child: started.child,
    done: ignoreUnhandled(started.done.then((result) => ({ ...result, cwd: work }))),
  };
}

/** Runs the command line to its end. */
export async function runCli(args: readonly string[], options?: CliOptions): Promise<CliResult> {
  return await startCli(args, options).done;
}
