import { report } from "./report.ts";
import { runTool } from "./tool.ts";

// Finds unused files, exports and dependencies, and packages that are used but not declared.

report("Dead code", runTool("knip", "--config=.ci/tools/knip.jsonc", "--no-progress"));
