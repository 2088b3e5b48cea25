import { type DataSource, dataHeading } from "../studio/sources.ts";

// Licenses that only require that their text is distributed, as dist/licenses.txt does. The last two also protect
// the files under them, which we don't change: MPL-2.0 asks to say where their source code is, as dist/licenses.txt
// does, and OFL-1.1 not to sell a font by itself.
const allowed = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "MPL-2.0",
  "OFL-1.1",
]);

// Licenses of packages whose manifest has no SPDX expression, from their author's other statements.
const exceptions = new Map([
  // Packages of one author that are older than SPDX in npm: "MIT/X11" in two of them, nothing in the third.
  ["chainsaw 0.1.0", "MIT"],
  ["traverse 0.3.9", "MIT"],
  ["buffers 0.1.1", "MIT"],
]);

export interface LicensedPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** Parses dist/licenses.txt: one package per section, named in its first line. */
export function readNotices(text: string): LicensedPackage[] {
  const lines = text.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+) (\d+\.\d+\.\d+\S*) \((.+)\)$/gm);
  return [...lines].map(([, name = "", version = "", license = ""]) => ({ name, version, license }));
}

/** Returns the packages whose modules appear in the comments of a bundle. */
export function packagesInBundle(code: string): string[] {
  const paths = code.matchAll(
    /node_modules\/((?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*)\/[\w./-]+\.(?:[cm]?js|json)\b/g,
  );
  return [...new Set([...paths].map(([, name = ""]) => name))];
}

/**
 * Lists packages in the bundles without an allowed license, or without their license text. `locked` are the
 * packages of the lock file, as `name version`.
 */
export function licenseFindings(
  notices: readonly LicensedPackage[],
  bundled: readonly string[],
  locked: ReadonlySet<string>,
): string[] {
  const noticed = new Set(notices.map(({ name }) => name));
  const used = new Set(notices.map(({ name, version }) => `${name} ${version}`));
  return [
    ...notices
      .filter((notice) => !isAllowed(notice))
      .map(({ name, version, license }) => `${name} ${version}: ${license}`),
    ...notices
      .filter(({ name, version }) => !locked.has(`${name} ${version}`))
      .map(({ name, version }) => `${name} ${version}: is in dist/licenses.txt, but not in the lock file`),
    ...bundled
      .filter((name) => !noticed.has(name))
      .map((name) => `${name}: is in a bundle, but not in dist/licenses.txt`),
    ...[...exceptions.keys()]
      .filter((name) => !used.has(name))
      .map((name) => `${name}: its exception is not needed`),
  ];
}

/**
 * Lists sources of the studio's data without an allowed license, or without their license text in
 * `dist/licenses.txt`, which is given.
 */
export function dataLicenseFindings(sources: readonly DataSource[], text: string): string[] {
  return [
    ...sources
      .filter((source) => !isAllowed(source))
      .map(({ name, version, license }) => `${name} ${version}: ${license}`),
    ...sources
      .filter((source) => !text.includes(`${dataHeading(source)}\n`))
      .map(({ name }) => `${name}: is in the studio's data, but not in dist/licenses.txt`),
  ];
}

function isAllowed({ name, version, license }: LicensedPackage): boolean {
  const expression = (exceptions.get(`${name} ${version}`) ?? license).replace(/^\((.*)\)$/, "$1");
  if (expression.includes(" OR ")) return expression.split(" OR ").some((id) => allowed.has(id));
  return expression.split(" AND ").every((id) => allowed.has(id));
}
