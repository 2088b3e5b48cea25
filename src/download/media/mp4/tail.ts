import type { ByteSource } from "../inspection.ts";
import { hasBytes } from "../read-ahead.ts";
import { readBoxHeader } from "./boxes.ts";

// The boxes between and after fragments, with the exception of mfra: nothing follows it.
const fragmentBoxes = [
  "emsg",
  "free",
  "mdat",
  "moof",
  "moov",
  "prft",
  "sidx",
  "skip",
  "ssix",
  "styp",
  "udta",
  "uuid",
];

/**
 * Returns what is wrong with a fragmented file if more of it should follow at `offset`, where its last
 * complete box ends: the rest begins like another box, or has a fragment further on. Undefined for what was
 * appended to a complete file, such as a newline, zero bytes or an ID3 tag.
 */
export async function findTailProblem(source: ByteSource, offset: number): Promise<string | undefined> {
  if (await isTruncatedBox(source, offset))
    return `it is truncated: its last complete box ends at byte ${offset}`;
  const hasMore = await hasBytes(source, offset, Buffer.from("moof"));
  return hasMore ? `it is damaged at byte ${offset}` : undefined;
}

async function isTruncatedBox(source: ByteSource, offset: number): Promise<boolean> {
  const box = await readBoxHeader(source, offset, source.size);
  if (box) return fragmentBoxes.includes(box.type);
  const rest = await source.read(offset, 8);
  const type = rest.toString("latin1", 4, 8);
  if (type.length === 4) return fragmentBoxes.includes(type);
  // An incomplete header: a box below 16 MB begins with a zero byte. If all bytes are zero, they were probably
  // appended: a cut one to three bytes into a header is as rare as one between two boxes, which nobody can see.
  const isZero = rest.every((byte) => byte === 0);
  return rest[0] === 0 && !isZero && fragmentBoxes.some((name) => name.startsWith(type));
}
