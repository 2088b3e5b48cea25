import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeTemporaryFolder } from "../base/files/temporary-folder.ts";

/**
 * The paths that identify a cache entry together with its key: one constant, relative path that is the same
 * on all systems. No file exists at this path.
 */
export const entryPaths: readonly string[] = [".showreel/entry"];

/**
 * Calls `work` with the paths of a temporary file for a cache entry. The file is in a new folder inside the
 * runner's temporary folder, not in the workspace, where a checkout could have planted a link or a pipe at
 * its path.
 */
export async function withEntryFile<Result>(
  content: string,
  work: (paths: string[]) => Promise<Result>,
): Promise<Result> {
  // The toolkit creates its archives in RUNNER_TEMP too.
  const folder = await makeTemporaryFolder(process.env.RUNNER_TEMP);
  try {
    const file = join(folder, "entry");
    await writeFile(file, content, { flag: "wx" });
    return await work(pathsTo(file));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// The toolkit (@actions/cache 6.3) hashes a copy of the list as the entry's version, and calls `join` on the
// list itself for the glob patterns of its files. So one list provides both the constant identity and the
// file on this machine.
function pathsTo(file: string): string[] {
  return Object.assign([...entryPaths], { join: () => escapePattern(file) });
}

// Escapes a path the way @actions/glob escapes the workspace's path.
function escapePattern(path: string): string {
  const literal = process.platform === "win32" ? path : path.replaceAll("\\", "\\\\");
  return literal.replace(/\[(?=[^/]+\])|[?*]/g, (character) => `[${character}]`);
}
