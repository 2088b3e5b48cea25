import { readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { type BundledModule, packageFolder, toSourceFiles } from "../bundler-stats.ts";
import { bundle, bundles, compileSources, minify, removeComments } from "../bundles.ts";

// Bundles the action and the command line, and measures each chunk: as the bundler wrote it, without comments (as
// in the action's dist/), and minified (as in the command line's). Lists what imports a chunk and the packages in it,
// with the bytes of their source files, comments included.

const output = "build/size";
const variants = ["withComments", "plain", "minified"] as const;

interface Size {
  readonly bytes: number;
  readonly gzipBytes: number;
}

type Sizes = Readonly<Record<(typeof variants)[number], Size>>;

function measureBundle(name: keyof typeof bundles) {
  process.stderr.write(`Bundling ${name} …\n`);
  const stats = bundle(bundles[name].entry, output);
  const read = (file: string) => readFileSync(join(output, file), "utf8");
  const withComments = new Map(stats.chunks.map(({ files: [file = ""] }) => [file, measure(read(file))]));
  removeComments(output);
  const chunks = stats.chunks.map(({ files: [file = ""], modules, origins }) => {
    const plain = read(file);
    return {
      file,
      loadedBy: [...new Set(origins.map(({ request }) => relativePath(request)))],
      withComments: withComments.get(file) ?? measure(plain),
      plain: measure(plain),
      minified: measure(minify(plain, file)),
      packages: listPackages(modules),
    };
  });
  rmSync(output, { recursive: true });
  return {
    total: toTotal(chunks),
    duplicatePackages: listDuplicates(stats.chunks.flatMap(({ modules }) => modules)),
    chunks: chunks.toSorted((one, other) => other.plain.bytes - one.plain.bytes),
  };
}

// The bundler names an entry point by its absolute path.
function relativePath(request: string): string {
  return request.startsWith(process.cwd()) ? relative(process.cwd(), request) : request;
}

function measure(code: string): Size {
  return { bytes: Buffer.byteLength(code), gzipBytes: gzipSync(code, { level: 9 }).length };
}

function toTotal(chunks: readonly Sizes[]): Sizes {
  const sum = (variant: keyof Sizes, name: keyof Size) =>
    chunks.reduce((total, chunk) => total + chunk[variant][name], 0);
  const entries = variants.map((variant) => [
    variant,
    { bytes: sum(variant, "bytes"), gzipBytes: sum(variant, "gzipBytes") },
  ]);
  return Object.fromEntries(entries);
}

/** Returns the bytes of each package, as `name@version`, and of `src`, with the largest first. */
function listPackages(modules: readonly BundledModule[]): Record<string, number> {
  const bytes = new Map<string, number>();
  for (const { name, size } of toSourceFiles(modules)) {
    const key = toPackage(name) ?? (name.startsWith("./build/") ? "src" : "the bundler's runtime");
    bytes.set(key, (bytes.get(key) ?? 0) + size);
  }
  return Object.fromEntries([...bytes].toSorted(([, one], [, other]) => other - one));
}

/** Returns the packages that are in a bundle more than once, each with its copies: `folder@version`. */
function listDuplicates(modules: readonly BundledModule[]): Record<string, string[]> {
  const folders = new Set(toSourceFiles(modules).flatMap(({ name }) => packageFolder(name) ?? []));
  const byName = Map.groupBy([...folders].sort(), (folder) => readManifest(folder).name);
  const copies = [...byName].filter(([, of]) => of.length > 1);
  return Object.fromEntries(
    copies.map(([name, of]) => [name, of.map((folder) => `${folder}@${readManifest(folder).version}`)]),
  );
}

function toPackage(path: string): string | undefined {
  const folder = packageFolder(path);
  if (folder === undefined) return undefined;
  const { name, version } = readManifest(folder);
  return `${name}@${version}`;
}

function readManifest(folder: string): { readonly name: string; readonly version: string } {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

await compileSources();
const result = { action: measureBundle("action"), cli: measureBundle("cli") };
process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
