import { report } from "./report.ts";
import { runTool } from "./tool.ts";
import { trackedFiles } from "./tracked-files.ts";

// Checks every workflow, recipe and action.yml: the schema, what GitHub would reject, and what would be
// unsafe.

const workflows = trackedFiles(".github/workflows/*.yml", "examples/*.yml", "examples/**/*.yml");
const schema = (name: string) => ["--builtin-schema", `vendor.${name}`];

report("Workflows", [
  ...runTool("check-jsonschema", ...schema("github-actions"), "action.yml"),
  ...runTool("check-jsonschema", ...schema("github-workflows"), ...workflows),
  ...runTool("check-jsonschema", ...schema("dependabot"), ".github/dependabot.yml"),
  ...runTool("actionlint", "-shellcheck=shellcheck", "-pyflakes=", ...workflows),
  ...runTool(
    "zizmor",
    "--offline",
    "--no-progress",
    "--persona=auditor",
    "--strict-collection",
    "--config=zizmor.yml",
    ...workflows,
    "action.yml",
    ".github/dependabot.yml",
  ),
]);
