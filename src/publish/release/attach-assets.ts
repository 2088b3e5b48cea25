import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { plainText } from "../../base/plain-text.ts";
import type { Runtime } from "../../base/runtime.ts";
import type { Render } from "../../jobs/record.ts";
import { githubResponseOf } from "../../platform/github/github-error.ts";
import type { Workflow } from "../../platform/github/workflow.ts";
import type { PublishResult } from "../publisher.ts";
import { attachFile } from "./attach-file.ts";
import type { ReleaseAsset, WritableRelease } from "./releases.ts";

// GitHub takes files below 2 GiB.
const assetSizeLimit = 2 * 1_024 ** 3;

/** Where on a release a video goes. */
export interface ReleaseTarget {
  readonly tag: string;
  /** What the block in the notes is found again by. */
  readonly key: string;
  /** The stem of the files' names there, given the video's title: the same for every version of a video. */
  fileName(title: string): string;
}

/**
 * Attaches video and poster. Nothing, and a line in the log, where the release takes no file of this kind any more. Fails with
 * what GitHub says.
 */
export async function attachVideoAndPoster(
  runtime: Runtime,
  workflow: Workflow,
  release: WritableRelease,
  { fileName, tag }: Pick<ReleaseTarget, "fileName" | "tag">,
  { local, posterPath, title }: Render,
): Promise<PublishResult> {
  if (!local) return {};
  const reason = unattachableReason(release, local.sizeBytes);
  if (reason) {
    runtime.log.info(`The video is not attached to the release, which gets a link instead: ${reason}.`);
    return {};
  }
  const linkTo = ({ name, browser_download_url }: ReleaseAsset) =>
    release.draft ? workflow.releaseAssetUrl(tag, name) : browser_download_url;
  const attached = async (path: string, bytes: number, sha256: string) => {
    const extension = extname(path);
    const file = {
      path,
      bytes,
      sha256,
      name: fileName(title) + extension,
      contentType: contentTypes[extension] ?? defaultContentType,
      attachedBy: workflow.run,
    };
    return linkTo(await attachFile(runtime, workflow.github, release, file));
  };
  try {
    const releaseAssetUrl = await attached(local.path, local.sizeBytes, local.sha256);
    return { releaseAssetUrl, ...(await attachPoster(runtime, posterPath, attached)) };
  } catch (error) {
    if (!isImmutable(error)) throw error;
    runtime.log.info("The release is immutable, so it takes no more files; its notes get a link instead.");
    return {};
  }
}

// The video does without.
async function attachPoster(
  runtime: Runtime,
  path: string | undefined,
  attached: (path: string, bytes: number, sha256: string) => Promise<string>,
): Promise<PublishResult> {
  if (path === undefined) return {};
  try {
    return { releasePosterUrl: await attached(path, ...(await measure(path))) };
  } catch (error) {
    if (runtime.signal.aborted) throw error;
    runtime.log.info(`The poster is not attached to the release: ${plainText(String(error))}`);
    return {};
  }
}

function unattachableReason({ immutable, draft }: WritableRelease, bytes: number): string | undefined {
  if (immutable && !draft) return "it is immutable, and takes files only as a draft";
  return bytes >= assetSizeLimit ? "GitHub takes files below 2 GiB" : undefined;
}

const isImmutable = (error: unknown) =>
  githubResponseOf(error)?.status === 422 && /immutable/i.test(githubResponseOf(error)?.message ?? "");

async function measure(path: string): Promise<[bytes: number, sha256: string]> {
  const content = await readFile(path);
  return [content.length, createHash("sha256").update(content).digest("hex")];
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
