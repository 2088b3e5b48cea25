import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Everything that decides what is in `dist/`, apart from the packages, which the lock file names. */
const inputs = [
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "tsconfig.build.json",
  "scripts/build.ts",
  "scripts/bundler-stats.ts",
  "scripts/bundles.ts",
  "scripts/license-texts.ts",
  "scripts/studio/sources.json",
  "scripts/studio/sources.ts",
  "scripts/without-comments.ts",
];

/** The file in which a build notes the hash of its sources. */
export const sourceHashFile = "dist/sources.sha256";

/** Returns the hash of what the bundles are built from, as hexadecimal digits. */
export function hashSources(): string {
  const sources = readdirSync("src", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).replaceAll("\\", "/"));
  const hash = createHash("sha256");
  for (const path of [...inputs, ...sources.sort()]) {
    // Git on Windows may check files out with other line endings.
    const text = readFileSync(path, "utf8").replaceAll("\r\n", "\n");
    hash.update(`${path}\0${text}\0`);
  }
  return hash.digest("hex");
}
