import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lockFindings, lockSchema, manifestSchema } from "./lock-findings.ts";
import { report } from "./report.ts";

// The lock files of the product and of the tools. What is known to be vulnerable is for Dependabot and for the dependency
// review of a pull request: no list of it is here.

const read = (folder: string, file: string) => JSON.parse(readFileSync(join(folder, file), "utf8"));

const findings = [".", ".ci/tools"].flatMap((folder) => {
  const manifest = manifestSchema.parse(read(folder, "package.json"));
  const lock = lockSchema.parse(read(folder, "package-lock.json"));
  return lockFindings(manifest, lock).map((finding) => join(folder, finding));
});
report("Lock files", findings);
