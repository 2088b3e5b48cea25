const DURATION_MS = 30_500;

/**
 * Bytes that begin like an MP4 of 30.5 seconds: `ftyp`, a `moov` with its header, `mdat`. It has no tracks.
 */
export function createTinyMp4(): Uint8Array {
  const brands = Buffer.concat([Buffer.from("isom"), Buffer.from([0, 0, 2, 0]), Buffer.from("isomiso2mp41")]);
  return Buffer.concat([
    box("ftyp", brands),
    box("moov", box("mvhd", movieHeader())),
    box("mdat", Buffer.alloc(4096, 7)),
  ]);
}

/** Version 0 of the movie header, ISO/IEC 14496-12 section 8.2.2. */
function movieHeader(): Buffer {
  const header = Buffer.alloc(100);
  header.writeUInt32BE(1000, 12);
  header.writeUInt32BE(DURATION_MS, 16);
  header.writeUInt32BE(0x00010000, 20);
  header.writeUInt16BE(0x0100, 24);
  header.writeUInt32BE(0x00010000, 36);
  header.writeUInt32BE(0x00010000, 52);
  header.writeUInt32BE(0x40000000, 68);
  header.writeUInt32BE(1, 96);
  return header;
}

function box(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.length);
  head.write(type, 4);
  return Buffer.concat([head, content]);
}
