import { createReadStream } from "node:fs";
import type { Runtime } from "../base/runtime.ts";
import type { KeptVideo } from "./kept-videos.ts";
import type { LocalVideo } from "./local-video.ts";
import { type Container, inspect } from "./media/container.ts";
import { discardPart, openPart, type PartFile } from "./part-file.ts";

/**
 * Copies a kept video to `path`. Other jobs write to the same machine: it is taken only when it is whole and the same,
 * byte for byte. Undefined when it cannot be had, whatever the reason: then the video is downloaded.
 */
export async function copyKept(
  runtime: Runtime,
  container: Container,
  kept: KeptVideo,
  path: string,
): Promise<LocalVideo | undefined> {
  const place = `${path}.kept`;
  try {
    const video = await copyChecked(container, kept, path, place);
    if (video) {
      runtime.log.info("This machine has kept the video from an earlier run; nothing is downloaded.");
      await discardPart(`${path}.part`);
      return video;
    }
  } catch (error) {
    runtime.log.debug(`The kept video cannot be copied: ${error}`);
  }
  await discardPart(place).catch(() => {});
  runtime.log.info("This machine has kept the video, but not whole; it is downloaded again.");
  return undefined;
}

async function copyChecked(container: Container, kept: KeptVideo, path: string, place: string) {
  const part = await openPart(place, kept.sha256);
  try {
    await part.restart({});
    for await (const block of createReadStream(kept.path, { highWaterMark: 1024 ** 2 }))
      await part.append(block);
    const inspection = await inspect(container, part);
    if (part.sha256() !== kept.sha256 || !inspection.playable) return undefined;
    return await toVideo(part, path, inspection.durationSeconds);
  } finally {
    await part.close();
  }
}

async function toVideo(part: PartFile, path: string, durationSeconds: number): Promise<LocalVideo> {
  const video = { path, sizeBytes: part.size, sha256: part.sha256(), durationSeconds };
  await part.keepAs(path);
  return video;
}
