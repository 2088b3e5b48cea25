import { constants } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { openRegularFile } from "../../base/files/regular-file.ts";
import {
  centralHeader,
  endOfCentralDirectory,
  localHeader,
  maxZipBytes,
  type ZipEntry,
} from "../../base/files/zip-headers.ts";

/** A file as a zip, which is read block by block. */
export interface StoredZip {
  /** The size of the zip, in bytes. */
  readonly sizeBytes: number;
  /** The bytes of the zip, in blocks of at most 8 MiB. */
  blocks(): AsyncGenerator<Buffer>;
  close(): Promise<void>;
}

const blockBytes = 8 * 1024 ** 2;

/**
 * Opens a file as a zip that contains it without compression: videos are compressed already. Rejects a file
 * that does not fit into a zip with sizes of 32 bits, 4 GiB.
 */
export async function openStoredZip(path: string, name: string): Promise<StoredZip> {
  const file = await openRegularFile(path, constants.O_RDONLY);
  if (!file) throw new Error(`${path} does not exist`);
  try {
    const { size: bytes } = await file.stat();
    const entry: ZipEntry = {
      name: Buffer.from(name),
      method: "stored",
      crc: await checksum(file, bytes),
      bytes,
      compressedBytes: bytes,
    };
    const header = localHeader(entry);
    const directory = centralHeader(entry, 0);
    const directoryOffset = header.length + bytes;
    const trailer = () =>
      Buffer.concat([directory, endOfCentralDirectory(1, directory.length, directoryOffset)]);
    const sizeBytes = directoryOffset + directory.length + 22;
    if (sizeBytes > maxZipBytes) throw new Error("the file is too large for a zip (4 GiB)");
    return {
      sizeBytes,
      async *blocks() {
        yield header;
        yield* readBlocks(file, bytes);
        yield trailer();
      },
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function checksum(file: FileHandle, bytes: number): Promise<number> {
  let crc = 0;
  for await (const block of readBlocks(file, bytes)) crc = crc32(block, crc);
  return crc;
}

async function* readBlocks(file: FileHandle, bytes: number): AsyncGenerator<Buffer> {
  for (let offset = 0; offset < bytes; ) {
    const block = Buffer.allocUnsafe(Math.min(blockBytes, bytes - offset));
    const { bytesRead } = await file.read(block, 0, block.length, offset);
    if (bytesRead === 0) throw new Error("the file became shorter during the upload");
    offset += bytesRead;
    yield block.subarray(0, bytesRead);
  }
}
