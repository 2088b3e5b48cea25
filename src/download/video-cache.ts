import type { FileHandle } from "node:fs/promises";
import { openRegularFile } from "../base/files/regular-file.ts";
import { interruptedError, type Runtime } from "../base/runtime.ts";
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
export interface CachedVideo {
  readonly path: string;
  /** What its bytes must add up to, in lower-case hexadecimal. */
  readonly sha256: string;
}

/** Finished videos that outlive a workspace. `name` is the provider and its id. Neither call ever fails. */
export interface VideoCache {
  find(name: VideoName): Promise<CachedVideo | undefined>;
  save(name: VideoName, video: CachedVideo): Promise<void>;
}

/** What a video is known by, on this machine and at its provider. */
export interface VideoName {
  readonly provider: string;
  readonly id: string;
}

/** For machines that keep nothing. */
export const noVideoCache: VideoCache = { find: async () => undefined, save: async () => {} };

export interface RestoreOptions {
  readonly path: string;
  readonly container: Container;
  readonly maxBytes: number;
}

/**
 * Copies a kept video to its path. Other jobs write to the same machine: it is taken only when it is whole and the same,
 * byte for byte. Undefined when it cannot be had, whatever the reason: then the video is downloaded. Fails with
 * `interrupted` alone.
 */
export async function restoreCachedVideo(
  runtime: Runtime,
  options: RestoreOptions,
  cached: CachedVideo,
): Promise<LocalVideo | undefined> {
  const place = `${options.path}.kept`;
  try {
    const video = await copyVerified(runtime, options, cached, place);
    if (video) {
      runtime.log.info("This machine has kept the video from an earlier run; nothing is downloaded.");
      await discardPart(`${options.path}.part`);
      return video;
    }
  } catch (error) {
    runtime.log.debug(`The kept video cannot be copied: ${error}`);
  }
  await discardPart(place).catch(() => {});
  if (runtime.signal.aborted) throw interruptedError();
  runtime.log.info("This machine has kept the video, but not whole; it is downloaded again.");
  return undefined;
}

async function copyVerified(runtime: Runtime, order: RestoreOptions, kept: CachedVideo, place: string) {
  const source = await openRegularFile(kept.path);
  if (!source) return undefined;
  try {
    const { size } = await source.stat();
    if (size === 0 || size > order.maxBytes) return undefined;
    const part = await openPart(place, { name: kept.sha256, seal: noSeal }, runtime.signal);
    try {
      await copyBytes(part, source, size, runtime.signal);
      const inspection = await inspect(order.container, part);
      if (part.sha256() !== kept.sha256 || !inspection.playable) return undefined;
      return await finalizeVideo(part, order.path, inspection.durationSeconds);
    } finally {
      await part.close();
    }
  } finally {
    await source.close();
  }
}

// A file that grows meanwhile is read up to where it was.
async function copyBytes(
  part: PartFile,
  source: FileHandle,
  size: number,
  signal: AbortSignal,
): Promise<void> {
  await part.restart({});
  const reading = { highWaterMark: 1024 ** 2, end: size - 1, autoClose: false, signal };
  for await (const block of source.createReadStream(reading)) await part.append(block);
}

async function finalizeVideo(part: PartFile, path: string, durationSeconds: number): Promise<LocalVideo> {
  const video = { path, sizeBytes: part.size, sha256: part.sha256(), durationSeconds };
  await part.finalize(path);
  return video;
}
