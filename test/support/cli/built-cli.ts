import { fileURLToPath } from "node:url";
import {
  type ChildOptions,
  ignoreUnhandled,
  readBaseEnvironment,
  type StartedChild,
  startChild,
} from "../processes/child-process.ts";
import { compileCache } from "../processes/compile-cache.ts";
import { type CliOptions, type CliResult, createCliFolders } from "./cli.ts";

/** The command line in a process of its own. By default `entry` is the bundle in `dist/`. */
export interface BuiltCliOptions
  extends CliOptions,
    Pick<ChildOptions, "input" | "timeoutMs" | "onLine" | "uid"> {
  readonly entry?: string;
}

const bundle = fileURLToPath(new URL("../../../dist/cli/index.js", import.meta.url));

/** Starts the bundle as a user's shell would, for tests of processes. */
export function startBuiltCli(
  args: readonly string[],
  options: BuiltCliOptions = {},
): StartedChild<CliResult> {
  const { entry = bundle, cwd: givenCwd, env, ...child } = options;
  const { home, cwd } = createCliFolders(givenCwd);
  const started = startChild({
    ...child,
    args: [entry, ...args],
    cwd,
    env: { ...readBaseEnvironment(), ...compileCache, HOME: home, ...env },
  });
  return {
    child: started.child,
    done: ignoreUnhandled(started.done.then((result) => ({ ...result, cwd }))),
  };
}

/** Runs the bundle to its end. */
export async function runBuiltCli(args: readonly string[], options?: BuiltCliOptions): Promise<CliResult> {
  return await startBuiltCli(args, options).done;
}
