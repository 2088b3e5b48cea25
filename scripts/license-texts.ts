import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type BundlerStats, packageFolder, toSourceFiles } from "./bundler-stats.ts";
import { dataLicenseSections } from "./studio/sources.ts";

/**
 * Returns the license texts of all packages in the bundles, from the bundler's list of modules, and those of the
 * studio's data. (ncc's own `--license` lists only the packages of the last chunk it wrote.)
 */
export function licenseTexts(stats: readonly BundlerStats[]): string {
  const files = stats.flatMap(({ modules }) => toSourceFiles(modules));
  const folders = new Set(files.flatMap(({ name }) => packageFolder(name) ?? []));
  const sections = [...[...folders].map(licenseSection), ...dataLicenseSections()];
  return [...new Set(sections)].sort().join("\n");
}

function licenseSection(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : `License: ${manifest.license}`;
  // This license asks to say where the source code is.
  const source = manifest.license === "MPL-2.0" ? `\n\nSource code: ${repository(manifest)}` : "";
  return `${manifest.name} ${manifest.version} (${manifest.license})\n\n${text}${source}\n\n${"-".repeat(80)}\n`;
}

/** Returns the address of a package's repository, which its manifest has in one of several forms. */
function repository({ repository }: { repository: string | { url: string } }): string {
  const url = typeof repository === "string" ? repository : repository.url;
  return url.replace(/^git@([^:]+):/, "https://$1/").replace(/^git\+|\.git$/g, "");
}
