import { ShowreelError } from "../base/errors.ts";
import { interrupted, type Runtime } from "../base/runtime.ts";
import type { Seal } from "../base/seal.ts";
import { unlessAborted } from "../base/timing/abort.ts";
import { type FetchOrder, fetchWhole } from "./fetch-whole.ts";
import { type Container, inspect } from "./media/container.ts";
import { openPart, type PartFile } from "./resume/part-file.ts";
import type { LocalVideo } from "./video-cache.ts";
import { copyKept, type KeptVideos, noKeptVideos, type VideoName } from "./video-cache.ts";

export interface DownloadOrder extends FetchOrder {
  readonly name: VideoName;
  /** Of the account whose video it is: what others have left under the name is fetched anew. */
  readonly seal: Seal;
  readonly container: Container;
  /** Where finished videos outlive this run, if anywhere. */
  readonly kept?: KeptVideos;
}

/**
 * Brings the video here, whole: into `<path>.part`, where a later run with the same key goes on with it, verified as a complete video
 * and only then given its name. A video that is kept on this machine is copied instead. Fails with `download_failed`,
 * `network_error` or `invalid_video`.
 */
export async function downloadVideo(runtime: Runtime, order: DownloadOrder): Promise<LocalVideo> {
  const kept = order.kept ?? noKeptVideos;
  const found = await kept.find(order.name);
  const copy = found && (await copyKept(runtime, order, found));
  if (copy) return copy;
  const owner = { name: `${order.name.provider}/${order.name.id}`, seal: order.seal };
  const part = await openPart(`${order.path}.part`, owner, runtime.signal);
  try {
    const video = await fetchWhole(runtime, order, part, () => finish(order, part));
    // A copy for later must not hold a run that is cancelled.
    await unlessAborted(runtime.signal, kept.keep(order.name, video), interrupted).catch(() => {});
    return video;
  } finally {
    await part.close();
  }
}

async function finish(order: DownloadOrder, part: PartFile): Promise<LocalVideo> {
  const inspection = await inspect(order.container, part);
  if (!inspection.playable) {
    await part.restart({});
    throw invalid(inspection.problem);
  }
  const video = { path: order.path, sizeBytes: part.size, sha256: part.sha256() };
  await part.keepAs(order.path);
  return { ...video, durationSeconds: inspection.durationSeconds };
}

// Hosts have sent error pages with 200, and files before they were whole: another try with another link may mend it.
function invalid(problem: string): ShowreelError {
  return new ShowreelError("invalid_video", `What was downloaded is not a playable video: ${problem}.`, {
    retryable: true,
    needsFreshLink: true,
  });
}
