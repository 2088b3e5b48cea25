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

/** Returns one section per source, for `dist/licenses.txt`. `readDataNotices` parses the first line. */
export function dataLicenseSections(): string[] {
  return readSources().sources.map(({ name, version, license, licenseText, origin }) => {
    const text = readFileSync(`scripts/studio/licenses/${licenseText}`, "utf8").trim();
    const heading = `${name} ${version}, in the studio's data (${license})`;
    return `${heading}\n\nFrom ${origin}.\n\n${text}\n\n${"-".repeat(80)}\n`;
  });
}
