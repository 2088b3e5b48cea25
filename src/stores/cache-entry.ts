import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeTemporaryFolder } from "../base/files/temporary-folder.ts";

/** Part of an entry's identity: one constant, relative path, the same on all systems. Nothing is read or written there. */
export const entryPaths: readonly string[] = [".showreel/entry"];

/**
 * Lends a file for an entry of the cache. It lies in a fresh folder of the runner's: in the workspace a checkout may hold
 * a link, or a pipe, in its place.
 */
export async function withEntryFile<Result>(
  content: string,
  work: (paths: string[]) => Promise<Result>,
): Promise<Result> {
  // The toolkit itself keeps its archives there.
  const folder = await makeTemporaryFolder(process.env.RUNNER_TEMP);
  try {
    const file = join(folder, "entry");
    await writeFile(file, content, { flag: "wx" });
    return await work(pathsTo(file));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// The toolkit (@actions/cache 6.3) hashes a copy of the list for the entry's version, and joins the list itself for the
// patterns that say which files are in it. So one list gives the constant identity and the file of this machine.
function pathsTo(file: string): string[] {
  return Object.assign([...entryPaths], { join: () => escapePattern(file) });
}

// As @actions/glob does it for the workspace's own path.
function escapePattern(path: string): string {
  const literal = process.platform === "win32" ? path : path.replaceAll("\\", "\\\\");
  return literal.replace(/\[(?=[^/]+\])|[?*]/g, (sign) => `[${sign}]`);
}
