import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";
import { interruptedError } from "../../../base/runtime.ts";

const blockBytes = 1024 ** 2;
// Names in UTF-8. Source: APPNOTE.TXT, 4.4.4.
const flags = 0x0800;
const deflated = 8;
const version = 20;
// The first day of a zip's calendar, at midnight: the same files are the same zip.
const [time, date] = [0, 0x21];

interface Entry {
  readonly name: Buffer;
  readonly crc: number;
  readonly bytes: number;
  readonly packed: Buffer;
}

/**
 * A zip of these files, by their paths in it; fewer than 65,536, and together less than 4 GB. Leaves the process free to
 * do something else meanwhile, and fails with `interrupted` once the signal is aborted.
 */
export async function toZip(files: Readonly<Record<string, Buffer>>, signal: AbortSignal): Promise<Buffer> {
  const [local, central]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const entry = { name: Buffer.from(path), bytes: content.length, ...(await pack(content, signal)) };
    central.push(centralHeader(entry, offset), entry.name);
    local.push(localHeader(entry), entry.name, entry.packed);
    offset += 30 + entry.name.length + entry.packed.length;
  }
  const index = Buffer.concat(central);
  return Buffer.concat([...local, index, endOfCentralDirectory(central.length / 2, index.length, offset)]);
}

async function pack(content: Buffer, signal: AbortSignal): Promise<Pick<Entry, "crc" | "packed">> {
  const packed: Buffer[] = [];
  let crc = 0;
  const blocks = function* () {
    for (let from = 0; from < content.length; from += blockBytes) {
      const block = content.subarray(from, from + blockBytes);
      crc = crc32(block, crc);
      yield block;
    }
  };
  const collect = async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) packed.push(piece);
  };
  try {
    await pipeline(Readable.from(blocks(), { objectMode: false }), createDeflateRaw(), collect, { signal });
  } catch (error) {
    throw signal.aborted ? interruptedError() : error;
  }
  return { crc, packed: Buffer.concat(packed) };
}

function localHeader({ name, crc, bytes, packed }: Entry): Buffer {
  return fields([
    [4, 0x04034b50],
    [2, version],
    [2, flags],
    [2, deflated],
    [2, time],
    [2, date],
    [4, crc],
    [4, packed.length],
    [4, bytes],
    [2, name.length],
    [2, 0],
  ]);
}

function centralHeader({ name, crc, bytes, packed }: Entry, offset: number): Buffer {
  return fields([
    [4, 0x02014b50],
    [2, version],
    [2, version],
    [2, flags],
    [2, deflated],
    [2, time],
    [2, date],
    [4, crc],
    [4, packed.length],
    [4, bytes],
    [2, name.length],
    // Extra field, comment, disk, attributes: none.
    [2, 0],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, offset],
  ]);
}

function endOfCentralDirectory(count: number, bytes: number, offset: number): Buffer {
  return fields([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, bytes],
    [4, offset],
    [2, 0],
  ]);
}

type Field = readonly [bytes: 2 | 4, value: number];

function fields(values: readonly Field[]): Buffer {
  const buffer = Buffer.alloc(values.reduce((sum, [bytes]) => sum + bytes, 0));
  values.reduce((place, [bytes, value]) => buffer.writeUIntLE(value, place, bytes), 0);
  return buffer;
}
