import { ShowreelError } from "../base/errors.ts";
import { interruptedError, type Runtime } from "../base/runtime.ts";
import type { Seal } from "../base/seal.ts";
import { unlessAborted } from "../base/timing/abort.ts";
import { type FetchFileOptions, fetchFile } from "./fetch-file.ts";
import { type Container, inspect } from "./media/container.ts";
import { openPart, type PartFile } from "./resume/part-file.ts";
import type { LocalVideo } from "./video-cache.ts";
import { noVideoCache, restoreCachedVideo, type VideoCache, type VideoName } from "./video-cache.ts";

export interface DownloadOptions extends FetchFileOptions {
  readonly videoName: VideoName;
  /** Of the account whose video it is: what others have left under the name is fetched anew. */
  readonly seal: Seal;
  readonly container: Container;
  /** Where finished videos outlive this run, if anywhere. */
  readonly videoCache?: VideoCache;
}

/**
 * Brings the video here, whole: into `<path>.part`, where a later run with the same key goes on with it, verified as a complete video
 * and only then given its name. A video that is kept on this machine is copied instead. Fails with `download_failed`,
 * `network_error` or `invalid_video`.
 */
export async function downloadVideo(runtime: Runtime, options: DownloadOptions): Promise<LocalVideo> {
  const kept = options.videoCache ?? noVideoCache;
  const found = await kept.find(options.videoName);
  const copy = found && (await restoreCachedVideo(runtime, options, found));
  if (copy) return copy;
  const owner = { name: `${options.videoName.provider}/${options.videoName.id}`, seal: options.seal };
  const part = await openPart(`${options.path}.part`, owner, runtime.signal);
  try {
    const video = await fetchFile(runtime, options, part, () => finishDownload(options, part));
    // A copy for later must not hold a run that is cancelled.
    await unlessAborted(runtime.signal, kept.save(options.videoName, video), interruptedError).catch(
      () => {},
    );
    return video;
  } finally {
    await part.close();
  }
}

async function finishDownload(order: DownloadOptions, part: PartFile): Promise<LocalVideo> {
  const inspection = await inspect(order.container, part);
  if (!inspection.playable) {
    await part.restart({});
    throw notPlayableError(inspection.problem);
  }
  const video = { path: order.path, sizeBytes: part.size, sha256: part.sha256() };
  await part.finalize(order.path);
  return { ...video, durationSeconds: inspection.durationSeconds };
}

// Hosts have sent error pages with 200, and files before they were whole: another try with another link may mend it.
function notPlayableError(problem: string): ShowreelError {
  return new ShowreelError("invalid_video", `What was downloaded is not a playable video: ${problem}.`, {
    retryable: true,
    needsFreshLink: true,
  });
}
