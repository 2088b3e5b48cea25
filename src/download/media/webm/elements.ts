import { type ByteSource, maxElements, UnplayableError } from "../inspection.ts";

/** One EBML element (RFC 8794): `start` and `end` enclose its content. */
export interface EbmlElement {
  readonly id: number;
  readonly start: number;
  /** Where it says that it ends, which may be beyond the end of the file. An unknown size ends at the limit. */
  readonly end: number;
  /** Whether the element doesn't state its size, as in a live recording. */
  readonly isOpen: boolean;
}

/** Reads an element header before `limit`. Undefined when it is incomplete or invalid. */
export async function readElement(
  source: ByteSource,
  offset: number,
  limit: number,
): Promise<EbmlElement | undefined> {
  const header = await source.read(offset, Math.min(12, limit - offset));
  const idBytes = Math.clz32(header[0] ?? 0) - 23;
  if (idBytes > 4 || header.length <= idBytes) return undefined;
  const size = readVint(header, idBytes);
  if (!size) return undefined;
  const start = offset + idBytes + size.bytes;
  const end = size.isUnknown ? limit : start + size.value;
  return { id: header.readUIntBE(0, idBytes), start, end, isOpen: size.isUnknown };
}

/** Yields the elements between two offsets, in file order, up to the first one that is invalid. */
export async function* elementsOf(
  source: ByteSource,
  { start, end }: Pick<EbmlElement, "start" | "end">,
): AsyncGenerator<EbmlElement, void, undefined> {
  let count = 0;
  for (let offset = start; offset < end; count += 1) {
    if (count === maxElements) throw new UnplayableError(`it has more than ${maxElements} elements`);
    const element = await readElement(source, offset, end);
    if (!element || element.end > end) return;
    yield element;
    offset = element.end;
  }
}

/** The first child with each id. */
export type Children = ReadonlyMap<number, EbmlElement>;

/** Returns the first child of an element with each of the ids. */
export async function findChildren(
  source: ByteSource,
  parent: EbmlElement,
  ...ids: readonly number[]
): Promise<Children> {
  const children = new Map<number, EbmlElement>();
  for await (const child of elementsOf(source, parent)) {
    if (ids.includes(child.id) && !children.has(child.id)) children.set(child.id, child);
    if (children.size === ids.length) break;
  }
  return children;
}

/**
 * Reads a variable-length integer of one to eight bytes (RFC 8794, 4): the position of the first set bit, the
 * marker, gives its length. All ones mean an unknown size. Undefined when it is incomplete or invalid.
 */
export function readVint(
  bytes: Buffer,
  offset: number,
): { readonly bytes: number; readonly value: number; readonly isUnknown: boolean } | undefined {
  const first = bytes[offset] ?? 0;
  const length = Math.clz32(first) - 23;
  if (length > 8 || offset + length > bytes.length) return undefined;
  const mask = 0xff >> length;
  let value = first & mask;
  let isUnknown = value === mask;
  for (const byte of bytes.subarray(offset + 1, offset + length)) {
    value = value * 256 + byte;
    isUnknown &&= byte === 0xff;
  }
  return { bytes: length, value, isUnknown };
}

/** Reads the first 64 bytes of an element's content, which is enough for any number or name. */
export async function readContent(source: ByteSource, element: EbmlElement | undefined): Promise<Buffer> {
  if (!element) return Buffer.alloc(0);
  return source.read(element.start, Math.min(64, element.end - element.start));
}

/** Reads an unsigned integer. Returns 0 when it has no bytes, or more than six, the most that Node can read. */
export async function readInteger(source: ByteSource, element: EbmlElement | undefined): Promise<number> {
  const bytes = await readContent(source, element);
  return bytes.length > 0 && bytes.length <= 6 ? bytes.readUIntBE(0, bytes.length) : 0;
}

/** Reads a float of 4 or 8 bytes. Returns 0 for any other length. */
export async function readFloat(source: ByteSource, element: EbmlElement | undefined): Promise<number> {
  const bytes = await readContent(source, element);
  if (bytes.length === 4) return bytes.readFloatBE();
  return bytes.length === 8 ? bytes.readDoubleBE() : 0;
}

/** Reads a name of ASCII characters, without the zero bytes that may follow it. */
export async function readName(source: ByteSource, element: EbmlElement | undefined): Promise<string> {
  return (await readContent(source, element)).toString("latin1").replace(/\0+$/, "");
}
