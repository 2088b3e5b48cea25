import { type ByteSource, type Inspection, maxElements, playableFor, unplayable } from "./inspection.ts";

// The Matroska ids that a player needs (RFC 9559, 27.1).
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
 * Checks that the bytes are a complete WebM that a player can open: a header, one segment with tracks,
 * clusters and a duration above 0, and no element that extends beyond the end. Reads element headers only,
 * never the media itself.
 */
export async function inspectWebm(source: ByteSource): Promise<Inspection> {
  const header = await readElement(source, 0, source.size);
  if (!header) return unplayable("it is truncated in its header");
  if (!(await isWebm(source, header))) return unplayable("it is not a WebM");
  if (header.end === source.size) return unplayable("it is truncated before its first segment");
  const segment = await readElement(source, header.end, source.size);
  if (segment?.id !== ids.segment) return unplayable("it is truncated in its segment");
  const children = await readElements(source, segment.start, segment.end, ids.cluster);
  if (!children) return unplayable("it is truncated in its segment");
  if (!children.some(({ id }) => id === ids.tracks)) return unplayable("it has no tracks");
  if (!children.some(({ id }) => id === ids.cluster)) return unplayable("it has no media data (clusters)");
  return playableFor(await readDuration(source, children));
}

async function isWebm(source: ByteSource, header: EbmlElement): Promise<boolean> {
  const type = await readChildContent(source, header, ids.documentType);
  return type !== undefined && type.toString("latin1").replace(/\0+$/, "") === "webm";
}

async function readDuration(source: ByteSource, children: readonly EbmlElement[]): Promise<number> {
  const info = children.find(({ id }) => id === ids.info);
  if (!info) return 0;
  const scale = toInteger(await readChildContent(source, info, ids.timestampScale)) || 1_000_000;
  const duration = toFloat(await readChildContent(source, info, ids.duration));
  const units = duration || (await lastBlockTime(source, children));
  return (units * scale) / 1_000_000_000;
}

// Returns the time at which the last block of the last cluster starts. It approximates the duration when the
// file states none.
async function lastBlockTime(source: ByteSource, children: readonly EbmlElement[]): Promise<number> {
  const last = children.findLastIndex(({ id }) => id === ids.cluster);
  const cluster = children[last];
  const hasUnknownSize = cluster?.start === cluster?.end;
  const elements = hasUnknownSize
    ? children.slice(last + 1)
    : cluster && (await readElements(source, cluster.start, cluster.end));
  const timestamp = elements?.find(({ id }) => id === ids.timestamp);
  const block = elements?.findLast(({ id }) => id === ids.simpleBlock || id === ids.blockGroup);
  const isGroup = block?.id === ids.blockGroup;
  const content =
    block && (await (isGroup ? readChildContent(source, block, ids.block) : readContent(source, block)));
  return toInteger(timestamp && (await readContent(source, timestamp))) + blockTimeOffset(content);
}

// A block begins with its track number, followed by its time relative to its cluster, in 16 bits.
function blockTimeOffset(block: Buffer | undefined): number {
  const track = block && readVint(block, 0);
  return block && track && block.length >= track.bytes + 2 ? block.readInt16BE(track.bytes) : 0;
}

/** One EBML element (RFC 8794): `start` and `end` enclose its content. */
interface EbmlElement {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the element headers between two offsets, in file order. Undefined when one is truncated or invalid.
 * In a live recording, sizes may be unknown: such an element extends to the end. The exception is an element
 * with the id `flatId`: it counts as empty, and its children are returned as its siblings.
 */
async function readElements(
  source: ByteSource,
  from: number,
  to: number,
  flatId?: number,
): Promise<EbmlElement[] | undefined> {
  const elements: EbmlElement[] = [];
  for (let offset = from; offset < to; ) {
    const element = await readElement(source, offset, to, flatId);
    if (!element || elements.length === maxElements) return undefined;
    elements.push(element);
    offset = element.end;
  }
  return elements;
}

/** Reads the element header at an offset. Undefined when it is truncated or invalid. */
async function readElement(
  source: ByteSource,
  offset: number,
  to: number,
  flatId?: number,
): Promise<EbmlElement | undefined> {
  const header = await source.read(offset, Math.min(12, to - offset));
  const id = readVint(header, 0);
  const size = id && readVint(header, id.bytes);
  if (!id || !size) return undefined;
  const start = offset + id.bytes + size.bytes;
  const endOfUnknownSize = id.valueWithMarker === flatId ? start : to;
  const end = size.unknown ? endOfUnknownSize : start + size.value;
  return end > to ? undefined : { id: id.valueWithMarker, start, end };
}

/**
 * Reads a variable-length integer of one to eight bytes (RFC 8794, 4): the position of the first set bit, the
 * marker, gives its length. An id includes the marker, a size does not. A size of all ones is unknown.
 */
function readVint(bytes: Buffer, offset: number) {
  const length = Math.clz32(bytes[offset] ?? 0) - 23;
  if (length > 8 || offset + length > bytes.length) return undefined;
  const all = BigInt(`0x${bytes.toString("hex", offset, offset + length)}`);
  const marker = 1n << BigInt(7 * length);
  const value = all % marker;
  return {
    bytes: length,
    value: Number(value),
    valueWithMarker: Number(all),
    unknown: value === marker - 1n,
  };
}

/** Reads the content of the first child with this id. */
async function readChildContent(
  source: ByteSource,
  parent: EbmlElement,
  id: number,
): Promise<Buffer | undefined> {
  const child = (await readElements(source, parent.start, parent.end))?.find((element) => element.id === id);
  return child && readContent(source, child);
}

/** Reads the first 64 bytes of an element's content, which is enough for any number. */
function readContent(source: ByteSource, { start, end }: EbmlElement): Promise<Buffer> {
  return source.read(start, Math.min(64, end - start));
}

/**
 * Converts bytes to an integer. Returns 0 when there are none, or more than six, the most that Node can read.
 */
function toInteger(bytes: Buffer | undefined): number {
  return bytes && bytes.length > 0 && bytes.length <= 6 ? bytes.readUIntBE(0, bytes.length) : 0;
}

/** Converts 4 or 8 bytes to a float. Returns 0 for any other length. */
function toFloat(bytes: Buffer | undefined): number {
  if (bytes?.length === 4) return bytes.readFloatBE();
  return bytes?.length === 8 ? bytes.readDoubleBE() : 0;
}
