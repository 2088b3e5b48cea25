/** Licences that ask for nothing but to be handed on: what dist/licenses.txt does. */
const allowed = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
]);

/** Packages whose manifest does not say it in SPDX's words: what their author says elsewhere. */
const exceptions = new Map([
  // Old packages of one author, from before npm knew SPDX: "MIT/X11" in two of them, nothing in the manifest of the third.
  ["chainsaw 0.1.0", "MIT"],
  ["traverse 0.3.9", "MIT"],
  ["buffers 0.1.1", "MIT"],
]);

export interface Bundled {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/** The packages of dist/licenses.txt, by the first line of each section. */
export function readNotices(text: string): Bundled[] {
  const lines = text.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+) (\d+\.\d+\.\d+\S*) \((.+)\)$/gm);
  return [...lines].map(([, name = "", version = "", licence = ""]) => ({ name, version, licence }));
}

/** The packages whose modules a bundle names in its comments. */
export function namesInBundle(code: string): string[] {
  const paths = code.matchAll(
    /node_modules\/((?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*)\/[\w./-]+\.(?:[cm]?js|json)\b/g,
  );
  return [...new Set([...paths].map(([, name = ""]) => name))];
}

/**
 * What is in the bundles without a licence that allows it, or without its notice. `locked` are the packages of the
 * lock file, as `name version`.
 */
export function licenceFindings(
  notices: readonly Bundled[],
  bundled: readonly string[],
  locked: ReadonlySet<string>,
): string[] {
  const noticed = new Set(notices.map(({ name }) => name));
  const used = new Set(notices.map(({ name, version }) => `${name} ${version}`));
  return [
    ...notices
      .filter((notice) => !isAllowed(notice))
      .map(({ name, version, licence }) => `${name} ${version}: ${licence}`),
    ...notices
      .filter(({ name, version }) => !locked.has(`${name} ${version}`))
      .map(({ name, version }) => `${name} ${version}: is in dist/licenses.txt, but not in the lock file`),
    ...bundled
      .filter((name) => !noticed.has(name))
      .map((name) => `${name}: is in a bundle, but not in dist/licenses.txt`),
    ...[...exceptions.keys()]
      .filter((name) => !used.has(name))
      .map((name) => `${name}: an exception that nobody needs`),
  ];
}

function isAllowed({ name, version, licence }: Bundled): boolean {
  const words = exceptions.get(`${name} ${version}`) ?? licence;
  const plain = words.replace(/^\((.*)\)$/, "$1");
  if (plain.includes(" OR ")) return plain.split(" OR ").some((word) => allowed.has(word));
  return plain.split(" AND ").every((word) => allowed.has(word));
}
