import { type ChildResult, type Environment, readBaseEnvironment } from "../processes/child-process.ts";
import { type Annotation, toAnnotations } from "./annotations.ts";
import { toInputEnvironment } from "./input-environment.ts";
import { parseOutputFile } from "./output-file.ts";
import { createRunnerFiles, type RunnerFiles, type WorkflowEvent } from "./runner.ts";
import { readCommands } from "./workflow-commands.ts";

/** One step. By default the event is an empty `workflow_dispatch`. */
export interface StepOptions {
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
export interface StepResult extends ChildResult {
  readonly outputs: Record<string, string>;
  readonly summary: string;
  readonly workspace: string;
  readonly annotations: Annotation[];
  readonly masks: string[];
}

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

/** Creates the files and the environment of a step, as the runner does. `uid` owns the files if it is set. */
export function prepareStep(
  { inputs, env, event, results, workspace }: StepOptions,
  uid?: number,
): { readonly files: RunnerFiles; readonly env: Environment } {
  const files = createRunnerFiles(event ?? { name: "workflow_dispatch", payload: {} }, workspace, uid);
  return {
    files,
    env: {
      ...readBaseEnvironment(),
      ...runner,
      ...files.env,
      ...{ ACTIONS_RESULTS_URL: results?.url, ACTIONS_RUNTIME_TOKEN: results?.token },
      ...toInputEnvironment(inputs),
      ...env,
    },
  };
}

/** Reads the result of a step that has ended. Outputs from the output file override those from commands. */
export function toStepResult(ended: ChildResult, files: RunnerFiles): StepResult {
  const commands = readCommands(`${ended.stdout}\n${ended.stderr}`);
  const printed = commands.filter((command) => command.name === "set-output");
  return {
    ...ended,
    outputs: {
      ...Object.fromEntries(printed.map(({ properties, data }) => [properties.name ?? "", data])),
      ...parseOutputFile(files.read("GITHUB_OUTPUT")),
    },
    summary: files.read("GITHUB_STEP_SUMMARY"),
    workspace: files.workspace,
    annotations: toAnnotations(commands),
    masks: commands.filter((command) => command.name === "add-mask").map((command) => command.data),
  };
}
