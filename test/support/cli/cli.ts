import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createTemporaryFolder } from "../files/temporary-folder.ts";
import type { ChildResult, Environment } from "../processes/child-process.ts";

/** How to run the command line. By default `cwd` is a new folder. */
export interface CliOptions {
  readonly cwd?: string;
  /** Added to a clean environment. */
  readonly env?: Environment;
}

/** How the command line ended, and the folder it ran in. */
export interface CliResult extends ChildResult {
  readonly cwd: string;
}

/** Creates the home folder and, unless it is given, the working directory. */
export function createCliFolders(givenCwd: string | undefined): {
  readonly home: string;
  readonly cwd: string;
} {
  const folder = createTemporaryFolder();
  const home = join(folder, "home");
  const cwd = givenCwd ?? join(folder, "work");
  for (const path of [home, cwd]) mkdirSync(path, { recursive: true });
  return { home, cwd };
}
