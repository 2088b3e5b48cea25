import { type ByteSource, UnplayableError } from "../inspection.ts";
import {
  type Box,
  bodyIn,
  bytesIn,
  childrenIn,
  type Extract,
  hasLongTimes,
  readTime,
  readUint32,
  readUint64,
} from "./boxes.ts";
import type { Movie, SampleDefaults, Track } from "./movie.ts";
import { locateTable } from "./tables.ts";

// A fragment is read as a whole, which takes a tenth of the time. One that lists 24 hours of samples has 40 MB.
const maxFragmentBytes = 64 * 1024 ** 2;

/** What the fragments of a file have, as far as they have been read. */
export interface FragmentReader {
  /** Reads one fragment (`moof`). Fragments must be read in file order. */
  read(fragment: Box): Promise<void>;
  /** Returns how many samples of a track the fragments have. */
  sampleCount(track: Track): number;
  /** The byte at which the last sample ends. */
  readonly dataEnd: number;
  /** The time from the begin of the first sample to the end of the last one; 0 without fragments. */
  readonly seconds: number;
}

// Where a track's fragments begin and end, in units of its timescale.
interface Span {
  readonly begin: number;
  readonly end: number;
  readonly samples: number;
}

/** Creates a reader for the fragments that follow a movie header (ISO/IEC 14496-12, 8.8). */
export function createFragmentReader(source: ByteSource, movie: Movie): FragmentReader {
  const tracks = new Map(movie.tracks.map((track) => [track.id, track]));
  const spans = new Map<number, Span>();
  let dataEnd = 0;
  const read = async (fragment: Box) => {
    const length = fragment.end - fragment.start;
    if (length > maxFragmentBytes)
      throw new UnplayableError(`its fragment at byte ${fragment.start} has a header of ${length} bytes`);
    const extract = { bytes: await source.read(fragment.start, length), start: fragment.start };
    let base = fragment.start;
    for (const box of childrenIn(extract, fragment)) {
      if (box.type !== "traf") continue;
      const boxes = [...childrenIn(extract, box)];
      const header = readFragmentHeader(extract, boxes, tracks);
      if (!header) continue;
      const { track } = header;
      const before = spans.get(track.id);
      const runs = readRuns(extract, boxes, {
        ...header,
        base: header.base === "fragment" ? fragment.start : (header.base ?? base),
      });
      base = runs.nextOffset;
      if (runs.samples === 0) continue;
      dataEnd = Math.max(dataEnd, runs.dataEnd);
      const start = readDecodeTime(extract, boxes) ?? before?.end ?? firstDecodeTime(track);
      spans.set(track.id, {
        begin: Math.min(start, before?.begin ?? startOf(track, start)),
        end: Math.max(before?.end ?? 0, start + runs.duration),
        samples: (before?.samples ?? 0) + runs.samples,
      });
    }
  };
  return {
    read,
    sampleCount: ({ id }) => spans.get(id)?.samples ?? 0,
    get dataEnd() {
      return dataEnd;
    },
    get seconds() {
      let [begin, end] = [Number.POSITIVE_INFINITY, 0];
      for (const [id, span] of spans) {
        const timescale = tracks.get(id)?.timescale || Number.POSITIVE_INFINITY;
        begin = Math.min(begin, span.begin / timescale);
        end = Math.max(end, span.end / timescale);
      }
      return Math.max(0, end - begin);
    },
  };
}

// The samples in the movie header come before those in the fragments, from time 0 on.
function firstDecodeTime({ samples, duration }: Track): number {
  return samples.count > 0 ? duration : 0;
}

function startOf({ samples }: Track, firstFragment: number): number {
  return samples.count > 0 ? 0 : firstFragment;
}

interface FragmentHeader {
  readonly track: Track;
  readonly defaults: SampleDefaults;
  /**
   * Where the offsets of its runs count from: the begin of the fragment, a byte of the file, or, if
   * undefined, the end of the preceding track's data.
   */
  readonly base: "fragment" | number | undefined;
}

