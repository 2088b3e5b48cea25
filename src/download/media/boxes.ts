import { type ByteSource, maxElements } from "./inspection.ts";

/** One box of an MP4 (ISO/IEC 14496-12, 4.2). */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly headerBytes: number;
  readonly end: number;
}

/** Undefined when the header is cut, makes no sense, or promises more bytes than there are before `limit`. */
export async function readBox(source: ByteSource, start: number, limit: number): Promise<Box | undefined> {
  const header = await source.read(start, Math.min(16, limit - start));
  if (header.length < 8) return undefined;
  const type = header.toString("latin1", 4, 8);
  const short = header.readUInt32BE(0);
  if (short === 1 && header.length < 16) return undefined;
  const headerBytes = short === 1 ? 16 : 8;
  // 0 means "to the end of the file", 1 that a 64-bit size follows.
  const size = short === 0 ? limit - start : short === 1 ? Number(header.readBigUInt64BE(8)) : short;
  const end = start + size;
  return size < headerBytes || end > limit ? undefined : { type, start, headerBytes, end };
}

/** The boxes inside one, in their order. Undefined when one of them is cut or makes no sense. */
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

/** The first box of each type along a path such as `mdia`, `mdhd`. */
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

/** At most `length` bytes of what a box holds; longer than any box of numbers, shorter than what fills a memory. */
export function readBody(source: ByteSource, box: Box, length = 1_000_000): Promise<Buffer> {
  const start = box.start + box.headerBytes;
  return source.read(start, Math.min(length, box.end - start));
}

/** A number of 32 or 64 bits; 0 when it lies beyond the bytes. All ones mean "unknown", which is as good as 0. */
export function readUnits(body: Buffer, offset: number, wide: boolean): number {
  if (body.length < offset + (wide ? 8 : 4)) return 0;
  if (!wide) return body.readUInt32BE(offset) % 0xffff_ffff;
  const units = body.readBigUInt64BE(offset);
  return units === 0xffff_ffff_ffff_ffffn ? 0 : Number(units);
}
