import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { hashSources, sourceHashFile } from "../../../scripts/source-hash.ts";

/** Builds `dist/` if it was built from other sources than those in this folder, so that no test runs old code. */
export function setup(): void {
  const built = existsSync(sourceHashFile) ? readFileSync(sourceHashFile, "utf8").trim() : "";
  if (built === hashSources()) return;
  process.stderr.write(
    "The sources have changed since dist/ was built. Building it, in about 20 seconds …\n",
  );
  execFileSync(process.execPath, ["scripts/build.ts"], { stdio: "inherit" });
}
