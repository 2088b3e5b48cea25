import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BundlerStats } from "./bundler-stats.ts";
import { withoutComments } from "./without-comments.ts";

/** The committed bundles: the compiled entry point of each, and its folder in `dist`. */
export const bundles = {
  action: { entry: "build/src/action/index.js", folder: "." },
  cli: { entry: "build/src/cli/index.js", folder: "cli" },
} as const;

const run = (command: string, ...args: string[]) =>
  execFileSync(join("node_modules", ".bin", command), args, { stdio: "inherit" });

/** Compiles `src/` into an empty `build/`. */
export function compileSources(): void {
  rmSync("build", { recursive: true, force: true });
  run("tsc", "--project", "tsconfig.build.json");
}

/** Bundles an entry point into a folder, and returns what the bundler reports about its chunks. */
export function bundle(entry: string, folder: string): BundlerStats {
  const file = "build/stats.json";
  run("ncc", "build", entry, "--out", folder, "--no-cache", "--quiet", "--stats-out", file);
  return JSON.parse(readFileSync(file, "utf8"));
}

/** Removes the comments from all chunks in a folder. */
export function removeComments(folder: string): void {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".js"))) {
    const file = join(folder, name);
    writeFileSync(file, withoutComments(readFileSync(file, "utf8")));
  }
}
