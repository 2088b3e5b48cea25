import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { report } from "./report.ts";

// Sends the requests of the HeyGen provider to Prism, an API server that validates them against HeyGen's
// contract independently of the fake.

const vitest = join("node_modules", "vitest", "vitest.mjs");
const options = ["run", "--project", "contract"];
const { status } = spawnSync(process.execPath, [vitest, ...options], { stdio: "inherit" });
report("HeyGen's contract", status === 0 ? [] : ["The tests against Prism failed; see above."]);
