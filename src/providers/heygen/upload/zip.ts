import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";
import { centralHeader, endOfCentralDirectory, localHeader } from "../../../base/files/zip-headers.ts";
import { interruptedError } from "../../../base/runtime.ts";

const blockBytes = 1024 ** 2;

/**
 * Returns a zip of files, which are keyed by their paths in it: fewer than 65,536, and less than 4 GB in
 * total. Does not block the event loop. Fails with `interrupted` once the signal is aborted.
 */
export async function toZip(files: Readonly<Record<string, Buffer>>, signal: AbortSignal): Promise<Buffer> {
  const [local, central]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const { crc, compressed } = await compress(content, signal);
    const [name, bytes, compressedBytes] = [Buffer.from(path), content.length, compressed.length];
    const entry = { name, method: "deflated" as const, crc, bytes, compressedBytes };
    const header = localHeader(entry);
    central.push(centralHeader(entry, offset));
    local.push(header, compressed);
    offset += header.length + compressed.length;
  }
  const directory = Buffer.concat(central);
  const end = endOfCentralDirectory(central.length, directory.length, offset);
  return Buffer.concat([...local, directory, end]);
}

async function compress(
  content: Buffer,
  signal: AbortSignal,
): Promise<{ readonly crc: number; readonly compressed: Buffer }> {
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
