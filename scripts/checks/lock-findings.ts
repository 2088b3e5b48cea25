import { z } from "zod";

const versions = z.record(z.string(), z.string()).default({});

const locked = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
  dependencies: versions,
  devDependencies: versions,
});

/** As much of a lock file as is checked. */
export const lockSchema = z.object({ lockfileVersion: z.number(), packages: z.record(z.string(), locked) });

/** As much of package.json as is checked. */
export const manifestSchema = z.object({
  dependencies: versions,
  devDependencies: versions,
  overrides: versions,
  allowScripts: z.record(z.string(), z.boolean()).default({}),
});

type Lock = z.infer<typeof lockSchema>;
type Manifest = z.infer<typeof manifestSchema>;

/**
 * What could let `npm ci` install something else than was reviewed: a version that floats, a package without a checksum or from
 * elsewhere than the registry, an install script that nobody has decided about, a lock file of another package.json.
 */
export function lockFindings(manifest: Manifest, lock: Lock): string[] {
  const { "": root, ...packages } = lock.packages;
  return [
    ...(lock.lockfileVersion === 3 ? [] : [`lockfileVersion is ${lock.lockfileVersion}, not 3`]),
    ...[manifest.dependencies, manifest.devDependencies, manifest.overrides].flatMap(floating),
    ...differing("dependencies", manifest.dependencies, root?.dependencies ?? {}),
    ...differing("devDependencies", manifest.devDependencies, root?.devDependencies ?? {}),
    ...Object.entries(packages).flatMap(([path, entry]) => entryFindings(path, entry)),
    ...scriptFindings(manifest.allowScripts, packages),
  ];
}

const exact = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;

function floating(declared: Record<string, string>): string[] {
  const loose = Object.entries(declared).filter(([, version]) => !exact.test(version));
  return loose.map(([name, version]) => `package.json: ${name} is ${version}, not one exact version`);
}

function differing(kind: string, declared: Record<string, string>, kept: Record<string, string>): string[] {
  const names = new Set([...Object.keys(declared), ...Object.keys(kept)]);
  const different = [...names].filter((name) => declared[name] !== kept[name]);
  return different.map(
    (name) => `${kind}: ${name} is ${declared[name]} in package.json, ${kept[name]} in the lock`,
  );
}

function entryFindings(
  path: string,
  { version = "", resolved, integrity = "", link }: Lock["packages"][string],
): string[] {
  return [
    ...(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/.test(path) && link !== true
      ? []
      : [`${path}: is no package of the registry`]),
    ...(exact.test(version) ? [] : [`${path}: the version is ${version}`]),
    // Without one npm asks the registry that it is set up for, and the checksum decides. .npmrc keeps it so.
    ...(resolved === undefined ? [] : [`${path}: is bound to ${resolved}`]),
    ...(/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity)
      ? []
      : [`${path}: has no SHA-512 (${integrity || "none"})`]),
  ];
}

function scriptFindings(allowed: Record<string, boolean>, packages: Lock["packages"]): string[] {
  const having = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript === true);
  const names = new Set(having.map(([path]) => path.replace(/^.*node_modules\//, "")));
  const undecided = [...names].filter((name) => allowed[name] === undefined);
  const gone = Object.keys(allowed).filter((name) => !names.has(name));
  return [
    ...undecided.map((name) => `allowScripts says nothing about ${name}, which has an install script`),
    ...gone.map((name) => `allowScripts names ${name}, which has no install script`),
  ];
}
