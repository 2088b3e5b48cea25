import { type Box, findBox, readBody, readBox, readChildren, readUnits } from "./boxes.ts";
import { type ByteSource, type Inspection, maxElements, playableFor, unplayable } from "./inspection.ts";

interface Track {
  /** Units a second. */
  readonly timescale: number;
  /** How long a sample lasts when nothing else is said. */
  readonly sampleUnits: number;
}

/** How long the fragments (`moof`) of a movie play that nowhere says so itself; 0 when they hold no samples. */
async function fragmentedSeconds(source: ByteSource, movie: Box, fragments: readonly Box[]): Promise<number> {
  const tracks = await readTracks(source, movie);
  // Where each track ends: a fragment says when it begins, and how long its samples last.
  const ends = new Map<number, number>();
  for (const fragment of fragments) {
    for (const part of await childrenNamed(source, fragment, "traf")) {
      const { trackId, begin, sum } = await readTrackFragment(source, part, tracks);
      const end = ends.get(trackId) ?? 0;
      ends.set(trackId, Math.max(end, (begin ?? end) + sum));
    }
  }
  const seconds = [...ends].map(([id, sum]) => sum / (tracks.get(id)?.timescale || Number.POSITIVE_INFINITY));
  return Math.max(0, ...seconds);
}

async function childrenNamed(source: ByteSource, parent: Box, name: string): Promise<readonly Box[]> {
  return ((await readChildren(source, parent)) ?? []).filter(({ type }) => type === name);
}

async function readTracks(source: ByteSource, movie: Box): Promise<ReadonlyMap<number, Track>> {
  const defaults = new Map<number, number>();
  const extension = await findBox(source, movie, "mvex");
  for (const box of extension ? await childrenNamed(source, extension, "trex") : []) {
    const body = await readBody(source, box);
    defaults.set(readUnits(body, 4, false), readUnits(body, 12, false));
  }
  const tracks = new Map<number, Track>();
  for (const track of await childrenNamed(source, movie, "trak")) {
    const id = await readAfterTimes(source, await findBox(source, track, "tkhd"));
    const timescale = await readAfterTimes(source, await findBox(source, track, "mdia", "mdhd"));
    tracks.set(id, { timescale, sampleUnits: defaults.get(id) ?? 0 });
  }
  return tracks;
}

// tkhd and mdhd both begin with two times, of 32 or 64 bits, before what is wanted of them.
async function readAfterTimes(source: ByteSource, box: Box | undefined): Promise<number> {
  const body = box && (await readBody(source, box, 24));
  return body ? readUnits(body, body[0] === 1 ? 20 : 12, false) : 0;
}

async function readTrackFragment(source: ByteSource, part: Box, tracks: ReadonlyMap<number, Track>) {
  const header = await findBox(source, part, "tfhd");
  const body = header ? await readBody(source, header) : Buffer.alloc(8);
  const trackId = readUnits(body, 4, false);
  const flags = readUnits(body, 0, false);
  // Optional fields in front of the default duration: base data offset (8 bytes), sample description index (4).
  const offset = 8 + (hasFlag(flags, 0x1) ? 8 : 0) + (hasFlag(flags, 0x2) ? 4 : 0);
  const ownUnits = hasFlag(flags, 0x8) ? readUnits(body, offset, false) : undefined;
  const sampleUnits = ownUnits ?? tracks.get(trackId)?.sampleUnits ?? 0;
  const runs = await childrenNamed(source, part, "trun");
  const sums = await Promise.all(
    runs.map(async (run) => sumSampleDurations(await readBody(source, run), sampleUnits)),
  );
  return {
    trackId,
    begin: await readDecodeTime(source, part),
    sum: sums.reduce((total, sum) => total + sum, 0),
  };
}

async function readDecodeTime(source: ByteSource, part: Box): Promise<number | undefined> {
  const box = await findBox(source, part, "tfdt");
  const body = box && (await readBody(source, box, 12));
  return body && readUnits(body, 4, body[0] === 1);
}

function sumSampleDurations(run: Buffer, sampleUnits: number): number {
  const flags = readUnits(run, 0, false);
  const samples = readUnits(run, 4, false);
  if (!hasFlag(flags, 0x100)) return samples * sampleUnits;
  const first = 8 + (hasFlag(flags, 0x1) ? 4 : 0) + (hasFlag(flags, 0x4) ? 4 : 0);
  const stride = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => hasFlag(flags, flag)).length;
  let sum = 0;
  for (let offset = first; offset + 4 <= Math.min(run.length, first + samples * stride); offset += stride) {
    sum += readUnits(run, offset, false);
  }
  return sum;
}

// The first byte of the flags' word is the version of the box; the flags are the lower three.
const hasFlag = (flags: number, flag: number) => Math.floor(flags / flag) % 2 === 1;

/**
 * Whether the bytes are a complete MP4 that a player can open: `ftyp` first, `moov` with a duration above 0, `mdat`,
 * and no box that reaches beyond its parent's end (ISO/IEC 14496-12). Reads box headers only, never the media itself.
 */
export async function inspectMp4(source: ByteSource): Promise<Inspection> {
  const boxes: Box[] = [];
  for (let offset = 0; offset < source.size; ) {
    const box = await readBox(source, offset, source.size);
    if (!box) return unplayable(`it is cut off after ${offset} of its bytes`);
    if (boxes.length === maxElements) return unplayable(`it has more than ${maxElements} boxes`);
    boxes.push(box);
    offset = box.end;
  }
  const movie = boxes.find(({ type }) => type === "moov");
  if (!movie) return unplayable("it has no movie header (moov)");
  if (!boxes.some(({ type }) => type === "mdat")) return unplayable("it has no media data (mdat)");
  if (!(await readChildren(source, movie))) return unplayable("its movie header (moov) is damaged");
  const fragments = boxes.filter(({ type }) => type === "moof");
  return playableFor(await readDuration(source, movie, fragments));
}

// A fragmented file may leave mvhd at 0 and say its length in mvex/mehd, or nowhere but in the fragments.
async function readDuration(source: ByteSource, movie: Box, fragments: readonly Box[]): Promise<number> {
  const header = await findBox(source, movie, "mvhd");
  if (!header) return 0;
  const body = await readBody(source, header, 32);
  const wide = body[0] === 1;
  const timescale = readUnits(body, wide ? 20 : 12, false);
  const units = readUnits(body, wide ? 24 : 16, wide) || (await announcedUnits(source, movie));
  return units > 0 && timescale > 0 ? units / timescale : fragmentedSeconds(source, movie, fragments);
}

async function announcedUnits(source: ByteSource, movie: Box): Promise<number> {
  const header = await findBox(source, movie, "mvex", "mehd");
  const body = header && (await readBody(source, header, 12));
  return body ? readUnits(body, 4, body[0] === 1) : 0;
}
