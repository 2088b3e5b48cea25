import { type Box, childrenOf, descend, readBody, readBox, readUnits } from "./boxes.ts";
import { fragmentedSeconds } from "./fragments.ts";
import { type ByteSource, broken, type Inspection, lasting, maxParts } from "./inspection.ts";

/**
 * Whether the bytes are a complete MP4 that a player can open: `ftyp` first, `moov` with a duration above 0, `mdat`,
 * and no box that reaches beyond its parent's end (ISO/IEC 14496-12). Reads box headers only, never the media itself.
 */
export async function inspectMp4(source: ByteSource): Promise<Inspection> {
  const boxes: Box[] = [];
  for (let offset = 0; offset < source.size; ) {
    const box = await readBox(source, offset, source.size);
    if (!box) return broken(`it is cut off after ${offset} of its bytes`);
    if (boxes.length === maxParts) return broken(`it has more than ${maxParts} boxes`);
    boxes.push(box);
    offset = box.end;
  }
  const movie = boxes.find(({ type }) => type === "moov");
  if (!movie) return broken("it has no movie header (moov)");
  if (!boxes.some(({ type }) => type === "mdat")) return broken("it has no media data (mdat)");
  if (!(await childrenOf(source, movie))) return broken("its movie header (moov) is damaged");
  const fragments = boxes.filter(({ type }) => type === "moof");
  return lasting(await readDuration(source, movie, fragments));
}

// A fragmented file may leave mvhd at 0 and say its length in mvex/mehd, or nowhere but in the fragments.
async function readDuration(source: ByteSource, movie: Box, fragments: readonly Box[]): Promise<number> {
  const header = await descend(source, movie, "mvhd");
  if (!header) return 0;
  const body = await readBody(source, header, 32);
  const wide = body[0] === 1;
  const timescale = readUnits(body, wide ? 20 : 12, false);
  const units = readUnits(body, wide ? 24 : 16, wide) || (await announcedUnits(source, movie));
  return units > 0 && timescale > 0 ? units / timescale : fragmentedSeconds(source, movie, fragments);
}

async function announcedUnits(source: ByteSource, movie: Box): Promise<number> {
  const header = await descend(source, movie, "mvex", "mehd");
  const body = header && (await readBody(source, header, 12));
  return body ? readUnits(body, 4, body[0] === 1) : 0;
}
