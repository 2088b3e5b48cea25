import { type ByteSource, type Inspection, maxElements, playableFor, unplayable } from "./inspection.ts";

/** One element of EBML (RFC 8794): an id, a size, content. */
export interface EbmlElement {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The elements between two places, in their order. Undefined when one is cut or makes no sense. A live recording leaves
 * sizes open: such an element reaches to the end, but the parts of one with the id `flat` follow it as its equals.
 */
async function readElements(
  source: ByteSource,
  from: number,
  to: number,
  flat?: number,
): Promise<EbmlElement[] | undefined> {
  const elements: EbmlElement[] = [];
  for (let offset = from; offset < to; ) {
    const element = await readElement(source, offset, to, flat);
    if (!element || elements.length === maxElements) return undefined;
    elements.push(element);
    offset = element.end;
  }
  return elements;
}

/** The element at a place. Undefined when it is cut or makes no sense. */
async function readElement(
  source: ByteSource,
  offset: number,
  to: number,
  flat?: number,
): Promise<EbmlElement | undefined> {
  const begin = await source.read(offset, Math.min(12, to - offset));
  const id = readVint(begin, 0, true);
  const size = id && readVint(begin, id.bytes, false);
  if (!id || !size) return undefined;
  const start = offset + id.bytes + size.bytes;
  const end = size.unknown ? (id.value === flat ? start : to) : start + size.value;
  return end > to ? undefined : { id: id.value, start, end };
}

/** A number of one to eight bytes; the first bit set says how many. An id keeps that bit, a size does not. */
function readVint(head: Buffer, offset: number, isId: boolean) {
  const bytes = Math.clz32(head[offset] ?? 0) - 23;
  if (bytes > 8 || offset + bytes > head.length) return undefined;
  const all = BigInt(`0x${head.toString("hex", offset, offset + bytes)}`);
  const marker = 1n << BigInt(7 * bytes);
  return { bytes, value: Number(isId ? all : all % marker), unknown: all % marker === marker - 1n };
}

/** What the first element of that id inside another holds. */
async function readChildHead(
  source: ByteSource,
  parent: EbmlElement,
  id: number,
): Promise<Buffer | undefined> {
  const child = (await readElements(source, parent.start, parent.end))?.find((element) => element.id === id);
  return child && readHead(source, child);
}

/** The first bytes of what an element holds: enough for any number. */
function readHead(source: ByteSource, { start, end }: EbmlElement): Promise<Buffer> {
  return source.read(start, Math.min(64, end - start));
}

/** 0 when there is none, or none that makes sense. */
function toInteger(bytes: Buffer | undefined): number {
  return bytes && bytes.length > 0 && bytes.length <= 6 ? bytes.readUIntBE(0, bytes.length) : 0;
}

/** 0 when there is none. */
function toFloat(bytes: Buffer | undefined): number {
  if (bytes?.length === 4) return bytes.readFloatBE();
  return bytes?.length === 8 ? bytes.readDoubleBE() : 0;
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
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
};

/**
 * Whether the bytes are a complete WebM that a player can open: the header, one segment with tracks, clusters and a
 * duration above 0, and no element that reaches beyond the end. Reads heads of elements only, never the media itself.
 */
export async function inspectWebm(source: ByteSource): Promise<Inspection> {
  const header = await readElement(source, 0, source.size);
  if (!header) return unplayable("it is cut off in the middle of its header");
  if (!(await isWebm(source, header))) return unplayable("it is not a WebM");
  if (header.end === source.size) return unplayable("it is cut off before its first segment");
  const segment = await readElement(source, header.end, source.size);
  if (segment?.id !== ids.segment) return unplayable("it is cut off in the middle of its segment");
  const children = await readElements(source, segment.start, segment.end, ids.cluster);
  if (!children) return unplayable("it is cut off in the middle of its segment");
  if (!children.some(({ id }) => id === ids.tracks)) return unplayable("it has no tracks");
  if (!children.some(({ id }) => id === ids.cluster)) return unplayable("it has no media data (clusters)");
  return playableFor(await readDuration(source, children));
}

async function isWebm(source: ByteSource, header: EbmlElement): Promise<boolean> {
  const type = await readChildHead(source, header, ids.documentType);
  return type !== undefined && type.toString("latin1").replace(/\0+$/, "") === "webm";
}

async function readDuration(source: ByteSource, children: readonly EbmlElement[]): Promise<number> {
  const info = children.find(({ id }) => id === ids.info);
  if (!info) return 0;
  const scale = toInteger(await readChildHead(source, info, ids.timestampScale)) || 1_000_000;
  const duration = toFloat(await readChildHead(source, info, ids.duration));
  const units = duration || (await lastBlockTime(source, children));
  return (units * scale) / 1_000_000_000;
}

// When the last block of the last cluster begins: as good as the length, where that is left open.
async function lastBlockTime(source: ByteSource, children: readonly EbmlElement[]): Promise<number> {
  const last = children.findLastIndex(({ id }) => id === ids.cluster);
  const cluster = children[last];
  const isOpen = cluster?.start === cluster?.end;
  const parts = isOpen
    ? children.slice(last + 1)
    : cluster && (await readElements(source, cluster.start, cluster.end));
  const timestamp = parts?.find(({ id }) => id === ids.timestamp);
  const block = parts?.findLast(({ id }) => id === ids.simpleBlock || id === ids.blockGroup);
  const isGroup = block?.id === ids.blockGroup;
  const body = block && (await (isGroup ? readChildHead(source, block, ids.block) : readHead(source, block)));
  return toInteger(timestamp && (await readHead(source, timestamp))) + blockTimeOffset(body);
}

// A block begins with its track's number, and its time after its cluster's, in 16 bits.
function blockTimeOffset(block: Buffer | undefined): number {
  const track = block && readVint(block, 0, false);
  return block && track && block.length >= track.bytes + 2 ? block.readInt16BE(track.bytes) : 0;
}
