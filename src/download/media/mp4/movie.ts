import { codecName } from "../codec-names.ts";
import { type ByteSource, maxTracks, UnplayableError } from "../inspection.ts";
import { type Box, childrenOf, findBox, hasLongTimes, readBody, readTime, readUint32 } from "./boxes.ts";
import { readSampleTable, type SampleExtent, sumSampleTimes } from "./samples.ts";

/** The movie header (`moov`) of an MP4: its tracks, and what they have before any fragment. */
export interface Movie {
  /** The duration that the header states; 0 if unknown. */
  readonly seconds: number;
  /** Whether fragments (`moof`) may follow. */
  readonly isFragmented: boolean;
  readonly tracks: readonly Track[];
}

export interface Track {
  readonly id: number;
  /** What the track has: `vide`, `soun` or another handler type. */
  readonly handler: string;
  /** The number of time units per second; 0 if unknown. */
  readonly timescale: number;
  /** The duration of the samples in the movie header, in these units. */
  readonly duration: number;
  readonly samples: SampleExtent;
  /** How its samples are encoded; undefined if the track doesn't say. */
  readonly description: SampleDescription | undefined;
  /** What a fragment's samples have unless it states otherwise (`trex`). */
  readonly defaults: SampleDefaults;
}

export interface SampleDescription {
  readonly codec: string;
  readonly width: number;
  readonly height: number;
}

/** The duration of each sample, in units of the track's timescale, and its size in bytes. */
export interface SampleDefaults {
  readonly duration: number;
  readonly size: number;
}

export async function readMovie(source: ByteSource, movie: Box): Promise<Movie> {
  const extension = await findBox(source, movie, "mvex");
  const defaults = await readDefaults(source, extension);
  const tracks: Track[] = [];
  for await (const box of childrenOf(source, movie)) {
    if (box.type !== "trak") continue;
    if (tracks.length === maxTracks) throw new UnplayableError(`it has more than ${maxTracks} tracks`);
    tracks.push(await readTrack(source, box, defaults));
  }
  const stated = await readStatedSeconds(source, movie, extension);
  const seconds =
    stated || Math.max(0, ...tracks.map((track) => track.duration / (track.timescale || Infinity)));
  return { seconds, isFragmented: extension !== undefined, tracks };
}

// mvhd covers the samples in the header, and mehd the fragments too. Either may be 0 or unknown.
async function readStatedSeconds(
  source: ByteSource,
  movie: Box,
  extension: Box | undefined,
): Promise<number> {
  const header = await findBox(source, movie, "mvhd");
  if (!header) return 0;
  const { timescale, duration } = readTimes(await readBody(source, header, 32));
  const total = extension && (await findBox(source, extension, "mehd"));
  const body = total ? await readBody(source, total, 12) : Buffer.alloc(0);
  const totalDuration = readTime(body, 4, hasLongTimes(body));
  return timescale > 0 ? Math.max(duration, totalDuration) / timescale : 0;
}

// mvhd and mdhd begin alike: creation and modification time, timescale, duration.
function readTimes(body: Buffer): { readonly timescale: number; readonly duration: number } {
  const isLong = hasLongTimes(body);
  return {
    timescale: readUint32(body, isLong ? 20 : 12),
    duration: readTime(body, isLong ? 24 : 16, isLong),
  };
}

async function readDefaults(
  source: ByteSource,
  extension: Box | undefined,
): Promise<ReadonlyMap<number, SampleDefaults>> {
  const defaults = new Map<number, SampleDefaults>();
  if (!extension) return defaults;
  for await (const box of childrenOf(source, extension)) {
    if (box.type !== "trex" || defaults.size === maxTracks) continue;
    const body = await readBody(source, box, 24);
    defaults.set(readUint32(body, 4), { duration: readUint32(body, 12), size: readUint32(body, 16) });
  }
  return defaults;
}

async function readTrack(
  source: ByteSource,
  track: Box,
  defaults: ReadonlyMap<number, SampleDefaults>,
): Promise<Track> {
  const id = await readTrackId(source, await findBox(source, track, "tkhd"));
  const media = await findBox(source, track, "mdia");
  const mediaHeader = media && (await findBox(source, media, "mdhd"));
  const handlerBox = media && (await findBox(source, media, "hdlr"));
  const tables = media && (await findBox(source, media, "minf", "stbl"));
  const times = mediaHeader && readTimes(await readBody(source, mediaHeader, 32));
  const sampleTimes = tables && (await findBox(source, tables, "stts"));
  const handler = handlerBox ? (await readBody(source, handlerBox, 12)).toString("latin1", 8) : "";
  return {
    id,
    handler,
    timescale: times?.timescale ?? 0,
    duration: times?.duration || (sampleTimes ? await sumSampleTimes(source, sampleTimes) : 0),
    samples: tables ? await readSampleTable(source, tables) : { count: 0, end: 0 },
    description: tables && (await readDescription(source, tables)),
    defaults: defaults.get(id) ?? { duration: 0, size: 0 },
  };
}

async function readTrackId(source: ByteSource, header: Box | undefined): Promise<number> {
  const body = header ? await readBody(source, header, 24) : Buffer.alloc(0);
  return readUint32(body, hasLongTimes(body) ? 20 : 12);
}

// The first sample entry: size and codec, then, for video, width and height at a fixed place.
async function readDescription(source: ByteSource, tables: Box): Promise<SampleDescription | undefined> {
  const box = await findBox(source, tables, "stsd");
  const body = box && (await readBody(source, box, 44));
  if (!body || body.length < 16 || readUint32(body, 4) === 0) return undefined;
  const size = readUint32(body, 40);
  return {
    codec: codecName(body.toString("latin1", 12, 16)),
    width: Math.floor(size / 65_536),
    height: size % 65_536,
  };
}
