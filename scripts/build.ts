import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { licenseTexts } from "./license-texts.ts";
import { hashSources, sourceHashFile } from "./source-hash.ts";
import { withoutComments } from "./without-comments.ts";

// The committed bundles: compiled entry point → folder in `dist`.
const bundles = { "build/src/action/index.js": ".", "build/src/cli/index.js": "cli" };

const run = (command: string, ...args: string[]) =>
  execFileSync(join("node_modules", ".bin", command), args, { stdio: "inherit" });

rmSync("build", { recursive: true, force: true });
run("tsc", "--project", "tsconfig.build.json");
await replaceByValues("build/src/cli/help-text.js");
copyWithoutSideEffects("@actions/core");
const stats = Object.entries(bundles).map(([entry, folder], index) => {
  const file = `build/stats-${index}.json`;
  run(
    "ncc",
    "build",
    entry,
    "--out",
    join("build/dist", folder),
    "--no-cache",
    "--quiet",
    "--stats-out",
    file,
  );
  return JSON.parse(readFileSync(file, "utf8"));
});
// The npm package contains this bundle.
for (const name of readdirSync("build/dist/cli").filter((file) => file.endsWith(".js"))) {
  const file = join("build/dist/cli", name);
  writeFileSync(file, withoutComments(readFileSync(file, "utf8")));
}
writeFileSync("build/dist/licenses.txt", licenseTexts(stats));
writeFileSync(join("build", sourceHashFile), `${hashSources()}\n`);
// A failed build leaves the committed one unchanged.
rmSync("dist", { recursive: true, force: true });
renameSync("build/dist", "dist");

/** Replaces a compiled module by a module of constants with the same values. */
async function replaceByValues(file: string): Promise<void> {
  const values = Object.entries(await import(resolve(file)));
  const lines = values.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`);
  writeFileSync(file, lines.join(""));
}

/**
 * Copies a package to where the compiled sources find it first, with a note for the bundler that it may leave
 * out the modules of which nothing is used. `@actions/core` has an OpenID Connect client, whose HTTP client
 * takes longer to load than everything else before the first request.
 */
function copyWithoutSideEffects(name: string): void {
  const copy = join("build/node_modules", name);
  cpSync(join("node_modules", name), copy, { recursive: true });
  const file = join(copy, "package.json");
  const manifest = { ...JSON.parse(readFileSync(file, "utf8")), sideEffects: false };
  writeFileSync(file, JSON.stringify(manifest, undefined, 2));
}
