import {
  type Element,
  find,
  head,
  readElement,
  readElements,
  readNumber,
  toFloat,
  toInteger,
} from "./ebml.ts";
import { type ByteSource, broken, type Inspection, lasting } from "./inspection.ts";

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
  if (!header) return broken("it is cut off in the middle of its header");
  if (!(await isWebm(source, header))) return broken("it is not a WebM");
  if (header.end === source.size) return broken("it is cut off before its first segment");
  const segment = await readElement(source, header.end, source.size);
  if (segment?.id !== ids.segment) return broken("it is cut off in the middle of its segment");
  const children = await readElements(source, segment.start, segment.end, ids.cluster);
  if (!children) return broken("it is cut off in the middle of its segment");
  if (!children.some(({ id }) => id === ids.tracks)) return broken("it has no tracks");
  if (!children.some(({ id }) => id === ids.cluster)) return broken("it has no media data (clusters)");
  return lasting(await readDuration(source, children));
}

async function isWebm(source: ByteSource, header: Element): Promise<boolean> {
  const type = await find(source, header, ids.documentType);
  return type !== undefined && type.toString("latin1").replace(/\0+$/, "") === "webm";
}

async function readDuration(source: ByteSource, children: readonly Element[]): Promise<number> {
  const info = children.find(({ id }) => id === ids.info);
  if (!info) return 0;
  const scale = toInteger(await find(source, info, ids.timestampScale)) || 1_000_000;
  const duration = toFloat(await find(source, info, ids.duration));
  const units = duration || (await lastMoment(source, children));
  return (units * scale) / 1_000_000_000;
}

// When the last block of the last cluster begins: as good as the length, where that is left open.
async function lastMoment(source: ByteSource, children: readonly Element[]): Promise<number> {
  const last = children.findLastIndex(({ id }) => id === ids.cluster);
  const cluster = children[last];
  const isOpen = cluster?.start === cluster?.end;
  const parts = isOpen
    ? children.slice(last + 1)
    : cluster && (await readElements(source, cluster.start, cluster.end));
  const timestamp = parts?.find(({ id }) => id === ids.timestamp);
  const block = parts?.findLast(({ id }) => id === ids.simpleBlock || id === ids.blockGroup);
  const isGroup = block?.id === ids.blockGroup;
  const body = block && (await (isGroup ? find(source, block, ids.block) : head(source, block)));
  return toInteger(timestamp && (await head(source, timestamp))) + toOffset(body);
}

// A block begins with its track's number, and its time after its cluster's, in 16 bits.
function toOffset(block: Buffer | undefined): number {
  const track = block && readNumber(block, 0, false);
  return block && track && block.length >= track.bytes + 2 ? block.readInt16BE(track.bytes) : 0;
}
