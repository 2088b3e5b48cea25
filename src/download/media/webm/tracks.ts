import { codecName } from "../codec-names.ts";
import { type ByteSource, maxTracks, UnplayableError } from "../inspection.ts";
import { type EbmlElement, elementsOf, findChildren, readInteger, readName } from "./elements.ts";
import { ids } from "./ids.ts";

/** A track of a WebM. */
export interface Track {
  readonly number: number;
  readonly isVideo: boolean;
  readonly isAudio: boolean;
  /** The common name of its codec; undefined if the track doesn't name one. */
  readonly codec: string | undefined;
  readonly width: number;
  readonly height: number;
  /** How long a frame is shown, in nanoseconds; 0 if unknown. */
  readonly frameDuration: number;
}

/** Reads the tracks of a segment. */
export async function readTracks(source: ByteSource, tracks: EbmlElement): Promise<readonly Track[]> {
  const all: Track[] = [];
  for await (const element of elementsOf(source, tracks)) {
    if (element.id !== ids.track) continue;
    if (all.length === maxTracks) throw new UnplayableError(`it has more than ${maxTracks} tracks`);
    all.push(await readTrack(source, element));
  }
  return all;
}

async function readTrack(source: ByteSource, track: EbmlElement): Promise<Track> {
  const { trackNumber, trackType, codec, frameDuration, video, width, height } = ids;
  const fields = await findChildren(source, track, trackNumber, trackType, codec, frameDuration, video);
  const picture = fields.get(video);
  const size = picture && (await findChildren(source, picture, width, height));
  const type = await readInteger(source, fields.get(trackType));
  const codecId = await readName(source, fields.get(codec));
  return {
    number: await readInteger(source, fields.get(trackNumber)),
    isVideo: type === 1,
    isAudio: type === 2,
    codec: codecId === "" ? undefined : codecName(codecId),
    width: await readInteger(source, size?.get(width)),
    height: await readInteger(source, size?.get(height)),
    frameDuration: await readInteger(source, fields.get(frameDuration)),
  };
}
