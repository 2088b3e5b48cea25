import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { report } from "./report.ts";
import { runTool } from "./tool.ts";
import { trackedFiles } from "./tracked-files.ts";

// Looks for keys and tokens in every tracked file as it is now, and in this clone's history.

const copy = ".tools/tracked";
const options = ["--no-banner", "--redact", "--verbose", "--config=.ci/tools/gitleaks.toml"];

rmSync(copy, { recursive: true, force: true });
for (const file of trackedFiles()) cpSync(file, join(copy, file));
report("Secrets", [
  ...runTool("gitleaks", "dir", ...options, copy),
  ...runTool("gitleaks", "git", ...options, "."),
]);
rmSync(copy, { recursive: true, force: true });
