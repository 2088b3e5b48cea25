/** One box of an MP4 (ISO/IEC 14496-12): size, type, content. */
export function box(type: string, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([uint32(8 + body.length), Buffer.from(type, "latin1"), body]);
}

/** The same box with its size in 64 bits. */
export function wideBox(type: string, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([uint32(1), Buffer.from(type, "latin1"), uint64(16 + body.length), body]);
}

/** The same box with a size of 0, "to the end of the file". */
export function openBox(type: string, ...content: readonly Uint8Array[]): Buffer {
  return Buffer.concat([uint32(0), Buffer.from(type, "latin1"), ...content]);
}

export const fileType = box("ftyp", Buffer.from("isom\0\0\x02\0isommp41", "latin1"));

/** Media data; its content is not read. */
export const mediaData = box("mdat", Buffer.alloc(1_000, 7));

/** A movie header with times of 32 bits (version 0) or 64 bits (version 1). */
export function movieHeader(version: 0 | 1, timescale: number, duration: bigint): Buffer {
  const times =
    version === 0
      ? [Buffer.alloc(8), uint32(timescale), uint32(Number(duration))]
      : [Buffer.alloc(16), uint32(timescale), uint64(duration)];
  return box("mvhd", Buffer.from([version, 0, 0, 0]), ...times, Buffer.alloc(80));
}

/** The header with the total duration of a fragmented file. */
export function fragmentsHeader(version: 0 | 1, duration: bigint): Buffer {
  const length = version === 0 ? uint32(Number(duration)) : uint64(duration);
  return box("mvex", box("trex", Buffer.alloc(24)), box("mehd", Buffer.from([version, 0, 0, 0]), length));
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function uint64(value: number | bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}
