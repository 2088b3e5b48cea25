import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** The version to build when `act` is not installed. */
export const actVersion = "v0.2.89";

/**
 * Finds `act`: `$ACT`, the PATH, an earlier build, or a new build. Returns undefined without Go to build it.
 */
export function findAct(env: NodeJS.ProcessEnv, log: (message: string) => void): string | undefined {
  const { ACT, PATH = "" } = env;
  if (ACT) return ACT;
  const folders = [...PATH.split(delimiter), buildFolder(env)];
  const existing = folders.map((folder) => join(folder, fileName)).find((file) => existsSync(file));
  return existing ?? build(env, log);
}

const fileName = process.platform === "win32" ? "act.exe" : "act";

function buildFolder(env: NodeJS.ProcessEnv): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "showreel", `act-${actVersion}`);
}

function build(env: NodeJS.ProcessEnv, log: (message: string) => void): string | undefined {
  if (spawnSync("go", ["version"]).status !== 0) return undefined;
  const folder = buildFolder(env);
  mkdirSync(folder, { recursive: true });
  log(`Building act ${actVersion} into ${folder}. This takes two minutes, once.`);
  const source = `github.com/nektos/act@${actVersion}`;
  const { status } = spawnSync("go", ["install", source], {
    env: { ...env, GOBIN: folder },
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error(`Could not build act (go install ${source}).`);
  return join(folder, fileName);
}
