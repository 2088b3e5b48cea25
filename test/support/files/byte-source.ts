import { readFileSync } from "node:fs";
import type { ByteSource } from "../../../src/download/media/inspection.ts";

/** A byte source in memory. */
export function toSource(...parts: readonly Uint8Array[]): ByteSource {
  const bytes = Buffer.concat(parts);
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}

/** Reads a real media file; `test/fixtures/README.md` describes how each was made. */
export function readFixture(name: string): Buffer {
  return readFileSync(new URL(`../../fixtures/${name}`, import.meta.url));
}

/** `count` truncated copies of the bytes, from 0 bytes on, at even distances. */
export function truncationsOf(bytes: Buffer, count = 100): Buffer[] {
  return Array.from({ length: count }, (_, index) =>
    bytes.subarray(0, Math.floor((index * bytes.length) / count)),
  );
}
