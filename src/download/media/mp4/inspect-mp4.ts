import {
  type ByteSource,
  maxElements,
  requireDuration,
  UnplayableError,
  type VideoFormat,
} from "../inspection.ts";
import { readBoxHeader } from "./boxes.ts";
import { createFragmentReader, type FragmentReader } from "./fragments.ts";
import { type Movie, readMovie, type Track } from "./movie.ts";
import { findTailProblem } from "./tail.ts";

/**
 * Checks that the bytes are a complete MP4 or QuickTime movie with a picture (ISO/IEC 14496-12), and returns
 * what it contains. It is complete when every sample of its tracks lies inside the file, whatever follows
 * them; a fragmented one must also not end in the middle of a box. Reads headers and tables only, never the
 * media itself. Throws `UnplayableError`.
 */
export async function inspectMp4(source: ByteSource): Promise<VideoFormat> {
  const { movie, fragments, end } = await readTopLevel(source);
  const dataEnd = Math.max(fragments.dataEnd, ...movie.tracks.map(({ samples }) => samples.end));
  if (dataEnd > source.size)
    throw new UnplayableError(
      `it is truncated: its samples end at byte ${dataEnd}, the file at ${source.size}`,
    );
  const isFragmented = movie.isFragmented || fragments.seconds > 0;
  const tailProblem = isFragmented && (await findTailProblem(source, end));
  if (tailProblem) throw new UnplayableError(tailProblem);
  const countSamples = (track: Track) => track.samples.count + fragments.sampleCount(track);
  const { codec, width, height } = requireVideoTrack(movie, countSamples);
  const hasAudio = movie.tracks.some((track) => track.handler === "soun" && countSamples(track) > 0);
  const durationSeconds = requireDuration(Math.max(movie.seconds, fragments.seconds));
  return { durationSeconds, width, height, codec, hasAudio };
}

interface TopLevel {
  readonly movie: Movie;
  readonly fragments: FragmentReader;
  /** Where the last complete box ends. */
  readonly end: number;
}

async function readTopLevel(source: ByteSource): Promise<TopLevel> {
  let found: Omit<TopLevel, "end"> | undefined;
  let offset = 0;
  for (let count = 0; offset < source.size; count += 1) {
    if (count === maxElements) throw new UnplayableError(`it has more than ${maxElements} boxes`);
    const box = await readBoxHeader(source, offset, source.size);
    if (!box || box.end > source.size) break;
    if (box.type === "moov" && !found) {
      const movie = await readMovie(source, box);
      found = { movie, fragments: createFragmentReader(source, movie) };
    }
    if (box.type === "moof") await found?.fragments.read(box);
    offset = box.end;
  }
  if (found) return { ...found, end: offset };
  throw new UnplayableError(
    offset < source.size
      ? `it is truncated: its last complete box ends at byte ${offset}`
      : "it has no movie header (moov)",
  );
}

function requireVideoTrack({ tracks }: Movie, countSamples: (track: Track) => number) {
  if (tracks.length === 0) throw new UnplayableError("it has no tracks");
  const pictures = tracks.filter(({ handler }) => handler === "vide");
  if (pictures.length === 0) throw new UnplayableError("it has no video track");
  const described = pictures.filter(({ description }) => description);
  if (described.length === 0) throw new UnplayableError("its video track has no sample description (stsd)");
  const description = described.find((track) => countSamples(track) > 0)?.description;
  if (!description) throw new UnplayableError("its video track has no samples");
  return description;
}
