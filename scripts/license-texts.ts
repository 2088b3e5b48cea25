import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type BundlerStats, packageFolder, toSourceFiles } from "./bundler-stats.ts";

/**
 * Returns the license texts of all packages in the bundles, from the bundler's list of modules. (ncc's own
 * `--license` lists only the packages of the last chunk it wrote.)
 */
export function licenseTexts(stats: readonly BundlerStats[]): string {
  const files = stats.flatMap(({ modules }) => toSourceFiles(modules));
  const folders = new Set(files.flatMap(({ name }) => packageFolder(name) ?? []));
  const sections = [...folders].map(licenseSection);
  return [...new Set(sections)].sort().join("\n");
}

function licenseSection(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : `License: ${manifest.license}`;
  return `${manifest.name} ${manifest.version} (${manifest.license})\n\n${text}\n\n${"-".repeat(80)}\n`;
}
