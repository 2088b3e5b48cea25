import type { ByteSource } from "./inspection.ts";

const blockBytes = 64 * 1024;

/**
 * Returns a source of the same bytes that reads 64 KiB at a time and keeps the last block, so that many small
 * reads near each other cost one. Reads beyond the end are cut off.
 */
export function withReadAhead(source: ByteSource): ByteSource {
  const { size } = source;
  let block: Buffer = Buffer.alloc(0);
  let start = 0;
  return {
    size,
    async read(offset, length) {
      const end = Math.min(offset + length, size);
      if (end <= offset) return Buffer.alloc(0);
      if (end - offset > blockBytes) return source.read(offset, end - offset);
      if (offset < start || end > start + block.length) {
        block = await source.read(offset, Math.min(blockBytes, size - offset));
        start = offset;
      }
      return block.subarray(offset - start, end - start);
    },
  };
}

/** Returns whether a short pattern of bytes occurs at or after an offset. Reads to the end if it doesn't. */
export async function hasBytes(source: ByteSource, offset: number, pattern: Buffer): Promise<boolean> {
  for (let start = offset; start < source.size; start += blockBytes - pattern.length + 1) {
    if ((await source.read(start, Math.min(blockBytes, source.size - start))).includes(pattern)) return true;
  }
  return false;
}
