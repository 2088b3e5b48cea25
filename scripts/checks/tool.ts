import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, resolve } from "node:path";

// Where .ci/tools/install installs the tools.
const folders = ["bin", "python/bin", "npm/node_modules/.bin"].map((folder) => resolve(".tools", folder));

/**
 * Runs a tool that `.ci/tools/install` installs, and shows its output. Returns a finding when it fails. Throws if
 * the tool is not installed: then nothing was checked.
 */
export function runTool(name: string, ...args: readonly string[]): string[] {
  const file = folders.map((folder) => resolve(folder, name)).find((path) => existsSync(path));
  if (file === undefined) throw new Error(`${name} is not installed. Run: bash .ci/tools/install`);
  const path = [...folders, process.env.PATH].join(delimiter);
  const { status, error } = spawnSync(file, args, { stdio: "inherit", env: { ...process.env, PATH: path } });
  return status === 0 ? [] : [`${name} ${args[0] ?? ""} exited with ${status ?? error?.message}`];
}
