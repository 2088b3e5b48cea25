import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createTemporaryFolder } from "../files/temporary-folder.ts";

/** Writes AAC packets to a file that other programs can play, and returns its path. */
export function writeAacFile(packets: Iterable<Uint8Array>): string {
  const file = join(createTemporaryFolder(), "sound.aac");
  const frames = Array.from(packets, (packet) => [adtsHeader(packet.length), packet]);
  writeFileSync(file, Buffer.concat(frames.flat()));
  return file;
}

// Lets a program read a packet from a file. Source: ISO/IEC 13818-7, 6.2.1 (ADTS).
function adtsHeader(bytes: number): Uint8Array {
  const length = bytes + 7;
  const isLowComplexityAt48Khz = 0x4c;
  const isMono = 0x40;
  return Uint8Array.of(
    ...[0xff, 0xf1, isLowComplexityAt48Khz, isMono | (length >> 11)],
    ...[(length >> 3) & 255, ((length & 7) << 5) | 0x1f, 0xfc],
  );
}
