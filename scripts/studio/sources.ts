import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** Where a part of the studio's data comes from. A file may contain several parts. */
export interface DataSource {
  readonly name: string;
  readonly version: string;
  /** The SPDX identifier of its license. */
  readonly license: string;
  /** The file in `scripts/studio/licenses/` with the text of the license and the copyright notices. */
  readonly licenseText: string;
  /** The package it was taken from, and how it was built. */
  readonly origin: string;
  /** The files of `dist/studio/data/` that contain it, without `.br`. */
  readonly files: readonly string[];
}

export interface DataSources {
  readonly sources: readonly DataSource[];
  /** The SHA-256 checksum of each file before it was compressed, as hexadecimal digits. */
  readonly sha256: Readonly<Record<string, string>>;
}

export const sourcesFile = "scripts/studio/sources.json";

/** Returns where the studio's data comes from. */
export function readSources(): DataSources {
  return JSON.parse(readFileSync(sourcesFile, "utf8"));
}

/** Returns a SHA-256 checksum as hexadecimal digits. */
export function toChecksum(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Returns the first line of a source's section in `dist/licenses.txt`: unlike that of a package from npm. */
export function dataHeading({ name, version, license }: DataSource): string {
  return `${name} ${version}, in the studio's data (${license})`;
}

/** Returns the sections of `dist/licenses.txt` about the studio's data. */
export function dataLicenseSections(): string[] {
  return readSources().sources.map((source) => {
    const text = readFileSync(`scripts/studio/licenses/${source.licenseText}`, "utf8").trim();
    return `${dataHeading(source)}\n\nFrom the ${source.origin}.\n\n${text}\n\n${"-".repeat(80)}\n`;
  });
}
