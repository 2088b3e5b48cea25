import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { licences } from "./licences.ts";

/** The bundles that are committed: entry → folder. */
const bundles = { "build/src/action/index.js": "dist", "build/src/cli/index.js": "dist/cli" };

const bin = (name: string) => join("node_modules", ".bin", name);
const run = (command: string, ...args: string[]) => execFileSync(bin(command), args, { stdio: "inherit" });

for (const folder of ["build", "dist"]) rmSync(folder, { recursive: true, force: true });
run("tsc");
const stats = Object.entries(bundles).map(([entry, folder], index) => {
  const file = `build/stats-${index}.json`;
  run("ncc", "build", entry, "--out", folder, "--no-cache", "--quiet", "--stats-out", file);
  return JSON.parse(readFileSync(file, "utf8"));
});
writeFileSync("dist/licenses.txt", licences(stats));
