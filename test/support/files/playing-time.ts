import { inspectVideo, sniffFileType } from "../../../src/download/media/container.ts";
import { toSource } from "./byte-source.ts";

/** Returns how long a video plays, in seconds, as its provider states it; 30.5 for a file that doesn't play. */
export async function playingTime(file: Uint8Array): Promise<number> {
  const source = toSource(file);
  const isWebm = (await sniffFileType(source)) === "webm";
  const inspection = await inspectVideo(isWebm ? "webm" : "mp4", source);
  return inspection.playable ? inspection.durationSeconds : 30.5;
}
