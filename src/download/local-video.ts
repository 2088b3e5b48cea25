import type { FileHandle } from "node:fs/promises";
import { openRegularFile } from "../base/files/regular-file.ts";
import { interruptedError, type Runtime } from "../base/runtime.ts";
import { noSeal } from "../base/seal.ts";
import { type Container, inspectVideo } from "./media/container.ts";
import type { VideoFormat } from "./media/inspection.ts";
import { discardPart, openPart, type PartFile } from "./resume/part-file.ts";
import type { CachedVideo, LocalVideo } from "./video-cache.ts";

/** Describes a complete file that is about to be renamed to `path`. */
export function toLocalVideo(
  path: string,
  { size, sha256 }: Pick<PartFile, "size" | "sha256">,
  format: VideoFormat,
): LocalVideo {
  const { durationSeconds, width, height, codec, hasAudio } = format;
  return { path, sizeBytes: size, sha256: sha256(), durationSeconds, width, height, codec, hasAudio };
}

export interface RestoreOptions {
  readonly path: string;
  readonly container: Container;
  readonly maxBytes: number;
}

/**
 * Copies a cached video to its path. Other jobs can write to the cache, so the copy is accepted only if its
 * digest matches and it is playable. Returns undefined when the video can't be restored for any reason; the
 * caller then downloads it. Fails with `interrupted` only.
 */
export async function restoreCachedVideo(
  runtime: Runtime,
  options: RestoreOptions,
  cached: CachedVideo,
): Promise<LocalVideo | undefined> {
  const copyPath = `${options.path}.kept`;
  try {
    const video = await copyVerified(runtime, options, cached, copyPath);
    if (video) {
      runtime.log.info("Restored the video from this machine's cache; nothing to download.");
      await discardPart(`${options.path}.part`);
      return video;
    }
  } catch (error) {
    runtime.log.debug(`The cached video could not be copied: ${error}`);
  }
  await discardPart(copyPath).catch(() => {});
  if (runtime.signal.aborted) throw interruptedError();
  runtime.log.info("The video in this machine's cache is incomplete or changed; downloading it again.");
  return undefined;
}

async function copyVerified(
  runtime: Runtime,
  { path, container, maxBytes }: RestoreOptions,
  cached: CachedVideo,
  copyPath: string,
): Promise<LocalVideo | undefined> {
  const source = await openRegularFile(cached.path);
  if (!source) return undefined;
  try {
    const { size } = await source.stat();
    if (size === 0 || size > maxBytes) return undefined;
    const copy = await openPart(copyPath, { name: cached.sha256, seal: noSeal }, runtime.signal);
    try {
      await copyBytes(copy, source, size, runtime.signal);
      const inspection = await inspectVideo(container, copy);
      if (copy.sha256() !== cached.sha256 || !inspection.playable) return undefined;
      const video = toLocalVideo(path, copy, inspection);
      await copy.finalize(path);
      return video;
    } finally {
      await copy.close();
    }
  } finally {
    await source.close();
  }
}

// Reads no further than `size`, in case the file is growing.
async function copyBytes(
  copy: PartFile,
  source: FileHandle,
  size: number,
  signal: AbortSignal,
): Promise<void> {
  await copy.restart({});
  const readOptions = { highWaterMark: 1024 ** 2, end: size - 1, autoClose: false, signal };
  for await (const chunk of source.createReadStream(readOptions)) await copy.append(chunk);
}
