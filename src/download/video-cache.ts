import type { FileHandle } from "node:fs/promises";
import { openRegularFile } from "../base/files/regular-file.ts";
import { interrupted, type Runtime } from "../base/runtime.ts";
import { noSeal } from "../base/seal.ts";
import { type Container, inspect } from "./media/container.ts";
import { discardPart, openPart, type PartFile } from "./resume/part-file.ts";

/** A finished video on this machine: complete, verified, hashed. */
export interface LocalVideo {
  readonly path: string;
  readonly sizeBytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly durationSeconds: number;
}

/** A finished video on this machine that an earlier run has left. */
export interface KeptVideo {
  readonly path: string;
  /** What its bytes must add up to, in lower-case hexadecimal. */
  readonly sha256: string;
}

/** Finished videos that outlive a workspace. `name` is the provider and its id. Neither call ever fails. */
export interface KeptVideos {
  find(name: VideoName): Promise<KeptVideo | undefined>;
  keep(name: VideoName, video: KeptVideo): Promise<void>;
}

/** What a video is known by, on this machine and at its provider. */
export interface VideoName {
  readonly provider: string;
  readonly id: string;
}

/** For machines that keep nothing. */
export const noKeptVideos: KeptVideos = { find: async () => undefined, keep: async () => {} };

export interface CopyOrder {
  readonly path: string;
  readonly container: Container;
  readonly maxBytes: number;
}

/**
 * Copies a kept video to its path. Other jobs write to the same machine: it is taken only when it is whole and the same,
 * byte for byte. Undefined when it cannot be had, whatever the reason: then the video is downloaded. Fails with
 * `interrupted` alone.
 */
export async function copyKept(
  runtime: Runtime,
  order: CopyOrder,
  kept: KeptVideo,
): Promise<LocalVideo | undefined> {
  const place = `${order.path}.kept`;
  try {
    const video = await copyChecked(runtime, order, kept, place);
    if (video) {
      runtime.log.info("This machine has kept the video from an earlier run; nothing is downloaded.");
      await discardPart(`${order.path}.part`);
      return video;
    }
  } catch (error) {
    runtime.log.debug(`The kept video cannot be copied: ${error}`);
  }
  await discardPart(place).catch(() => {});
  if (runtime.signal.aborted) throw interrupted();
  runtime.log.info("This machine has kept the video, but not whole; it is downloaded again.");
  return undefined;
}

async function copyChecked(runtime: Runtime, order: CopyOrder, kept: KeptVideo, place: string) {
  const source = await openRegularFile(kept.path);
  if (!source) return undefined;
  try {
    const { size } = await source.stat();
    if (size === 0 || size > order.maxBytes) return undefined;
    const part = await openPart(place, { name: kept.sha256, seal: noSeal }, runtime.signal);
    try {
      await fill(part, source, size, runtime.signal);
      const inspection = await inspect(order.container, part);
      if (part.sha256() !== kept.sha256 || !inspection.playable) return undefined;
      return await toVideo(part, order.path, inspection.durationSeconds);
    } finally {
      await part.close();
    }
  } finally {
    await source.close();
  }
}

// A file that grows meanwhile is read up to where it was.
async function fill(part: PartFile, source: FileHandle, size: number, signal: AbortSignal): Promise<void> {
  await part.restart({});
  const reading = { highWaterMark: 1024 ** 2, end: size - 1, autoClose: false, signal };
  for await (const block of source.createReadStream(reading)) await part.append(block);
}

async function toVideo(part: PartFile, path: string, durationSeconds: number): Promise<LocalVideo> {
  const video = { path, sizeBytes: part.size, sha256: part.sha256(), durationSeconds };
  await part.keepAs(path);
  return video;
}
