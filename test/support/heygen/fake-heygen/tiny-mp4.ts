import { videoOf } from "../../files/mp4-boxes.ts";

/** A small MP4 of 30.5 seconds. Its structure is complete, but its media data can't be decoded. */
export function createTinyMp4(): Uint8Array {
  return videoOf(Buffer.alloc(4_096, 7), 30_500);
}
