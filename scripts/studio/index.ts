import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { type DataFile, dataFiles } from "../../src/studio/data.ts";

// Makes the studio's data again from its sources. See README.md for what it needs. With `--update` it writes the
// checksums of what it made into sources.json; without, other content is an error.

const target = "dist/studio/data";
const work = "build/studio-data";
const python = join(work, "python");

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { stdio: "inherit", env: { ...process.env, PYTHONPATH: python } });

function collect(): void {
  run(
    "python3",
    "-m",
    "pip",
    "install",
    "--quiet",
    "--target",
    python,
    "--require-hashes",
    "--no-deps",
    "-r",
    "scripts/studio/requirements.txt",
  );
  run("sh", "scripts/studio/wasm/build.sh", work);
  run("python3", "scripts/studio/fonts.py", work);
  copyFileSync("node_modules/@resvg/resvg-wasm/index_bg.wasm", join(work, "resvg.wasm"));
  copyFileSync(
    "scripts/studio/node_modules/@echogarden/svoxpico-wasm/svoxpico.wasm",
    join(work, "pico.wasm"),
  );
  for (const file of dataFiles.filter((name) => name.endsWith(".bin"))) {
    copyFileSync(join(python, "py_nanotts/lang", file), join(work, file));
  }
}

/** Compresses as far as Brotli can. A file is compressed once for each of its versions, but read for years. */
function compress(content: Uint8Array): Uint8Array {
  return brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
}

function write(file: DataFile): void {
  const content = readFileSync(join(work, file));
  const compressed = compress(content);
  writeFileSync(join(target, `${file}.br`), compressed);
  process.stdout.write(`${file}  ${content.length} bytes, compressed ${compressed.length}\n`);
}

mkdirSync(work, { recursive: true });
collect();
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const file of dataFiles) write(file);
