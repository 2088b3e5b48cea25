import { report } from "./report.ts";
import { runTool } from "./tool.ts";

// Files, exports and dependencies that nobody uses, and packages that are used and not declared.

report("Dead code", runTool("knip", "--config=.ci/tools/knip.jsonc", "--no-progress"));