// Undefined when the movie header doesn't have the track.
function readFragmentHeader(
  extract: Extract,
  boxes: readonly Box[],
  tracks: ReadonlyMap<number, Track>,
): FragmentHeader | undefined {
  const box = boxes.find(({ type }) => type === "tfhd");
  const body = box ? bodyIn(extract, box, 40) : Buffer.alloc(0);
  const track = tracks.get(readUint32(body, 4));
  if (!track) return undefined;
  const flags = readUint32(body, 0);
  let offset = 8;
  // Optional fields, in this order.
  const skip = (flag: number, bytes: number) => {
    if (!hasFlag(flags, flag)) return undefined;
    offset += bytes;
    return offset - bytes;
  };
  const baseAt = skip(0x1, 8);
  skip(0x2, 4);
  const durationAt = skip(0x8, 4);
  const sizeAt = skip(0x10, 4);
  return {
    track,
    defaults: {
      duration: durationAt === undefined ? track.defaults.duration : readUint32(body, durationAt),
      size: sizeAt === undefined ? track.defaults.size : readUint32(body, sizeAt),
    },
    base: baseAt !== undefined ? readUint64(body, baseAt) : hasFlag(flags, 0x20000) ? "fragment" : undefined,
  };
}

function readDecodeTime(extract: Extract, boxes: readonly Box[]): number | undefined {
  const box = boxes.find(({ type }) => type === "tfdt");
  const body = box && bodyIn(extract, box, 12);
  return body && readTime(body, 4, hasLongTimes(body));
}

interface Runs {
  readonly samples: number;
  readonly duration: number;
  readonly dataEnd: number;
  /** Where the data of the next run begins, unless it states an offset. */
  readonly nextOffset: number;
}

function readRuns(
  extract: Extract,
  boxes: readonly Box[],
  { base, defaults }: { readonly base: number; readonly defaults: SampleDefaults },
): Runs {
  let [samples, duration, dataEnd, nextOffset] = [0, 0, 0, base];
  for (const box of boxes) {
    if (box.type !== "trun") continue;
    const run = readRun(extract, box, defaults);
    nextOffset = (run.dataOffset === undefined ? nextOffset : base + run.dataOffset) + run.bytes;
    samples += run.samples;
    duration += run.duration;
    if (run.bytes > 0) dataEnd = Math.max(dataEnd, nextOffset);
  }
  return { samples, duration, dataEnd, nextOffset };
}

// One run of samples (`trun`): how many there are, and the sums of their durations and sizes.
function readRun(extract: Extract, box: Box, defaults: SampleDefaults) {
  const header = bodyIn(extract, box, 16);
  const flags = readUint32(header, 0);
  const samples = readUint32(header, 4);
  const dataOffset = hasFlag(flags, 0x1) && header.length >= 12 ? header.readInt32BE(8) : undefined;
  const first = 8 + (hasFlag(flags, 0x1) ? 4 : 0) + (hasFlag(flags, 0x4) ? 4 : 0);
  const entryBytes = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => hasFlag(flags, flag)).length;
  const table = locateTable(box, first, 8 * entryBytes, samples);
  const [hasDurations, hasSizes] = [hasFlag(flags, 0x100), hasFlag(flags, 0x200)];
  let duration = hasDurations ? 0 : samples * defaults.duration;
  let bytes = hasSizes ? 0 : samples * defaults.size;
  if (!hasDurations && !hasSizes) return { samples, dataOffset, duration, bytes };
  const entries = bytesIn(extract, table.start, table.count * entryBytes);
  for (let at = 0; at < entries.length; at += entryBytes) {
    if (hasDurations) duration += readUint32(entries, at);
    if (hasSizes) bytes += readUint32(entries, hasDurations ? at + 4 : at);
  }
  return { samples, dataOffset, duration, bytes };
}

// The first of the four bytes is the version of the box; the flags are the lower three.
function hasFlag(flags: number, flag: number): boolean {
  return Math.floor(flags / flag) % 2 === 1;
}
