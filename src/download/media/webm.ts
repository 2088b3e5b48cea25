import { type ByteSource, broken, type Inspection, maxParts } from "./container.ts";

/** One element of EBML (RFC 8794): an id, a size, content. */
interface Element {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

// Matroska's ids (RFC 9559, 27.1), those that a player cannot do without.
const ids = {
  header: 0x1a45dfa3,
  documentType: 0x4282,
  segment: 0x18538067,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
};

/**
 * Whether the bytes are a complete WebM that a player can open: the header, one segment with tracks, clusters and a
 * duration above 0, and no element that reaches beyond the end. Reads heads of elements only, never the media itself.
 */
export async function inspectWebm(source: ByteSource): Promise<Inspection> {
  const [header, segment] = (await read(source, 0, source.size)) ?? [];
  if (header?.id !== ids.header || !(await isWebm(source, header))) return broken("it is not a WebM");
  if (segment?.id !== ids.segment) return broken("it is cut off before its first segment");
  const children = await read(source, segment.start, segment.end);
  if (!children) return broken("it is cut off in the middle of its segment");
  if (!children.some(({ id }) => id === ids.tracks)) return broken("it has no tracks");
  if (!children.some(({ id }) => id === ids.cluster)) return broken("it has no media data (clusters)");
  const durationSeconds = await readDuration(source, children);
  return durationSeconds > 0 ? { playable: true, durationSeconds } : broken("its duration is 0");
}

// The elements between two places. Undefined when one is cut or makes no sense.
async function read(source: ByteSource, from: number, to: number): Promise<Element[] | undefined> {
  const elements: Element[] = [];
  for (let offset = from; offset < to; ) {
    const head = await source.read(offset, 12);
    const id = readNumber(head, 0, true);
    const size = id && readNumber(head, id.bytes, false);
    if (!id || !size) return undefined;
    const start = offset + id.bytes + size.bytes;
    // A live recording leaves the size open: the element reaches to the end.
    const end = size.unknown ? to : start + size.value;
    if (end > to) return undefined;
    if (elements.length === maxParts) return undefined;
    elements.push({ id: id.value, start, end });
    offset = end;
  }
  return elements;
}

// A number of one to eight bytes; the first bit set says how many. An id keeps that bit, a size does not.
function readNumber(head: Buffer, offset: number, isId: boolean) {
  const bytes = Math.clz32(head[offset] ?? 0) - 23;
  if (bytes > 8 || offset + bytes > head.length) return undefined;
  const all = BigInt(`0x${head.toString("hex", offset, offset + bytes)}`);
  const marker = 1n << BigInt(7 * bytes);
  return { bytes, value: Number(isId ? all : all % marker), unknown: all % marker === marker - 1n };
}

async function isWebm(source: ByteSource, header: Element): Promise<boolean> {
  const type = await find(source, header, ids.documentType);
  return type !== undefined && type.toString("latin1").replace(/\0+$/, "") === "webm";
}

async function find(source: ByteSource, parent: Element, id: number): Promise<Buffer | undefined> {
  const child = (await read(source, parent.start, parent.end))?.find((element) => element.id === id);
  return child && source.read(child.start, Math.min(64, child.end - child.start));
}

async function readDuration(source: ByteSource, children: readonly Element[]): Promise<number> {
  const info = children.find(({ id }) => id === ids.info);
  if (!info) return 0;
  const scale = toInteger(await find(source, info, ids.timestampScale)) || 1_000_000;
  const duration = toFloat(await find(source, info, ids.duration));
  const last = children.findLast(({ id }) => id === ids.cluster);
  const units = duration || toInteger(last && (await find(source, last, ids.timestamp)));
  return (units * scale) / 1_000_000_000;
}

function toInteger(bytes: Buffer | undefined): number {
  return bytes && bytes.length > 0 && bytes.length <= 6 ? bytes.readUIntBE(0, bytes.length) : 0;
}

function toFloat(bytes: Buffer | undefined): number {
  if (bytes?.length === 4) return bytes.readFloatBE();
  return bytes?.length === 8 ? bytes.readDoubleBE() : 0;
}
