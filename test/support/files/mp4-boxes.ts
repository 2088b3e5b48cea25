/** One box of an MP4 (ISO/IEC 14496-12): size, type, content. */
export function box(type: string, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([uint32s(8 + body.length), Buffer.from(type, "latin1"), body]);
}

/** The same box with its size in 64 bits. */
export function wideBox(type: string, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([uint32s(1), Buffer.from(type, "latin1"), uint64(16 + body.length), body]);
}

/** The same box with a size of 0, "to the end of the file". */
export function openBox(type: string, ...content: readonly Uint8Array[]): Buffer {
  return Buffer.concat([uint32s(0), Buffer.from(type, "latin1"), ...content]);
}

export const fileType = box("ftyp", Buffer.from("isom\0\0\x02\0isommp41", "latin1"));

/** Media data of 1,000 bytes; its content is not read. */
export const mediaData = box("mdat", Buffer.alloc(1_000, 7));

/** Where the samples of `mediaData` begin when it comes right after `fileType`. */
export const mediaStart = fileType.length + 8;

/** A movie header with times of 32 bits (version 0) or 64 bits (version 1). */
export function movieHeader(version: 0 | 1, timescale: number, duration: bigint): Buffer {
  return box("mvhd", times(version, timescale, duration), Buffer.alloc(80));
}

/** The header with the total duration of a fragmented file. */
export function fragmentsHeader(version: 0 | 1, duration: bigint): Buffer {
  const length = version === 0 ? uint32s(Number(duration)) : uint64(duration);
  return box("mvex", box("trex", Buffer.alloc(24)), box("mehd", Buffer.from([version, 0, 0, 0]), length));
}

/** The tables of a track whose samples fill `mediaData`: 10 in each of 2 chunks, for 5 s at 1,000 units each. */
const mediaTables: Readonly<Record<string, Buffer>> = {
  stsd: sampleDescription("avc1", 640, 360),
  stts: box("stts", uint32s(0, 1, 20, 250)),
  stsc: box("stsc", uint32s(0, 1, 1, 10, 1)),
  stsz: box("stsz", uint32s(0, 50, 20)),
  stco: box("stco", uint32s(0, 2, mediaStart, mediaStart + 500)),
};

/** A track; its tables are those of `mediaTables`, unless they are replaced, or left out with `undefined`. */
export function track({
  id = 1,
  handler = "vide",
  timescale = 1_000,
  duration = 5_000n,
  version = 0 as 0 | 1,
  tables = {} as Readonly<Record<string, Buffer | undefined>>,
} = {}): Buffer {
  const all = Object.values({ ...mediaTables, ...tables }).filter((table) => table !== undefined);
  return box(
    "trak",
    box("tkhd", uint32s(0, 0, 0, id)),
    box(
      "mdia",
      box("mdhd", times(version, timescale, duration), Buffer.alloc(4)),
      box("hdlr", uint32s(0, 0), Buffer.from(handler, "latin1"), Buffer.alloc(13)),
      box("minf", box("stbl", ...all)),
    ),
  );
}

/** A complete video of one frame, whose data are all of the given bytes. */
export function videoOf(media: Uint8Array, milliseconds: number): Buffer {
  const movie = (offset: number) => {
    const tables = {
      stts: box("stts", uint32s(0, 1, 1, milliseconds)),
      stsc: box("stsc", uint32s(0, 1, 1, 1, 1)),
      stsz: box("stsz", uint32s(0, media.length, 1)),
      stco: box("stco", uint32s(0, 1, offset)),
    };
    const duration = BigInt(milliseconds);
    return box("moov", movieHeader(0, 1_000, duration), track({ duration, tables }));
  };
  const start = fileType.length + movie(0).length + 8;
  return Buffer.concat([fileType, movie(start), box("mdat", media)]);
}

/** Empty tables, as a track of a fragmented file has them. */
export const noSamples: Readonly<Record<string, Buffer>> = {
  stts: box("stts", uint32s(0, 0)),
  stsc: box("stsc", uint32s(0, 0)),
  stsz: box("stsz", uint32s(0, 0, 0)),
  stco: box("stco", uint32s(0, 0)),
};

/** The description of a video's samples: codec, width and height. */
export function sampleDescription(codec: string, width: number, height: number): Buffer {
  const size = uint32s(width * 65_536 + height);
  return box("stsd", uint32s(0, 1), box(codec, Buffer.alloc(24), size, Buffer.alloc(50)));
}

/** Encodes numbers of 32 bits. */
export function uint32s(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [index, number] of numbers.entries()) bytes.writeUInt32BE(number, 4 * index);
  return bytes;
}

export function uint64(value: number | bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

// Version and flags, creation and modification time, timescale, duration.
function times(version: 0 | 1, timescale: number, duration: bigint): Buffer {
  const parts =
    version === 0
      ? [Buffer.alloc(8), uint32s(timescale, Number(duration))]
      : [Buffer.alloc(16), uint32s(timescale), uint64(duration)];
  return Buffer.concat([Buffer.from([version, 0, 0, 0]), ...parts]);
}
