import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface Module {
  readonly name?: string;
  readonly modules?: readonly Module[];
}

/**
 * Returns the license texts of all packages in the bundles, from the bundler's list of modules. (ncc's own
 * `--license` lists only the packages of the last chunk it wrote.)
 */
export function licenseTexts(stats: readonly Module[]): string {
  const folders = new Set(stats.flatMap(moduleNames).flatMap((name) => packageFolder(name) ?? []));
  const sections = [...folders].map(licenseSection);
  return [...new Set(sections)].sort().join("\n");
}

function moduleNames({ name = "", modules = [] }: Module): string[] {
  return [name, ...modules.flatMap(moduleNames)];
}

// The innermost package of a path such as ./node_modules/a/node_modules/@b/c/index.js
function packageFolder(name: string): string | undefined {
  return /^.*?((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//
    .exec(name)?.[1]
    ?.replace(/^.*?node_modules/, "node_modules");
}

function licenseSection(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : `License: ${manifest.license}`;
  return `${manifest.name} ${manifest.version} (${manifest.license})\n\n${text}\n\n${"-".repeat(80)}\n`;
}
