import type { ByteSource } from "../inspection.ts";
import { hasBytes } from "../read-ahead.ts";
import { readElement } from "./elements.ts";
import { ids, otherIds } from "./ids.ts";

const segmentIds = [
  ids.info,
  ids.tracks,
  ids.cluster,
  ids.timestamp,
  ids.simpleBlock,
  ids.blockGroup,
  ...otherIds,
].map((id) => id.toString(16));

/**
 * Returns what is wrong with a segment of unknown size if more of it should follow at `offset`, where its last
 * complete element ends: the rest begins like another element, or has a cluster further on. Undefined for
 * what was appended to a complete file, such as a newline.
 */
export async function findTailProblem(source: ByteSource, offset: number): Promise<string | undefined> {
  if (await isTruncatedElement(source, offset))
    return `it is truncated: its last complete element ends at byte ${offset}`;
  const cluster = Buffer.from(ids.cluster.toString(16), "hex");
  return (await hasBytes(source, offset, cluster)) ? `it is damaged at byte ${offset}` : undefined;
}

async function isTruncatedElement(source: ByteSource, offset: number): Promise<boolean> {
  const element = await readElement(source, offset, source.size);
  const start = (await source.read(offset, 4)).toString("hex");
  if (element) return segmentIds.includes(element.id.toString(16));
  return segmentIds.some((id) => id.startsWith(start) || start.startsWith(id));
}
