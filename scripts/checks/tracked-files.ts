import { execFileSync } from "node:child_process";
import { lstatSync } from "node:fs";

/**
 * Returns the paths of tracked files, and of those that `git add` would add, from the root of the repository.
 */
export function trackedFiles(...patterns: readonly string[]): string[] {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ...patterns];
  const names = execFileSync("git", list, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }).split("\0");
  // Without deleted files and symbolic links.
  return names.filter((name) => name !== "" && lstatSync(name, { throwIfNoEntry: false })?.isFile());
}
