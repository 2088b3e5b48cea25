import { readFileSync } from "node:fs";
import type { ByteSource } from "../../../src/download/media/inspection.ts";

/** Bytes in memory, to be read as a file is. */
export function toSource(...parts: readonly Uint8Array[]): ByteSource {
  const bytes = Buffer.concat(parts);
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}

/** A real media file; `test/fixtures/README.md` says how each was made. */
export function readFixture(name: string): Buffer {
  return readFileSync(new URL(`../../fixtures/${name}`, import.meta.url));
}

/** So many lengths from 0 to one byte less than the whole, at even distances. */
export function cutsOf(bytes: Buffer, count = 100): Buffer[] {
  return Array.from({ length: count }, (_, index) =>
    bytes.subarray(0, Math.floor((index * bytes.length) / count)),
  );
}
