/** One element of EBML (RFC 8794): its id, its size in eight bytes, its content. */
export function element(id: string, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(2n ** 56n + BigInt(body.length));
  return Buffer.concat([Buffer.from(id, "hex"), size, body]);
}

/** The same element with an unknown size, as in a live recording. */
export function openElement(id: string, ...content: readonly Uint8Array[]): Buffer {
  return Buffer.concat([Buffer.from(`${id}01ffffffffffffff`, "hex"), ...content]);
}

export const documentOf = (type: string) => element("1a45dfa3", element("4282", Buffer.from(type)));
export const segmentOf = (...content: readonly Uint8Array[]) => element("18538067", ...content);

/** A track with the number 1: VP9, 640x360. */
export const videoTrack = trackOf(
  1,
  1,
  "V_VP9",
  element("e0", element("b0", bytes(640)), element("ba", bytes(360))),
);

/** A track with the number 2: Opus. */
export const audioTrack = trackOf(2, 2, "A_OPUS");

export const tracksOf = (...content: readonly Uint8Array[]) => element("1654ae6b", ...content);
export const tracks = tracksOf(videoTrack);

/** A track; the types are 1 for video, 2 for audio, 17 for subtitles. */
export function trackOf(number: number, type: number, codec: string, ...more: readonly Uint8Array[]): Buffer {
  const name = codec === "" ? [] : [element("86", Buffer.from(codec))];
  return element("ae", element("d7", bytes(number)), element("83", bytes(type)), ...name, ...more);
}

/** An info element with a duration in units of `scale` nanoseconds, as a double, or a float if `isShort`. */
export function info(duration: number | undefined, { scale = 1_000_000, isShort = false } = {}): Buffer {
  const number = Buffer.alloc(isShort ? 4 : 8);
  if (isShort) number.writeFloatBE(duration ?? 0);
  else number.writeDoubleBE(duration ?? 0);
  const units = Buffer.alloc(4);
  units.writeUInt32BE(scale);
  return element(
    "1549a966",
    element("2ad7b1", units),
    ...(duration === undefined ? [] : [element("4489", number)]),
  );
}

/** A cluster that begins at `timestamp`, with a block of a track `blockAfter` units later. */
export function cluster(timestamp: number, blockAfter = 0, make = element, trackNumber = 1): Buffer {
  const time = Buffer.alloc(4);
  time.writeUInt32BE(timestamp);
  const block = Buffer.from([0x80 + trackNumber, 0, 0, 0x80, 7, 7, 7]);
  block.writeInt16BE(blockAfter, 1);
  return make("1f43b675", element("e7", time), element("a3", block));
}

function bytes(value: number): Buffer {
  const number = Buffer.alloc(2);
  number.writeUInt16BE(value);
  return number;
}
