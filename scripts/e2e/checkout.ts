import { execFileSync } from "node:child_process";
import { cpSync, existsSync, lstatSync } from "node:fs";
import { join } from "node:path";

// Ignores the user's configuration, hooks and signing keys.
const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
const identity = ["-c", "user.name=e2e", "-c", "user.email=e2e@example.com"];

/**
 * Creates a git repository in `target` from the files of `source`, committed or not, with the files of
 * `overlay`, a user's repository, on top.
 */
export function createCheckout(source: string, overlay: string, target: string): void {
  const git = (folder: string, ...args: string[]) =>
    execFileSync("git", ["-C", folder, ...identity, ...args], {
      env,
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    });
  const listed = git(source, "ls-files", "-z", "--cached", "--others", "--exclude-standard");
  for (const name of new Set(listed.split("\0").filter((path) => path !== ""))) {
    const from = join(source, name);
    if (existsSync(from) && lstatSync(from).isFile()) cpSync(from, join(target, name));
  }
  cpSync(overlay, target, { recursive: true });
  git(target, "init", "--quiet", "--initial-branch", "main");
  git(target, "add", "--all", "--force");
  git(target, "commit", "--quiet", "--message", "Initial commit");
}
