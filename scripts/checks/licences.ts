import { readFileSync } from "node:fs";
import { licenceFindings, namesInBundle, readNotices } from "./licence-findings.ts";
import { report } from "./report.ts";
import { trackedFiles } from "./tracked-files.ts";

// Every package in the committed bundles has a licence that allows it, and its notice in dist/licenses.txt.

const code = trackedFiles("dist/*.js", "dist/cli/*.js").map((file) => readFileSync(file, "utf8"));
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const entries = Object.entries<{ version: string }>(packages);
const locked = entries.map(([path, { version }]) => `${path.replace(/^.*node_modules\//, "")} ${version}`);
const notices = readNotices(readFileSync("dist/licenses.txt", "utf8"));
report(
  `Licences of ${notices.length} packages`,
  licenceFindings(notices, namesInBundle(code.join("\n")), new Set(locked)),
);
