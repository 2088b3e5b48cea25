import { type Box, findBox, readBody, readBox, readChildren, readUint32, readUint64 } from "./boxes.ts";
import { type ByteSource, type Inspection, maxElements, playableFor, unplayable } from "./inspection.ts";

/**
 * Checks that the bytes are a complete MP4 that a player can open: a `moov` with a duration above 0, an
 * `mdat`, and no box that extends beyond its parent's end (ISO/IEC 14496-12). Reads box headers only, never
 * the media itself.
 */
export async function inspectMp4(source: ByteSource): Promise<Inspection> {
  const boxes: Box[] = [];
  for (let offset = 0; offset < source.size; ) {
    const box = await readBox(source, offset, source.size);
    if (!box) return unplayable(`it is truncated: its last complete box ends at byte ${offset}`);
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

// A fragmented file may leave the duration in mvhd at 0 and state it in mvex/mehd, or only in its fragments.
async function readDuration(source: ByteSource, movie: Box, fragments: readonly Box[]): Promise<number> {
  const header = await findBox(source, movie, "mvhd");
  if (!header) return 0;
  const body = await readBody(source, header, 32);
  const isLong = hasLongFields(body);
  const timescale = readUint32(body, isLong ? 20 : 12);
  const units =
    (isLong ? readUint64(body, 24) : readUint32(body, 16)) || (await readFragmentsDuration(source, movie));
  return units > 0 && timescale > 0 ? units / timescale : sumFragmentSeconds(source, movie, fragments);
}

// The duration in mvex/mehd, in units of the movie's timescale.
async function readFragmentsDuration(source: ByteSource, movie: Box): Promise<number> {
  const header = await findBox(source, movie, "mvex", "mehd");
  const body = header && (await readBody(source, header, 12));
  return body ? readAfterFlags(body) : 0;
}

interface Track {
  /** The number of the track's time units per second. */
  readonly timescale: number;
  /** The default duration of a sample, in these units. A fragment may state another one. */
  readonly sampleUnits: number;
}

// Returns the playing time of the fragments (`moof`), for a movie that states no duration; 0 when they have
// no samples.
async function sumFragmentSeconds(
  source: ByteSource,
  movie: Box,
  fragments: readonly Box[],
): Promise<number> {
  const tracks = await readTracks(source, movie);
  const endByTrack = new Map<number, number>();
  for (const fragment of fragments) {
    for (const box of await childrenOfType(source, fragment, "traf")) {
      const { trackId, start, duration } = await readTrackFragment(source, box, tracks);
      const end = endByTrack.get(trackId) ?? 0;
      endByTrack.set(trackId, Math.max(end, (start ?? end) + duration));
    }
  }
  const seconds = [...endByTrack].map(
    ([id, end]) => end / (tracks.get(id)?.timescale || Number.POSITIVE_INFINITY),
  );
  return Math.max(0, ...seconds);
}

async function childrenOfType(source: ByteSource, parent: Box, type: string): Promise<readonly Box[]> {
  return ((await readChildren(source, parent)) ?? []).filter((child) => child.type === type);
}

async function readTracks(source: ByteSource, movie: Box): Promise<ReadonlyMap<number, Track>> {
  const defaultSampleUnits = new Map<number, number>();
  const extension = await findBox(source, movie, "mvex");
  for (const box of extension ? await childrenOfType(source, extension, "trex") : []) {
    const body = await readBody(source, box);
    defaultSampleUnits.set(readUint32(body, 4), readUint32(body, 12));
  }
  const tracks = new Map<number, Track>();
  for (const track of await childrenOfType(source, movie, "trak")) {
    const id = await readAfterTimes(source, await findBox(source, track, "tkhd"));
    const timescale = await readAfterTimes(source, await findBox(source, track, "mdia", "mdhd"));
    tracks.set(id, { timescale, sampleUnits: defaultSampleUnits.get(id) ?? 0 });
  }
  return tracks;
}

// tkhd and mdhd both begin with two times of 32 or 64 bits; the track's id and its timescale follow them.
async function readAfterTimes(source: ByteSource, box: Box | undefined): Promise<number> {
  const body = box && (await readBody(source, box, 24));
  return body ? readUint32(body, hasLongFields(body) ? 20 : 12) : 0;
}

// All times and durations are in units of the track's timescale.
async function readTrackFragment(source: ByteSource, fragment: Box, tracks: ReadonlyMap<number, Track>) {
  const header = await findBox(source, fragment, "tfhd");
  const body = header ? await readBody(source, header) : Buffer.alloc(8);
  const trackId = readUint32(body, 4);
  const flags = readUint32(body, 0);
  // Optional fields before the default duration: base data offset (8 bytes), sample description index (4).
  const offset = 8 + (hasFlag(flags, 0x1) ? 8 : 0) + (hasFlag(flags, 0x2) ? 4 : 0);
  const ownSampleUnits = hasFlag(flags, 0x8) ? readUint32(body, offset) : undefined;
  const sampleUnits = ownSampleUnits ?? tracks.get(trackId)?.sampleUnits ?? 0;
  const runs = await childrenOfType(source, fragment, "trun");
  const durations = await Promise.all(
    runs.map(async (run) => sumSampleDurations(await readBody(source, run), sampleUnits)),
  );
  return {
    trackId,
    start: await readDecodeTime(source, fragment),
    duration: durations.reduce((total, duration) => total + duration, 0),
  };
}

async function readDecodeTime(source: ByteSource, fragment: Box): Promise<number | undefined> {
  const box = await findBox(source, fragment, "tfdt");
  const body = box && (await readBody(source, box, 12));
  return body && readAfterFlags(body);
}

function sumSampleDurations(run: Buffer, sampleUnits: number): number {
  const flags = readUint32(run, 0);
  const samples = readUint32(run, 4);
  if (!hasFlag(flags, 0x100)) return samples * sampleUnits;
  const first = 8 + (hasFlag(flags, 0x1) ? 4 : 0) + (hasFlag(flags, 0x4) ? 4 : 0);
  const stride = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => hasFlag(flags, flag)).length;
  let sum = 0;
  for (let offset = first; offset + 4 <= Math.min(run.length, first + samples * stride); offset += stride) {
    sum += readUint32(run, offset);
  }
  return sum;
}

/** Returns whether the times of a box have 64 bits: its version, the first byte, is 1. */
function hasLongFields(body: Buffer): boolean {
  return body[0] === 1;
}

/** Reads the number of 32 or 64 bits that follows the version and flags of a box. */
function readAfterFlags(body: Buffer): number {
  return hasLongFields(body) ? readUint64(body, 4) : readUint32(body, 4);
}

// The first of the four bytes is the version of the box; the flags are the lower three.
function hasFlag(flags: number, flag: number): boolean {
  return Math.floor(flags / flag) % 2 === 1;
}
