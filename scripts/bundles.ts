import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { rolldown } from "rolldown";
import { minifySync } from "rolldown/utils";
import type { BundlerStats } from "./bundler-stats.ts";
import { withoutComments } from "./without-comments.ts";

/** The committed bundles: the compiled entry point of each, and its folder in `dist`. */
export const bundles = {
  action: { entry: "build/src/action/index.js", folder: "." },
  cli: { entry: "build/src/cli/index.js", folder: "cli" },
} as const;

/** The bundle that both others start as a worker thread. Its data, in `data/`, is not part of a build. */
export const studioBundle = { entry: "build/src/studio/worker.js", folder: "studio" } as const;

const run = (command: string, ...args: string[]) =>
  execFileSync(join("node_modules", ".bin", command), args, { stdio: "inherit" });

/** Compiles `src/` into an empty `build/`, and prepares there what makes the bundles start faster. */
export async function compileSources(): Promise<void> {
  rmSync("build", { recursive: true, force: true });
  run("tsc", "--project", "tsconfig.build.json");
  await replaceByValues("build/src/cli/help-text.js");
  copyWithoutSideEffects("@actions/core");
}

/** Replaces a compiled module by a module of constants with the same values. */
async function replaceByValues(file: string): Promise<void> {
  const values = Object.entries(await import(resolve(file)));
  const lines = values.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`);
  writeFileSync(file, lines.join(""));
}

/**
 * Copies a package to where the compiled sources find it first, with a note for the bundler that it may leave
 * out the modules of which nothing is used. `@actions/core` has an OpenID Connect client, whose HTTP client
 * takes longer to load than everything else before the first request.
 */
function copyWithoutSideEffects(name: string): void {
  const copy = join("build/node_modules", name);
  cpSync(join("node_modules", name), copy, { recursive: true });
  const file = join(copy, "package.json");
  const manifest = { ...JSON.parse(readFileSync(file, "utf8")), sideEffects: false };
  writeFileSync(file, JSON.stringify(manifest, undefined, 2));
}

/** Tells the compiled sources where the studio is, as seen from a bundle's folder. */
export function locateStudio(folder: string): void {
  const studio = relative(folder, studioBundle.folder);
  const path = studio.startsWith(".") ? studio : `./${studio}`;
  // Not in one expression: the bundler would take it for a file to include.
  writeFileSync(
    "build/src/providers/sandbox/studio-files.js",
    `const here = import.meta.url;
export const studioFiles = {
  worker: new URL("${path}/worker.js", here),
  data: new URL("${path}/data/", here),
};
`,
  );
}

/**
 * Bundles the studio into a folder, and returns its modules. The WebAssembly module of HarfBuzz, which loads it
 * by itself, is copied beside it.
 */
export async function bundleStudio(folder: string): Promise<BundlerStats> {
  const build = await rolldown({ input: studioBundle.entry, platform: "node" });
  const { output } = await build.write({ dir: folder, format: "esm", codeSplitting: false });
  await build.close();
  copyFileSync("node_modules/harfbuzzjs/dist/harfbuzz.wasm", join(folder, "harfbuzz.wasm"));
  const chunks = output.flatMap((file) => (file.type === "chunk" ? file : []));
  const modules = chunks.flatMap((chunk) =>
    Object.entries(chunk.modules).map(([path, { renderedLength }]) => ({
      name: `./${relative(".", path)}`,
      size: renderedLength,
    })),
  );
  const names = chunks.map(({ fileName }) => fileName);
  return { modules, chunks: [{ files: names, modules, origins: [] }] };
}

/** Bundles an entry point into a folder, and returns what the bundler reports about its chunks. */
export function bundle(entry: string, folder: string): BundlerStats {
  const file = "build/stats.json";
  run("ncc", "build", entry, "--out", folder, "--no-cache", "--quiet", "--stats-out", file);
  return JSON.parse(readFileSync(file, "utf8"));
}

/** Removes the comments from all chunks in a folder. */
export function removeComments(folder: string): void {
  rewriteChunks(folder, (code) => withoutComments(code));
}

/** Minifies all chunks in a folder. */
export function minifyChunks(folder: string): void {
  rewriteChunks(folder, minify);
}

/** Returns minified code. Functions and classes keep their names, because errors are recognized by them. */
export function minify(code: string, file: string): string {
  const { code: minified, errors } = minifySync(file, code, {
    module: true,
    compress: { keepNames: { function: true, class: true } },
    mangle: { keepNames: true },
  });
  if (errors.length > 0) throw new Error(`${file} can't be minified`, { cause: errors });
  return minified;
}

function rewriteChunks(folder: string, rewrite: (code: string, file: string) => string): void {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".js"))) {
    const file = join(folder, name);
    writeFileSync(file, rewrite(readFileSync(file, "utf8"), file));
  }
}
