import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

// Prints what a run loads at its start, and the total size of dist, in bytes.

const entries = { action: "dist/index.js", cli: "dist/cli/index.js" };
const files = readdirSync("dist", { recursive: true, encoding: "utf8" }).map((name) => join("dist", name));
const size = (file: string) => statSync(file).size;
const total = files.filter((file) => statSync(file).isFile()).reduce((sum, file) => sum + size(file), 0);
const result = { actionEntryBytes: size(entries.action), cliEntryBytes: size(entries.cli), distBytes: total };
process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
