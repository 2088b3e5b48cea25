import { ShowreelError } from "../base/errors.ts";
import { interruptedError, type Runtime } from "../base/runtime.ts";
import type { Seal } from "../base/seal.ts";
import { unlessAborted } from "../base/timing/abort.ts";
import { type FetchFileOptions, fetchFile } from "./fetch-file.ts";
import { restoreCachedVideo, toLocalVideo } from "./local-video.ts";
import { type Container, inspectVideo } from "./media/container.ts";
import { createRejections, type RejectedVideo, type Rejections } from "./rejected-video.ts";
import { openPart, type PartFile } from "./resume/part-file.ts";
import { type LocalVideo, noVideoCache, type VideoCache, type VideoName } from "./video-cache.ts";

export interface DownloadOptions extends FetchFileOptions {
  readonly videoName: VideoName;
  /** The seal of the account that owns the video; a partial download without it is not resumed. */
  readonly seal: Seal;
  readonly container: Container;
  /** The cache of finished videos across runs; by default, videos are not cached. */
  readonly videoCache?: VideoCache;
  /** Called with a file that is kept although it isn't a playable video. */
  readonly onRejected?: (video: RejectedVideo) => void;
}

/**
 * Downloads a video into `<path>.part`, verifies that it is complete and playable, and renames it to `path`.
 * A later run with the same key resumes the `.part` file. A cached video is copied instead. A file that isn't
 * playable is downloaded again, unless the host has sent the same bytes before; then it is kept beside `path`
 * as `<name>.rejected.mp4`. Fails with `download_failed`, `network_error` or `invalid_video`.
 */
export async function downloadVideo(runtime: Runtime, options: DownloadOptions): Promise<LocalVideo> {
  const { videoCache = noVideoCache, videoName, seal, container, path, onRejected } = options;
  const cached = await videoCache.find(videoName);
  const restored = cached && (await restoreCachedVideo(runtime, options, cached));
  if (restored) return restored;
  const owner = { name: `${videoName.provider}/${videoName.id}`, seal };
  const part = await openPart(`${path}.part`, owner, runtime.signal);
  const rejections = createRejections(path, container, onRejected);
  try {
    const video = await fetchFile(runtime, options, part, () => verifyVideo(options, part, rejections));
    // Saving to the cache must not delay a run that is being canceled.
    await unlessAborted(runtime.signal, videoCache.save(videoName, video), interruptedError).catch(() => {});
    return video;
  } catch (error) {
    const mayKeep = error instanceof ShowreelError && error.code !== "interrupted";
    const failure = mayKeep ? await rejections.keep(part, error) : error;
    await discardIfUseless(part);
    throw failure;
  } finally {
    await part.close();
  }
}

async function verifyVideo(
  { container, path }: DownloadOptions,
  part: PartFile,
  rejections: Rejections,
): Promise<LocalVideo> {
  const inspection = await inspectVideo(container, part);
  if (!inspection.playable) throw await rejections.reject(part, inspection.problem);
  const video = toLocalVideo(path, part, inspection);
  await part.finalize(path);
  return video;
}

// An empty part, or one without a validator, can't be resumed by a later run.
async function discardIfUseless(part: PartFile): Promise<void> {
  if (part.size > 0 && part.resumeInfo.validator !== undefined) return;
  await part.discard().catch(() => {});
}
