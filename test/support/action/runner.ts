import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createTemporaryFolder } from "../files/temporary-folder.ts";
import type { Environment } from "../processes/child-process.ts";

/** The event that started the run. */
export interface WorkflowEvent {
  readonly name: string;
  readonly payload: object;
}

/** The folders and files that the runner creates for a step. */
export interface RunnerFiles {
  readonly workspace: string;
  /** The variables that name them. */
  readonly env: Environment;
  /** The current content of `GITHUB_OUTPUT` or `GITHUB_STEP_SUMMARY`; "" if the file doesn't exist. */
  read(variable: string): string;
}

const commandFiles = ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_STATE", "GITHUB_ENV", "GITHUB_PATH"];

/** Creates them in a new folder, owned by `uid` if it is set. An existing workspace is not changed. */
export function createRunnerFiles(event: WorkflowEvent, givenWorkspace?: string, uid?: number): RunnerFiles {
  const root = createTemporaryFolder();
  const makeFolder = (name: string) => {
    mkdirSync(join(root, name));
    return join(root, name);
  };
  const makeFile = (name: string, text: string) => {
    writeFileSync(join(root, name), text);
    return join(root, name);
  };
  const workspace = givenWorkspace ?? makeFolder("workspace");
  const files = Object.fromEntries(commandFiles.map((name) => [name, makeFile(name, "")]));
  const env = {
    ...files,
    HOME: makeFolder("home"),
    RUNNER_TEMP: makeFolder("temp"),
    RUNNER_TOOL_CACHE: makeFolder("tools"),
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: makeFile("event.json", JSON.stringify(event.payload)),
  };
  if (uid !== undefined) giveTo(uid, root);
  return { workspace, env, read: (variable) => readIfThere(files[variable]) };
}

function giveTo(uid: number, root: string): void {
  for (const name of ["", ...readdirSync(root)]) chownSync(join(root, name), uid, uid);
}

function readIfThere(path: string | undefined): string {
  return path !== undefined && existsSync(path) ? readFileSync(path, "utf8") : "";
}
