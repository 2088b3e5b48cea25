import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { ShowreelError } from "../base/errors.ts";

/** The files of the studio's data. `scripts/studio/sources.json` tells where each comes from. */
export const dataFiles = [
  // Encoders: H.264 for the picture, AAC for the sound. See `scripts/studio/wasm` for what they export.
  "h264.wasm",
  "aac.wasm",
  // What draws cards.
  "resvg.wasm",
  "inter-display-bold.ttf",
  "inter-display-semibold.ttf",
  "inter-medium.ttf",
  "jetbrains-mono-medium.ttf",
  "noto-emoji-semibold.ttf",
  // What speaks, with two files per language: `ta` analyzes a text, `sg` generates the sound of one voice.
  "pico.wasm",
  "de-DE_ta.bin",
  "de-DE_gl0_sg.bin",
  "en-GB_ta.bin",
  "en-GB_kh0_sg.bin",
  "en-US_ta.bin",
  "en-US_lh0_sg.bin",
  "es-ES_ta.bin",
  "es-ES_zl0_sg.bin",
  "fr-FR_ta.bin",
  "fr-FR_nk0_sg.bin",
  "it-IT_ta.bin",
  "it-IT_cm0_sg.bin",
] as const;

export type DataFile = (typeof dataFiles)[number];

export interface StudioData {
  /**
   * Returns the content of a file. Each call reads and decompresses it again, so that nothing stays in memory
   * longer than the caller needs it.
   *
   * @throws ShowreelError if the file is missing or damaged.
   */
  read(file: DataFile): Uint8Array<ArrayBuffer>;
}

/** Opens the folder of the data, where each file is compressed with Brotli: `h264.wasm.br`. Reads nothing yet. */
export function openData(folder: string | URL): StudioData {
  const path = typeof folder === "string" ? folder : fileURLToPath(folder);
  return { read: (file) => readCompressed(join(path, `${file}.br`)) };
}

function readCompressed(path: string): Uint8Array<ArrayBuffer> {
  let compressed: Buffer;
  try {
    compressed = readFileSync(path);
  } catch (cause) {
    throw incompleteError(`${path} can't be read`, cause);
  }
  try {
    return brotliDecompressSync(compressed);
  } catch (cause) {
    throw incompleteError(`${path} is damaged`, cause);
  }
}

function incompleteError(fact: string, cause: unknown): ShowreelError {
  return new ShowreelError("generation_failed", `Showreel's own files are incomplete: ${fact}.`, {
    hint: "Install Showreel again.",
    githubHint: "In a workflow, run the job again: the runner then downloads the action again.",
    cause,
  });
}
