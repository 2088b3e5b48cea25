import type { ByteSource } from "../inspection.ts";
import {
  type EbmlElement,
  elementsOf,
  findChildren,
  readContent,
  readInteger,
  readVint,
} from "./elements.ts";
import { ids } from "./ids.ts";
import type { Track } from "./tracks.ts";

/** Counts the blocks of each track, and notes their times. */
export interface BlockReader {
  /** Reads an element of a cluster: its timestamp, or a block with frames. Ignores other elements. */
  read(element: EbmlElement): Promise<void>;
  /** Reads the elements of a cluster of known size. Stops at the first block for which `isEnough` holds. */
  readCluster(cluster: EbmlElement, isEnough?: () => boolean): Promise<void>;
  hasBlocks(track: Track): boolean;
  /**
   * Returns the time from the begin of the first frame to the end of the last one, in the segment's units. The
   * last frame of a track counts as long as the track says, or as the one before it.
   */
  playingTime(tracks: readonly Track[], nanosecondsPerUnit: number): number;
}

interface BlockTimes {
  readonly first: number;
  readonly last: number;
  /** How long the frame before the last one was shown. */
  readonly gap: number;
}

// A track's number has at most 8 bytes, but real files have fewer than ten tracks.
const maxTrackNumbers = 1_000;

/** Creates a reader for the blocks of a segment's clusters. */
export function createBlockReader(source: ByteSource): BlockReader {
  const times = new Map<number, BlockTimes>();
  let clusterTime = 0;
  const read = async (element: EbmlElement) => {
    if (element.id === ids.timestamp) clusterTime = await readInteger(source, element);
    const block = await findBlock(source, element);
    // A block begins with its track number, followed by its time relative to its cluster, in 16 bits.
    const content = await readContent(source, block);
    const track = readVint(content, 0);
    if (!track || content.length < track.bytes + 2) return;
    const time = clusterTime + content.readInt16BE(track.bytes);
    const before = times.get(track.value);
    if (!before && times.size === maxTrackNumbers) return;
    times.set(track.value, {
      first: Math.min(before?.first ?? time, time),
      last: Math.max(before?.last ?? time, time),
      gap: before && time > before.last ? time - before.last : (before?.gap ?? 0),
    });
  };
  return {
    read,
    async readCluster(cluster, isEnough = () => false) {
      for await (const element of elementsOf(source, cluster)) {
        await read(element);
        if (isEnough()) return;
      }
    },
    hasBlocks: ({ number }) => times.has(number),
    playingTime(tracks, nanosecondsPerUnit) {
      let [begin, end] = [Number.POSITIVE_INFINITY, 0];
      for (const { number, frameDuration } of tracks) {
        const track = times.get(number);
        if (!track) continue;
        begin = Math.min(begin, track.first);
        end = Math.max(end, track.last + (frameDuration / nanosecondsPerUnit || track.gap));
      }
      return Math.max(0, end - begin);
    },
  };
}

async function findBlock(source: ByteSource, element: EbmlElement): Promise<EbmlElement | undefined> {
  if (element.id === ids.simpleBlock) return element;
  if (element.id !== ids.blockGroup) return undefined;
  return (await findChildren(source, element, ids.block)).get(ids.block);
}
