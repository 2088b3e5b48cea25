import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";
import { interruptedError } from "../../../base/runtime.ts";

const blockBytes = 1024 ** 2;
// Names are in UTF-8. Source: APPNOTE.TXT, 4.4.4.
const flags = 0x0800;
const deflateMethod = 8;
const version = 20;
// The earliest date that the format can store, at midnight: the same files always make the same zip.
const [time, date] = [0, 0x21];

interface Entry {
  readonly name: Buffer;
  readonly crc: number;
  /** The size before compression, in bytes. */
  readonly bytes: number;
  readonly compressed: Buffer;
}

/**
 * Returns a zip of files, which are keyed by their paths in it: fewer than 65,536, and less than 4 GB in
 * total. Does not block the event loop. Fails with `interrupted` once the signal is aborted.
 */
export async function toZip(files: Readonly<Record<string, Buffer>>, signal: AbortSignal): Promise<Buffer> {
  const [local, central]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const entry = { name: Buffer.from(path), bytes: content.length, ...(await compress(content, signal)) };
    central.push(centralHeader(entry, offset), entry.name);
    local.push(localHeader(entry), entry.name, entry.compressed);
    offset += 30 + entry.name.length + entry.compressed.length;
  }
  const directory = Buffer.concat(central);
  const end = endOfCentralDirectory(central.length / 2, directory.length, offset);
  return Buffer.concat([...local, directory, end]);
}

async function compress(content: Buffer, signal: AbortSignal): Promise<Pick<Entry, "crc" | "compressed">> {
  const chunks: Buffer[] = [];
  let crc = 0;
  const blocks = function* () {
    for (let from = 0; from < content.length; from += blockBytes) {
      const block = content.subarray(from, from + blockBytes);
      crc = crc32(block, crc);
      yield block;
    }
  };
  const collect = async (output: AsyncIterable<Buffer>) => {
    for await (const chunk of output) chunks.push(chunk);
  };
  try {
    await pipeline(Readable.from(blocks(), { objectMode: false }), createDeflateRaw(), collect, { signal });
  } catch (error) {
    throw signal.aborted ? interruptedError() : error;
  }
  return { crc, compressed: Buffer.concat(chunks) };
}

function localHeader(entry: Entry): Buffer {
  return toBytes([[4, 0x04034b50], ...commonFields(entry)]);
}

function centralHeader(entry: Entry, offset: number): Buffer {
  return toBytes([
    [4, 0x02014b50],
    [2, version],
    ...commonFields(entry),
    // No comment, disk number or attributes.
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, offset],
  ]);
}

// From the version that is needed to extract it to the length of the extra field, of which there is none.
function commonFields({ name, crc, bytes, compressed }: Entry): readonly Field[] {
  return [
    [2, version],
    [2, flags],
    [2, deflateMethod],
    [2, time],
    [2, date],
    [4, crc],
    [4, compressed.length],
    [4, bytes],
    [2, name.length],
    [2, 0],
  ];
}

function endOfCentralDirectory(count: number, bytes: number, offset: number): Buffer {
  return toBytes([
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

function toBytes(fields: readonly Field[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  fields.reduce((position, [bytes, value]) => buffer.writeUIntLE(value, position, bytes), 0);
  return buffer;
}
