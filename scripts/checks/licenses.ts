import { readFileSync } from "node:fs";
import { readSources } from "../studio/sources.ts";
import { dataLicenseFindings, licenseFindings, packagesInBundle, readNotices } from "./license-findings.ts";
import { report } from "./report.ts";
import { trackedFiles } from "./tracked-files.ts";

// Checks that every package in the committed bundles, and every source of the studio's data, has an allowed
// license, and its text in dist/licenses.txt.

const code = trackedFiles("dist/*.js", "dist/cli/*.js").map((file) => readFileSync(file, "utf8"));
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const entries = Object.entries<{ version: string }>(packages);
const locked = entries.map(([path, { version }]) => `${path.replace(/^.*node_modules\//, "")} ${version}`);
const texts = readFileSync("dist/licenses.txt", "utf8");
const notices = readNotices(texts);
const { sources } = readSources();
report(`Licenses of ${notices.length} packages and ${sources.length} sources of the studio's data`, [
  ...licenseFindings(notices, packagesInBundle(code.join("\n")), new Set(locked)),
  ...dataLicenseFindings(sources, texts),
]);
