import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lockFindings, lockSchema, manifestSchema } from "./lock-findings.ts";
import { report } from "./report.ts";

// Checks the lock files of the project, of the tools, of the pictures and of the studio's data. Known vulnerabilities
// are reported by Dependabot and by the dependency review of pull requests.

// `npm ci` is the first thing that a contributor waits for.
const maxPackages = 400;

const read = (folder: string, file: string) => JSON.parse(readFileSync(join(folder, file), "utf8"));

const findings = [".", ".ci/tools", "scripts/pictures", "scripts/studio"].flatMap((folder) => {
  const manifest = manifestSchema.parse(read(folder, "package.json"));
  const lock = lockSchema.parse(read(folder, "package-lock.json"));
  const count = Object.keys(lock.packages).length - 1;
  const tooMany =
    folder === "." && count > maxPackages ? [`${count} packages, more than ${maxPackages}`] : [];
  return [...lockFindings(manifest, lock), ...tooMany].map((finding) => join(folder, finding));
});
report("Lock files", findings);
