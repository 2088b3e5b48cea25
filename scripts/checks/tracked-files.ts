import { execFileSync } from "node:child_process";
import { lstatSync } from "node:fs";

/** The files that git has, or would take with `git add`, as paths from the root of the repository. */
export function trackedFiles(...patterns: readonly string[]): string[] {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ...patterns];
  const names = execFileSync("git", list, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }).split("\0");
  // Some may be gone from the disk, and a link is no file.
  return names.filter((name) => name !== "" && lstatSync(name, { throwIfNoEntry: false })?.isFile());
}
