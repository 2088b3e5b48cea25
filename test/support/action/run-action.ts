import { fileURLToPath } from "node:url";
import {
  type ChildOptions,
  type ChildResult,
  type Environment,
  ignoreUnhandled,
  readBaseEnvironment,
  type StartedChild,
  startChild,
} from "../processes/child-process.ts";
import { type Annotation, toAnnotations } from "./annotations.ts";
import { toInputEnvironment } from "./input-environment.ts";
import { parseOutputFile } from "./output-file.ts";
import { createRunnerFiles, type RunnerFiles, type WorkflowEvent } from "./runner.ts";
import { readCommands } from "./workflow-commands.ts";

/** One step. By default `entry` is the built bundle and the event an empty `workflow_dispatch`. */
export interface ActionOptions extends Pick<ChildOptions, "timeoutMs" | "onLine" | "uid"> {
  readonly entry?: string;
  /** By their names in action.yml. They override the declared defaults. */
  readonly inputs: Record<string, string>;
  /** Overrides everything else; `undefined` unsets a variable. */
  readonly env?: Environment;
  readonly event?: WorkflowEvent;
  /** The results service; without it the step has neither artifacts nor cache. */
  readonly results?: { readonly url: string; readonly token: string };
  /** The checkout; by default a new, empty folder. */
  readonly workspace?: string;
}

/** The result of a step, as the runner sees it. The streams are raw: nothing is masked. */
export interface ActionResult extends ChildResult {
  readonly outputs: Record<string, string>;
  readonly summary: string;
  readonly workspace: string;
  readonly annotations: Annotation[];
  readonly masks: string[];
}

const bundle = fileURLToPath(new URL("../../../dist/index.js", import.meta.url));

const runner: Environment = {
  CI: "true",
  GITHUB_ACTIONS: "true",
  GITHUB_REPOSITORY: "octo/showreel-test",
  GITHUB_REPOSITORY_ID: "815",
  GITHUB_REPOSITORY_OWNER: "octo",
  GITHUB_ACTOR: "octocat",
  GITHUB_WORKFLOW: "Video",
  GITHUB_RUN_ID: "4711",
  GITHUB_RUN_NUMBER: "1",
  GITHUB_RUN_ATTEMPT: "1",
  GITHUB_JOB: "video",
  GITHUB_ACTION: "__octo_showreel",
  GITHUB_REF: "refs/heads/main",
  GITHUB_REF_NAME: "main",
  GITHUB_REF_TYPE: "branch",
  GITHUB_SHA: "c0ffee0000000000000000000000000000c0ffee",
  GITHUB_SERVER_URL: "https://github.com",
  // Nothing listens on the discard port: a call that a test did not expect fails at once.
  GITHUB_API_URL: "http://127.0.0.1:9",
  GITHUB_RETENTION_DAYS: "90",
  RUNNER_OS: "Linux",
  RUNNER_ENVIRONMENT: "github-hosted",
  ACTIONS_CACHE_SERVICE_V2: "True",
};

/** Starts the action as the runner does, for tests that send signals. */
export function startAction(options: ActionOptions): StartedChild<ActionResult> {
  const { entry = bundle, inputs, env, results, event, workspace, ...child } = options;
  const machine = createRunnerFiles(
    event ?? { name: "workflow_dispatch", payload: {} },
    workspace,
    child.uid,
  );
  const started = startChild({
    ...child,
    args: [entry],
    cwd: machine.workspace,
    env: {
      ...readBaseEnvironment(),
      ...runner,
      ...machine.env,
      ...{ ACTIONS_RESULTS_URL: results?.url, ACTIONS_RUNTIME_TOKEN: results?.token },
      ...toInputEnvironment(inputs),
      ...env,
    },
  });
  return {
    child: started.child,
    done: ignoreUnhandled(started.done.then((ended) => toResult(ended, machine))),
  };
}

/** Runs the action to its end. */
export async function runAction(options: ActionOptions): Promise<ActionResult> {
  return await startAction(options).done;
}

/** Outputs from commands, overridden by those from the output file. */
function toResult(ended: ChildResult, machine: RunnerFiles): ActionResult {
  const commands = readCommands(`${ended.stdout}\n${ended.stderr}`);
  const printed = commands.filter((command) => command.name === "set-output");
  return {
    ...ended,
    outputs: {
      ...Object.fromEntries(printed.map(({ properties, data }) => [properties.name ?? "", data])),
      ...parseOutputFile(machine.read("GITHUB_OUTPUT")),
    },
    summary: machine.read("GITHUB_STEP_SUMMARY"),
    workspace: machine.workspace,
    annotations: toAnnotations(commands),
    masks: commands.filter((command) => command.name === "add-mask").map((command) => command.data),
  };
}
