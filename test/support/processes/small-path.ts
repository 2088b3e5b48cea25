import { accessSync, constants, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { createTemporaryFolder } from "../files/temporary-folder.ts";

const programs = ["tar", "gzip"].map(findProgram);

/**
 * Creates the `PATH` of a runner that has `tar` and `gzip`, but not zstd: GitHub's cache client then compresses
 * with gzip. If it finds zstd, it starts `zstd --version` for every key that it looks up, and starting a
 * process takes a worker that uses a gigabyte about 8 milliseconds.
 */
export function createSmallPath(): string {
  // Windows needs more than these two.
  if (process.platform === "win32") return process.env.PATH ?? "";
  const folder = createTemporaryFolder();
  for (const { name, path } of programs) symlinkSync(path, join(folder, name));
  return folder;
}

function findProgram(name: string): { readonly name: string; readonly path: string } {
  const paths = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name));
  return { name, path: paths.find(isExecutable) ?? join("/usr/bin", name) };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
