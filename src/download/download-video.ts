import { ShowreelError } from "../base/errors.ts";
import { interruptedError, type Runtime } from "../base/runtime.ts";
import type { Seal } from "../base/seal.ts";
import { unlessAborted } from "../base/timing/abort.ts";
import { type FetchFileOptions, fetchFile } from "./fetch-file.ts";
import { type Container, inspectVideo } from "./media/container.ts";
import { openPart, type PartFile } from "./resume/part-file.ts";
import {
  type LocalVideo,
  noVideoCache,
  restoreCachedVideo,
  toLocalVideo,
  type VideoCache,
  type VideoName,
} from "./video-cache.ts";

export interface DownloadOptions extends FetchFileOptions {
  readonly videoName: VideoName;
  /** The seal of the account that owns the video; a partial download without it is not resumed. */
  readonly seal: Seal;
  readonly container: Container;
  /** The cache of finished videos across runs; by default, videos are not cached. */
  readonly videoCache?: VideoCache;
}

/**
 * Downloads a video into `<path>.part`, verifies that it is complete and playable, and renames it to `path`.
 * A later run with the same key resumes the `.part` file. A cached video is copied instead. Fails with
 * `download_failed`, `network_error` or `invalid_video`.
 */
export async function downloadVideo(runtime: Runtime, options: DownloadOptions): Promise<LocalVideo> {
  const { videoCache = noVideoCache, videoName, seal } = options;
  const cached = await videoCache.find(videoName);
  const restored = cached && (await restoreCachedVideo(runtime, options, cached));
  if (restored) return restored;
  const owner = { name: `${videoName.provider}/${videoName.id}`, seal };
  const part = await openPart(`${options.path}.part`, owner, runtime.signal);
  try {
    const video = await fetchFile(runtime, options, part, () => verifyVideo(options, part));
    // Saving to the cache must not delay a run that is being canceled.
    await unlessAborted(runtime.signal, videoCache.save(videoName, video), interruptedError).catch(() => {});
    return video;
  } finally {
    await part.close();
  }
}

async function verifyVideo(options: DownloadOptions, part: PartFile): Promise<LocalVideo> {
  const inspection = await inspectVideo(options.container, part);
  if (!inspection.playable) {
    await part.restart({});
    throw notPlayableError(inspection.problem);
  }
  const video = toLocalVideo(options.path, part, inspection);
  await part.finalize(options.path);
  return video;
}

// Hosts have sent error pages and incomplete files with status 200, so another attempt may succeed.
function notPlayableError(problem: string): ShowreelError {
  return new ShowreelError("invalid_video", `The downloaded file is not a playable video: ${problem}.`, {
    retryable: true,
    needsFreshLink: true,
  });
}
