import { type ByteSource, maxParts } from "./inspection.ts";

/** One element of EBML (RFC 8794): an id, a size, content. */
export interface Element {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The elements between two places, in their order. Undefined when one is cut or makes no sense. A live recording leaves
 * sizes open: such an element reaches to the end, but the parts of one with the id `flat` follow it as its equals.
 */
export async function readElements(
  source: ByteSource,
  from: number,
  to: number,
  flat?: number,
): Promise<Element[] | undefined> {
  const elements: Element[] = [];
  for (let offset = from; offset < to; ) {
    const element = await readElement(source, offset, to, flat);
    if (!element || elements.length === maxParts) return undefined;
    elements.push(element);
    offset = element.end;
  }
  return elements;
}

/** The element at a place. Undefined when it is cut or makes no sense. */
export async function readElement(
  source: ByteSource,
  offset: number,
  to: number,
  flat?: number,
): Promise<Element | undefined> {
  const begin = await source.read(offset, Math.min(12, to - offset));
  const id = readNumber(begin, 0, true);
  const size = id && readNumber(begin, id.bytes, false);
  if (!id || !size) return undefined;
  const start = offset + id.bytes + size.bytes;
  const end = size.unknown ? (id.value === flat ? start : to) : start + size.value;
  return end > to ? undefined : { id: id.value, start, end };
}

/** A number of one to eight bytes; the first bit set says how many. An id keeps that bit, a size does not. */
export function readNumber(head: Buffer, offset: number, isId: boolean) {
  const bytes = Math.clz32(head[offset] ?? 0) - 23;
  if (bytes > 8 || offset + bytes > head.length) return undefined;
  const all = BigInt(`0x${head.toString("hex", offset, offset + bytes)}`);
  const marker = 1n << BigInt(7 * bytes);
  return { bytes, value: Number(isId ? all : all % marker), unknown: all % marker === marker - 1n };
}

/** What the first element of that id inside another holds. */
export async function find(source: ByteSource, parent: Element, id: number): Promise<Buffer | undefined> {
  const child = (await readElements(source, parent.start, parent.end))?.find((element) => element.id === id);
  return child && head(source, child);
}

/** The first bytes of what an element holds: enough for any number. */
export function head(source: ByteSource, { start, end }: Element): Promise<Buffer> {
  return source.read(start, Math.min(64, end - start));
}

/** 0 when there is none, or none that makes sense. */
export function toInteger(bytes: Buffer | undefined): number {
  return bytes && bytes.length > 0 && bytes.length <= 6 ? bytes.readUIntBE(0, bytes.length) : 0;
}

/** 0 when there is none. */
export function toFloat(bytes: Buffer | undefined): number {
  if (bytes?.length === 4) return bytes.readFloatBE();
  return bytes?.length === 8 ? bytes.readDoubleBE() : 0;
}
