import { type ByteSource, UnplayableError } from "../inspection.ts";

/** One box of an MP4 (ISO/IEC 14496-12, 4.2). */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly headerBytes: number;
  /** Where the box says that it ends, which may be beyond the end of the file or of its parent. */
  readonly end: number;
}

/** Reads a box header before `limit`. Undefined when it is incomplete or no box header. */
export async function readBoxHeader(
  source: ByteSource,
  start: number,
  limit: number,
): Promise<Box | undefined> {
  return parseBoxHeader(await source.read(start, Math.min(16, limit - start)), start, limit);
}

function parseBoxHeader(header: Buffer, start: number, limit: number): Box | undefined {
  if (header.length < 8) return undefined;
  const type = header.toString("latin1", 4, 8);
  const size32 = header.readUInt32BE(0);
  if (size32 === 1 && header.length < 16) return undefined;
  const headerBytes = size32 === 1 ? 16 : 8;
  // A size of 0 means "to the end of the file"; 1 means that a 64-bit size follows.
  const size = size32 === 0 ? limit - start : size32 === 1 ? Number(header.readBigUInt64BE(8)) : size32;
  const isBox = size >= headerBytes && /^[\x20-\x7e\xa9]{4}$/.test(type);
  return isBox ? { type, start, headerBytes, end: start + size } : undefined;
}

// The boxes of a movie header have fewer than a hundred children, and each is read several times.
const maxChildren = 10_000;

/**
 * Yields the headers of a box's children, in file order. Zero bytes may follow the last one, as in QuickTime.
 * Throws when one is damaged or extends beyond its parent, or when there are more than 10,000.
 */
export async function* childrenOf(source: ByteSource, parent: Box): AsyncGenerator<Box, void, undefined> {
  let count = 0;
  for (let offset = parent.start + parent.headerBytes; offset < parent.end; ) {
    const size = await source.read(offset, Math.min(4, parent.end - offset));
    if (size.every((byte) => byte === 0)) return;
    const box = await readBoxHeader(source, offset, parent.end);
    count += 1;
    if (!box || box.end > parent.end || count > maxChildren) throw damagedError(parent);
    yield box;
    offset = box.end;
  }
}

/** Some bytes of a file in memory. */
export interface Extract {
  readonly bytes: Buffer;
  /** Where in the file they begin. */
  readonly start: number;
}

// Callers keep them all. A fragment has a few, or one for each of its runs of samples.
const maxChildrenInMemory = 1_000_000;

/**
 * Yields the headers of a box's children like `childrenOf`, for a box that lies within the extract. Throws when
 * there are more than a million.
 */
export function* childrenIn(extract: Extract, parent: Box): Generator<Box, void, undefined> {
  let count = 0;
  for (let offset = parent.start + parent.headerBytes; offset < parent.end; ) {
    const header = bytesIn(extract, offset, Math.min(16, parent.end - offset));
    if (header.subarray(0, 4).every((byte) => byte === 0)) return;
    const box = parseBoxHeader(header, offset, parent.end);
    count += 1;
    if (!box || box.end > parent.end || count > maxChildrenInMemory) throw damagedError(parent);
    yield box;
    offset = box.end;
  }
}

/** Returns the first bytes of a box's content, after its header. */
export function bodyIn(extract: Extract, box: Box, length: number): Buffer {
  const start = box.start + box.headerBytes;
  return bytesIn(extract, start, Math.min(length, box.end - start));
}

/** Returns bytes of an extract, by their offset in the file. */
export function bytesIn({ bytes, start }: Extract, offset: number, length: number): Buffer {
  return bytes.subarray(offset - start, offset - start + length);
}

/** Finds a descendant along a path such as `mdia`, `mdhd`, taking the first box of each type. */
export async function findBox(
  source: ByteSource,
  parent: Box,
  ...path: readonly string[]
): Promise<Box | undefined> {
  let box: Box | undefined = parent;
  for (const type of path) box = box && (await findChild(source, box, type));
  return box;
}

async function findChild(source: ByteSource, parent: Box, type: string): Promise<Box | undefined> {
  for await (const child of childrenOf(source, parent)) if (child.type === type) return child;
  return undefined;
}

export function damagedError({ type }: Box): UnplayableError {
  return new UnplayableError(`it is damaged in its ${type} box`);
}

/** Reads the first bytes of a box's content, after its header. */
export function readBody(source: ByteSource, box: Box, length: number): Promise<Buffer> {
  const start = box.start + box.headerBytes;
  return source.read(start, Math.min(length, box.end - start));
}

/** Reads an unsigned 32-bit integer. Returns 0 beyond the end of the bytes. */
export function readUint32(body: Buffer, offset: number): number {
  return body.length < offset + 4 ? 0 : body.readUInt32BE(offset);
}

/** Reads an unsigned 64-bit integer. Returns 0 beyond the end of the bytes. */
export function readUint64(body: Buffer, offset: number): number {
  return body.length < offset + 8 ? 0 : Number(body.readBigUInt64BE(offset));
}

/** Reads a time of 64 bits if `isLong`, otherwise of 32. Returns 0 for all ones, which mean "unknown". */
export function readTime(body: Buffer, offset: number, isLong: boolean): number {
  const time = isLong ? readUint64(body, offset) : readUint32(body, offset);
  return time === (isLong ? 2 ** 64 : 0xffff_ffff) ? 0 : time;
}

/** Returns whether the times of a box have 64 bits: its version, the first byte, is 1. */
export function hasLongTimes(body: Buffer): boolean {
  return body[0] === 1;
}
