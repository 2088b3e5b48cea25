import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** The version that is built where none is at hand. */
export const actVersion = "v0.2.89";

/** Finds `act`: `$ACT`, the PATH, an earlier build, or a build of its own. Undefined where there is no Go to build it. */
export function findAct(env: NodeJS.ProcessEnv, tell: (words: string) => void): string | undefined {
  const { ACT, PATH = "" } = env;
  if (ACT) return ACT;
  const folders = [...PATH.split(delimiter), buildFolder(env)];
  const found = folders.map((folder) => join(folder, fileName)).find((file) => existsSync(file));
  return found ?? build(env, tell);
}

const fileName = process.platform === "win32" ? "act.exe" : "act";

function buildFolder(env: NodeJS.ProcessEnv): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "showreel", `act-${actVersion}`);
}

function build(env: NodeJS.ProcessEnv, tell: (words: string) => void): string | undefined {
  if (spawnSync("go", ["version"]).status !== 0) return undefined;
  const folder = buildFolder(env);
  mkdirSync(folder, { recursive: true });
  tell(`Building act ${actVersion} into ${folder}: this takes two minutes, once.`);
  const source = `github.com/nektos/act@${actVersion}`;
  const { status } = spawnSync("go", ["install", source], {
    env: { ...env, GOBIN: folder },
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error(`act could not be built (go install ${source}).`);
  return join(folder, fileName);
}
