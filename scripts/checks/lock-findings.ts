import { z } from "zod";

const versions = z.record(z.string(), z.string()).default({});

const lockEntry = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
  dependencies: versions,
  devDependencies: versions,
});

/** The checked part of a lock file. */
export const lockSchema = z.object({
  lockfileVersion: z.number(),
  packages: z.record(z.string(), lockEntry),
});

/** The checked part of package.json. */
export const manifestSchema = z.object({
  dependencies: versions,
  devDependencies: versions,
  overrides: versions,
  allowScripts: z.record(z.string(), z.boolean()).default({}),
});

type Lock = z.infer<typeof lockSchema>;
type Manifest = z.infer<typeof manifestSchema>;

/**
 * Lists what could make `npm ci` install something else than was reviewed: a version range, a package without
 * a checksum or from outside of the registry, an install script without a decision, a lock file of another
 * package.json.
 */
export function lockFindings(manifest: Manifest, lock: Lock): string[] {
  const { "": root, ...packages } = lock.packages;
  return [
    ...(lock.lockfileVersion === 3 ? [] : [`lockfileVersion is ${lock.lockfileVersion}, not 3`]),
    ...[manifest.dependencies, manifest.devDependencies, overriding(manifest)].flatMap(rangeFindings),
    ...mismatchFindings("dependencies", manifest.dependencies, root?.dependencies ?? {}),
    ...mismatchFindings("devDependencies", manifest.devDependencies, root?.devDependencies ?? {}),
    ...Object.entries(packages).flatMap(([path, entry]) => entryFindings(path, entry)),
    ...scriptFindings(manifest.allowScripts, packages),
  ];
}

/** Returns the versions of the overrides; `$name` is that of a dependency. */
function overriding({ dependencies, devDependencies, overrides }: Manifest): Record<string, string> {
  const declared: Record<string, string | undefined> = { ...dependencies, ...devDependencies };
  const entries = Object.entries(overrides).map(([name, version]): [string, string] => {
    const reference = version.startsWith("$") ? declared[version.slice(1)] : undefined;
    return [name, reference ?? version];
  });
  return Object.fromEntries(entries);
}

const exactVersion = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;

function rangeFindings(declared: Record<string, string>): string[] {
  const ranges = Object.entries(declared).filter(([, version]) => !exactVersion.test(version));
  return ranges.map(([name, version]) => `package.json: ${name} is ${version}, not an exact version`);
}

function mismatchFindings(
  kind: string,
  declared: Record<string, string>,
  locked: Record<string, string>,
): string[] {
  const names = new Set([...Object.keys(declared), ...Object.keys(locked)]);
  const mismatches = [...names].filter((name) => declared[name] !== locked[name]);
  return mismatches.map(
    (name) => `${kind}: ${name} is ${declared[name]} in package.json, ${locked[name]} in the lock file`,
  );
}

function entryFindings(
  path: string,
  { version = "", resolved, integrity = "", link }: Lock["packages"][string],
): string[] {
  return [
    ...(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/.test(path) && link !== true
      ? []
      : [`${path}: is not a package from the registry`]),
    ...(exactVersion.test(version) ? [] : [`${path}: the version is ${version}`]),
    // Without a URL, npm uses the configured registry and verifies the checksum. .npmrc keeps URLs out.
    ...(resolved === undefined ? [] : [`${path}: has the URL ${resolved}`]),
    ...(/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity)
      ? []
      : [`${path}: has no SHA-512 (${integrity || "none"})`]),
  ];
}

function scriptFindings(allowed: Record<string, boolean>, packages: Lock["packages"]): string[] {
  const withScript = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript === true);
  const names = new Set(withScript.map(([path]) => path.replace(/^.*node_modules\//, "")));
  const undecided = [...names].filter((name) => allowed[name] === undefined);
  const unneeded = Object.keys(allowed).filter((name) => !names.has(name));
  return [
    ...undecided.map((name) => `allowScripts has no entry for ${name}, which has an install script`),
    ...unneeded.map((name) => `allowScripts has an entry for ${name}, which has no install script`),
  ];
}
