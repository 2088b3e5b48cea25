import {
  type ByteSource,
  maxElements,
  requireDuration,
  UnplayableError,
  type VideoFormat,
} from "../inspection.ts";
import { type BlockReader, createBlockReader } from "./blocks.ts";
import { type EbmlElement, findChildren, readElement, readFloat, readInteger, readName } from "./elements.ts";
import { ids } from "./ids.ts";
import { findTailProblem } from "./tail.ts";
import { readTracks, type Track } from "./tracks.ts";

/**
 * Checks that the bytes are a complete WebM or Matroska file with a picture, and returns what it contains: a
 * header, one segment with a video track and blocks of it, and no element that extends beyond the end. Reads
 * element headers only, never the media itself. Throws `UnplayableError`.
 */
export async function inspectWebm(source: ByteSource): Promise<VideoFormat> {
  const segment = await openSegment(source);
  const { info, tracks, blocks } = await readSegment(source, segment);
  if (!tracks) throw new UnplayableError("it has no tracks");
  const { codec, width, height } = requireVideoTrack(tracks, blocks);
  const hasAudio = tracks.some((track) => track.isAudio);
  const units = info.duration || blocks.playingTime(tracks, info.scale);
  const durationSeconds = requireDuration((units * info.scale) / 1_000_000_000);
  return { durationSeconds, width, height, codec, hasAudio };
}

async function openSegment(source: ByteSource): Promise<EbmlElement> {
  const header = await readElement(source, 0, source.size);
  if (!header || header.end > source.size) throw new UnplayableError("it is truncated in its header");
  const type = (await findChildren(source, header, ids.documentType)).get(ids.documentType);
  const name = await readName(source, type);
  if (name !== "webm" && name !== "matroska") throw new UnplayableError("it is not a WebM");
  if (header.end === source.size) throw new UnplayableError("it is truncated before its first segment");
  const segment = await readElement(source, header.end, source.size);
  if (segment?.id === ids.segment && segment.end <= source.size) return segment;
  throw new UnplayableError("it is truncated in its segment");
}

interface SegmentInfo {
  /** The stated duration, in units; 0 if there is none or an invalid one. */
  readonly duration: number;
  /** The length of a unit, in nanoseconds. */
  readonly scale: number;
}

interface Segment {
  readonly info: SegmentInfo;
  readonly tracks: readonly Track[] | undefined;
  readonly blocks: BlockReader;
}

// In a live recording the sizes of the segment and its clusters are unknown. Such a cluster is read as empty,
// and its elements as the segment's. All blocks are read only if the duration isn't stated.
async function readSegment(source: ByteSource, segment: EbmlElement): Promise<Segment> {
  const blocks = createBlockReader(source);
  let info: SegmentInfo = { duration: 0, scale: 1_000_000 };
  let tracks: readonly Track[] | undefined;
  const isEnough = () =>
    info.duration > 0 && (tracks?.some((track) => track.isVideo && blocks.hasBlocks(track)) ?? false);
  let offset = segment.start;
  for (let count = 0; offset < segment.end; count += 1) {
    if (count === maxElements) throw new UnplayableError(`it has more than ${maxElements} elements`);
    const element = await readElement(source, offset, segment.end);
    if (!element || element.end > segment.end) {
      const problem = segment.isOpen
        ? await findTailProblem(source, offset)
        : `it is damaged at byte ${offset}`;
      if (problem === undefined) break;
      throw new UnplayableError(problem);
    }
    const isOpenCluster = element.id === ids.cluster && element.isOpen;
    if (element.id === ids.info) info = await readInfo(source, element);
    else if (element.id === ids.tracks) tracks ??= await readTracks(source, element);
    else if (element.id !== ids.cluster) await blocks.read(element);
    else if (!isOpenCluster && !isEnough()) await blocks.readCluster(element, isEnough);
    offset = isOpenCluster ? element.start : element.end;
  }
  return { info, tracks, blocks };
}

async function readInfo(source: ByteSource, element: EbmlElement): Promise<SegmentInfo> {
  const fields = await findChildren(source, element, ids.timestampScale, ids.duration);
  const duration = await readFloat(source, fields.get(ids.duration));
  return {
    duration: duration > 0 && Number.isFinite(duration) ? duration : 0,
    scale: (await readInteger(source, fields.get(ids.timestampScale))) || 1_000_000,
  };
}

function requireVideoTrack(tracks: readonly Track[], blocks: BlockReader) {
  const pictures = tracks.filter((track) => track.isVideo);
  if (pictures.length === 0) throw new UnplayableError("it has no video track");
  const track = pictures.find((picture) => blocks.hasBlocks(picture));
  if (!track) throw new UnplayableError("its video track has no media data (blocks)");
  const { codec, width, height } = track;
  if (codec === undefined) throw new UnplayableError("its video track names no codec");
  return { codec, width, height };
}
