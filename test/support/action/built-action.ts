import { fileURLToPath } from "node:url";
import {
  type ChildOptions,
  ignoreUnhandled,
  type StartedChild,
  startChild,
} from "../processes/child-process.ts";
import { compileCache } from "../processes/compile-cache.ts";
import { prepareStep, type StepOptions, type StepResult, toStepResult } from "./step.ts";

/** One step in a process of its own. By default `entry` is the bundle in `dist/`. */
export interface BuiltStepOptions extends StepOptions, Pick<ChildOptions, "timeoutMs" | "onLine" | "uid"> {
  readonly entry?: string;
}

const bundle = fileURLToPath(new URL("../../../dist/index.js", import.meta.url));

/** Starts the bundle as the runner does, for tests of processes. */
export function startBuiltAction({ entry = bundle, ...options }: BuiltStepOptions): StartedChild<StepResult> {
  const { timeoutMs, onLine, uid } = options;
  const { files, env } = prepareStep(options, uid);
  const started = startChild({
    ...{ timeoutMs, onLine, uid },
    args: [entry],
    cwd: files.workspace,
    env: { ...compileCache, ...env },
  });
  return {
    child: started.child,
    done: ignoreUnhandled(started.done.then((ended) => toStepResult(ended, files))),
  };
}

/** Runs the bundle to its end. */
export async function runBuiltAction(options: BuiltStepOptions): Promise<StepResult> {
  return await startBuiltAction(options).done;
}
