import type { ByteSource } from "../inspection.ts";
import { withReadAhead } from "../read-ahead.ts";
import { type Box, damagedError, readBody, readUint32 } from "./boxes.ts";

/** Where the entries of a table lie. */
export interface Table {
  readonly start: number;
  readonly count: number;
}

/**
 * Locates a table of a box: `count` entries of `entryBits` each, from `offset` in its content. Throws when
 * the box is too small for them.
 */
export function locateTable(box: Box, offset: number, entryBits: number, count: number): Table {
  const start = box.start + box.headerBytes + offset;
  if (start + Math.ceil((count * entryBits) / 8) > Math.max(start, box.end)) throw damagedError(box);
  return { start, count };
}

/** Locates the usual table: its version and flags, the number of entries, the entries. */
export async function readTable(source: ByteSource, box: Box, entryBytes: number): Promise<Table> {
  return locateTable(box, 8, 8 * entryBytes, readUint32(await readBody(source, box, 8), 4));
}

// A multiple of every entry's size, up to 16 bytes, below the size of a block.
const runBytes = 60_480;

/**
 * Yields the bytes of a table in runs of whole entries, about 60 kB each, so that tables of any size need
 * little memory.
 */
export async function* runsOf(
  source: ByteSource,
  { start, count }: Table,
  entryBytes: number,
): AsyncGenerator<Buffer, void, undefined> {
  const buffered = withReadAhead(source);
  const perRun = Math.floor(runBytes / entryBytes);
  for (let first = 0; first < count; first += perRun) {
    yield await buffered.read(start + first * entryBytes, Math.min(perRun, count - first) * entryBytes);
  }
}
