import { type ByteSource, maxElements } from "./inspection.ts";

/** One box of an MP4 (ISO/IEC 14496-12, 4.2). */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly headerBytes: number;
  readonly end: number;
}

/** Reads a box header. Undefined when it is truncated or invalid, or when the box would end after `limit`. */
export async function readBox(source: ByteSource, start: number, limit: number): Promise<Box | undefined> {
  const header = await source.read(start, Math.min(16, limit - start));
  if (header.length < 8) return undefined;
  const type = header.toString("latin1", 4, 8);
  const size32 = header.readUInt32BE(0);
  if (size32 === 1 && header.length < 16) return undefined;
  const headerBytes = size32 === 1 ? 16 : 8;
  // A size of 0 means "to the end of the file"; 1 means that a 64-bit size follows.
  const size = size32 === 0 ? limit - start : size32 === 1 ? Number(header.readBigUInt64BE(8)) : size32;
  const end = start + size;
  return size < headerBytes || end > limit ? undefined : { type, start, headerBytes, end };
}

/**
 * Reads the headers of a box's children, in file order. Undefined when one of them is truncated or invalid.
 */
export async function readChildren(source: ByteSource, parent: Box): Promise<readonly Box[] | undefined> {
  const children: Box[] = [];
  for (let offset = parent.start + parent.headerBytes; offset < parent.end; ) {
    const box = await readBox(source, offset, parent.end);
    if (!box || children.length === maxElements) return undefined;
    children.push(box);
    offset = box.end;
  }
  return children;
}

/** Finds a descendant along a path such as `mdia`, `mdhd`, taking the first box of each type. */
export async function findBox(
  source: ByteSource,
  parent: Box,
  ...path: readonly string[]
): Promise<Box | undefined> {
  let box: Box | undefined = parent;
  for (const type of path) {
    const children: readonly Box[] | undefined = box && (await readChildren(source, box));
    box = children?.find((child) => child.type === type);
  }
  return box;
}

/**
 * Reads a box's content, at most `length` bytes of it. The default of 1 MB is more than any table of numbers
 * needs, and too little to exhaust memory.
 */
export function readBody(source: ByteSource, box: Box, length = 1_000_000): Promise<Buffer> {
  const start = box.start + box.headerBytes;
  return source.read(start, Math.min(length, box.end - start));
}

/**
 * Reads an unsigned 32-bit integer. Returns 0 beyond the end of the bytes, and for all ones, which mean
 * "unknown".
 */
export function readUint32(body: Buffer, offset: number): number {
  return body.length < offset + 4 ? 0 : body.readUInt32BE(offset) % 0xffff_ffff;
}

/**
 * Reads an unsigned 64-bit integer. Returns 0 beyond the end of the bytes, and for all ones, which mean
 * "unknown".
 */
export function readUint64(body: Buffer, offset: number): number {
  if (body.length < offset + 8) return 0;
  const value = body.readBigUInt64BE(offset);
  return value === 0xffff_ffff_ffff_ffffn ? 0 : Number(value);
}
