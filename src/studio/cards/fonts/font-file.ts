import { type FileHandle, open } from "node:fs/promises";
import { type CharacterMap, parseCharacterMap } from "./character-map.ts";

/** A face of a font file: a file (`.ttf`, `.otf`) has one, a collection (`.ttc`) several. */
export interface Face {
  readonly path: string;
  /** The number of the face in its file. */
  readonly index: number;
  /** For example `Noto Sans CJK JP`. */
  readonly family: string;
  /** From 100 to 900; 400 is regular. A variable font has all weights, which counts as 600. */
  readonly weight: number;
  readonly isItalic: boolean;
  /** Whether letters can be joined and reordered. */
  readonly hasSubstitutions: boolean;
  /** Tells for a Unicode code point whether the face has a glyph. */
  readonly has: CharacterMap;
}

interface Table {
  readonly tag: string;
  readonly offset: number;
  readonly length: number;
}

const mostFaces = 32;
const mostTables = 64;
// Without one of them, there are no outlines. Fonts with the other ones draw in colors, which is not
// supported.
const outlineTables = ["glyf", "CFF ", "CFF2"];
const colorTables = ["CBDT", "sbix", "COLR", "SVG "];
// What shaping and drawing need. Bitmaps, hints and names stay behind.
const neededTables = new Set(
  "cmap head hhea hmtx maxp OS/2 GDEF GSUB GPOS kern loca glyf CFF CFF2 fvar avar gvar HVAR MVAR".split(" "),
);
const mostBytes = 64 * 1024 * 1024;

/** Returns the faces of a file that can be drawn. Reads only small tables. Returns none if it is no font. */
export async function readFaces(path: string): Promise<Face[]> {
  return withFile(path, [], async (file) => {
    const faces: Face[] = [];
    // The faces of a collection usually share a table.
    const maps = new Map<number, CharacterMap | undefined>();
    for (const [index, offset] of (await readOffsets(file)).entries()) {
      const face = await readFace(file, offset, maps);
      if (face !== undefined) faces.push({ ...face, path, index });
    }
    return faces;
  });
}

/** Returns a face as a font file of its own. Undefined if it can't be read. */
export async function readFont({
  path,
  index,
}: Pick<Face, "path" | "index">): Promise<Uint8Array | undefined> {
  return withFile(path, undefined, async (file) => {
    const offset = (await readOffsets(file))[index] ?? 0;
    const all = await readTables(file, offset);
    const tables = all.filter(({ tag }) => neededTables.has(tag.trim()));
    const start = 12 + 16 * tables.length;
    const size = tables.reduce((sum, { length }) => sum + pad(length), start);
    if (size > mostBytes) return undefined;
    const font = Buffer.alloc(size);
    (await read(file, offset, 4)).copy(font);
    font.writeUInt16BE(tables.length, 4);
    let at = start;
    for (const [number, table] of tables.entries()) {
      font.write(table.tag, 12 + 16 * number, "latin1");
      font.writeUInt32BE(at, 12 + 16 * number + 8);
      font.writeUInt32BE(table.length, 12 + 16 * number + 12);
      await file.read(font, at, table.length, table.offset);
      at += pad(table.length);
    }
    return font;
  });
}

const pad = (length: number): number => Math.ceil(length / 4) * 4;

/** A font of the system may be damaged, or not readable: then it is as if it were not there. */
async function withFile<T>(path: string, otherwise: T, use: (file: FileHandle) => Promise<T>): Promise<T> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    return await use(file);
  } catch {
    return otherwise;
  } finally {
    await file?.close();
  }
}

async function read(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
  return buffer.subarray(0, bytesRead);
}

async function readOffsets(file: FileHandle): Promise<number[]> {
  const header = await read(file, 0, 12 + 4 * mostFaces);
  if (header.toString("latin1", 0, 4) !== "ttcf") return [0];
  const count = Math.min(header.readUInt32BE(8), mostFaces);
  return Array.from({ length: count }, (_, index) => header.readUInt32BE(12 + 4 * index));
}

async function readTables(file: FileHandle, offset: number): Promise<Table[]> {
  const header = await read(file, offset, 12 + 16 * mostTables);
  const signature = header.toString("latin1", 0, 4);
  if (!["\0\u0001\0\0", "OTTO", "true"].includes(signature)) return [];
  return Array.from({ length: Math.min(header.readUInt16BE(4), mostTables) }, (_, index) => ({
    tag: header.toString("latin1", 12 + 16 * index, 16 + 16 * index),
    offset: header.readUInt32BE(20 + 16 * index),
    length: header.readUInt32BE(24 + 16 * index),
  }));
}

async function readFace(
  file: FileHandle,
  offset: number,
  maps: Map<number, CharacterMap | undefined>,
): Promise<Omit<Face, "path" | "index"> | undefined> {
  const tables = new Map((await readTables(file, offset)).map((table) => [table.tag, table]));
  if (!outlineTables.some((tag) => tables.has(tag)) || colorTables.some((tag) => tables.has(tag)))
    return undefined;
  const content = async (tag: string) => {
    const table = tables.get(tag);
    return table === undefined
      ? Buffer.alloc(0)
      : read(file, table.offset, Math.min(table.length, mostBytes / 16));
  };
  const mapAt = tables.get("cmap")?.offset ?? 0;
  if (!maps.has(mapAt)) maps.set(mapAt, parseCharacterMap(await content("cmap")));
  const has = maps.get(mapAt);
  if (has === undefined) return undefined;
  const metrics = await content("OS/2");
  const [weight, selection] =
    metrics.length < 64 ? [400, 0] : [metrics.readUInt16BE(4), metrics.readUInt16BE(62)];
  return {
    family: readFamily(await content("name")),
    weight: tables.has("fvar") ? 600 : weight,
    isItalic: (selection & 1) === 1,
    hasSubstitutions: tables.has("GSUB"),
    has,
  };
}

/** Reads the English family name of the `name` table: the typographic one (16), else the basic one (1). */
function readFamily(table: Buffer): string {
  if (table.length < 6) return "";
  const names = new Map<number, string>();
  const strings = table.readUInt16BE(4);
  for (let index = 0; index < table.readUInt16BE(2); index += 1) {
    const record = table.subarray(6 + 12 * index, 18 + 12 * index);
    if (record.length < 12) break;
    const [platform, language, id] = [record.readUInt16BE(0), record.readUInt16BE(4), record.readUInt16BE(6)];
    if (platform !== 3 || language !== 0x409) continue;
    const start = strings + record.readUInt16BE(10);
    names.set(
      id,
      Buffer.from(table.subarray(start, start + record.readUInt16BE(8)))
        .swap16()
        .toString("utf16le"),
    );
  }
  return names.get(16) ?? names.get(1) ?? "";
}
