import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { Runtime } from "../../base/runtime.ts";
import { plainText } from "../../base/text/plain-text.ts";
import type { VideoState } from "../../jobs/video-record.ts";
import { githubResponseOf } from "../../platform/github/api/github-error.ts";
import type { Workflow } from "../../platform/github/workflow.ts";
import type { PublishResult } from "../publisher.ts";
import { attachFile } from "./attach-file.ts";
import type { WritableRelease } from "./releases.ts";

// GitHub accepts files smaller than 2 GiB.
const assetSizeLimit = 2 * 1_024 ** 3;

/** The release that a video is published on. */
export interface ReleaseTarget {
  readonly tag: string;
  /** The key that identifies the block in the release notes. */
  readonly key: string;
  /** Returns the base name of the assets for a title: the same for every version of a video. */
  fileName(title: string): string;
}

export interface AttachAssetsContext {
  readonly runtime: Runtime;
  readonly workflow: Workflow;
  readonly release: WritableRelease;
}

/**
 * Attaches video and poster to a release. Logs the reason and returns no links if the release can't take the
 * video. Fails with GitHub's error.
 */
export async function attachVideoAndPoster(
  { local, posterPath, title }: VideoState,
  { fileName, tag }: Pick<ReleaseTarget, "fileName" | "tag">,
  { runtime, workflow, release }: AttachAssetsContext,
): Promise<PublishResult> {
  if (!local) return {};
  const reason = unattachableReason(release, local.sizeBytes);
  if (reason) {
    runtime.log.info(`The video is not attached to the release, which gets a link instead: ${reason}.`);
    return {};
  }
  const attach = async (path: string, bytes: number, sha256: string) => {
    const extension = extname(path);
    const file = {
      path,
      bytes,
      sha256,
      name: fileName(title) + extension,
      contentType: contentTypes[extension] ?? defaultContentType,
      attachedBy: workflow.run,
    };
    const asset = await attachFile(file, { runtime, github: workflow.github, release });
    return release.draft ? workflow.releaseAssetUrl(tag, asset.name) : asset.browser_download_url;
  };
  try {
    const releaseAssetUrl = await attach(local.path, local.sizeBytes, local.sha256);
    return { releaseAssetUrl, ...(await attachPoster(runtime, posterPath, attach)) };
  } catch (error) {
    if (!isImmutableReleaseError(error)) throw error;
    runtime.log.info("The release is immutable and takes no more files. Its notes get a link instead.");
    return {};
  }
}

// A poster that can't be attached doesn't affect the video.
async function attachPoster(
  runtime: Runtime,
  path: string | undefined,
  attach: (path: string, bytes: number, sha256: string) => Promise<string>,
): Promise<PublishResult> {
  if (path === undefined) return {};
  try {
    const content = await readFile(path);
    const sha256 = createHash("sha256").update(content).digest("hex");
    return { releasePosterUrl: await attach(path, content.length, sha256) };
  } catch (error) {
    if (runtime.signal.aborted) throw error;
    runtime.log.info(`The poster is not attached to the release: ${plainText(String(error))}`);
    return {};
  }
}

function unattachableReason({ immutable, draft }: WritableRelease, bytes: number): string | undefined {
  if (immutable && !draft) return "an immutable release takes files only as a draft";
  return bytes >= assetSizeLimit ? "GitHub accepts only files smaller than 2 GiB" : undefined;
}

function isImmutableReleaseError(error: unknown): boolean {
  const response = githubResponseOf(error);
  return response?.status === 422 && /immutable/i.test(response.message);
}

const defaultContentType = "application/octet-stream";
const contentTypes: Readonly<Record<string, string>> = {
  ".mp4": "video/mp4",
  ".webm": "video/webm",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".gif": "image/gif",
  ".webp": "image/webp",
};
