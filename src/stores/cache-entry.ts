import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeTemporaryFolder } from "../base/files/temporary-folder.ts";

/**
 * The paths that identify an entry, together with its key: one constant, relative path, the same on all
 * systems. Nothing is read or written there.
 */
export const entryPaths: readonly string[] = [".showreel/entry"];

/**
 * Calls `work` with the paths of a temporary file for a cache entry. The file is in a new folder of the
 * runner's: in the workspace, a checkout could have planted a link or a pipe in its place.
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

// As @actions/glob escapes the path of the workspace.
function escapePattern(path: string): string {
  const literal = process.platform === "win32" ? path : path.replaceAll("\\", "\\\\");
  return literal.replace(/\[(?=[^/]+\])|[?*]/g, (character) => `[${character}]`);
}
