import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { type DataFile, dataFiles } from "../../src/studio/data.ts";
import { readSources, sourcesFile, toChecksum } from "./sources.ts";

// Makes the studio's data from its sources; README.md says what it needs. A file that differs from its checksum in
// sources.json is an error. With `--update`, the checksum is changed instead.

const here = "scripts/studio";
const target = "dist/studio/data";
const work = "build/studio-data";
const python = join(work, "python");
const shouldUpdate = process.argv.includes("--update");

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
collectFiles();
const { sources, sha256 } = readSources();
const checksums = Object.fromEntries(
  dataFiles.map((file) => [file, toChecksum(readFileSync(join(work, file)))]),
);
const changed = dataFiles.filter((file) => checksums[file] !== sha256[file]);
if (changed.length > 0 && !shouldUpdate) {
  process.stderr.write(`Not as sources.json says: ${changed.join(", ")}. If that is right, add --update.\n`);
  process.exit(1);
}
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const file of dataFiles) writeCompressed(file);
if (shouldUpdate) {
  writeFileSync(sourcesFile, `${JSON.stringify({ sources, sha256: checksums }, undefined, 2)}\n`);
}

function collectFiles(): void {
  const requirements = join(here, "requirements.txt");
  run(
    "python3",
    "-m",
    "pip",
    "install",
    "--quiet",
    "--require-hashes",
    "--target",
    python,
    "-r",
    requirements,
  );
  run("sh", join(here, "wasm/build.sh"), work);
  run("python3", join(here, "fonts.py"), work);
  copy("node_modules/@resvg/resvg-wasm/index_bg.wasm", "resvg.wasm");
  copy(join(here, "node_modules/@echogarden/svoxpico-wasm/svoxpico.wasm"), "pico.wasm");
  const voices = dataFiles.filter((file) => file.endsWith(".bin"));
  for (const file of voices) copy(join(python, "py_nanotts/lang", file), file);
}

function run(command: string, ...args: string[]): void {
  execFileSync(command, args, { stdio: "inherit", env: { ...process.env, PYTHONPATH: python } });
}

function copy(source: string, file: DataFile): void {
  copyFileSync(source, join(work, file));
}

/** Compresses as well as Brotli can: a version of a file is compressed once. */
function writeCompressed(file: DataFile): void {
  const content = readFileSync(join(work, file));
  const compressed = brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
  writeFileSync(join(target, `${file}.br`), compressed);
  process.stdout.write(`${file}  ${content.length} bytes, compressed ${compressed.length}\n`);
}
