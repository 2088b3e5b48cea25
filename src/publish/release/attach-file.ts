import { ShowreelError } from "../../base/errors.ts";
import type { Runtime } from "../../base/runtime.ts";
import type { GitHubClient } from "../../platform/github/api/client.ts";
import { githubResponseOf } from "../../platform/github/api/github-error.ts";
import { type AttachingRun, findLeftovers, replacedAssetName, temporaryAssetName } from "./leftovers.ts";
import {
  deleteAsset,
  listAssets,
  type ReleaseAsset,
  renameAsset,
  uploadAsset,
  type WritableRelease,
} from "./releases.ts";

/** A file for a release. */
export interface FileToAttach {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Consists of letters, digits, `.`, `_` and `-`, which GitHub doesn't change. */
  readonly name: string;
  readonly contentType: string;
  readonly attachedBy: AttachingRun;
}

export interface AttachContext {
  readonly runtime: Runtime;
  readonly github: GitHubClient;
  readonly release: WritableRelease;
}

const maxUploadAttempts = 5;
const maxRenameAttempts = 20;

/**
 * Attaches a file and replaces an existing asset of the same name. The old asset is deleted only when the new
 * one is complete. An identical asset is kept. Also deletes this file's leftover assets from killed runs.
 */
export async function attachFile(file: FileToAttach, context: AttachContext): Promise<ReleaseAsset> {
  const { runtime, github, release } = context;
  const before = await listAssets(github, release.id);
  const current = before.find(({ name }) => name === file.name);
  const isSame = current?.digest === `sha256:${file.sha256}` && current.state === "uploaded";
  const attached = isSame ? current : await replaceAsset(file, context);
  const leftovers = findLeftovers(before, file.name, file.attachedBy, runtime.now());
  for (const leftover of leftovers) await tryDeleteAsset(leftover, context);
  return attached;
}

/** Creates the error for a release or a release asset that was deleted during the run. */
export function releaseGoneError(): ShowreelError {
  return new ShowreelError("publish_failed", "The release, or a file of it, was deleted during the run.", {
    hint: "Attach `video_path` in a later step.",
  });
}

async function replaceAsset(file: FileToAttach, context: AttachContext): Promise<ReleaseAsset> {
  const uploaded = await uploadUnderTemporaryName(file, context);
  return renameIntoPlace(uploaded, file.name, context).catch(async (error) => {
    await tryDeleteAsset(uploaded, context);
    throw error;
  });
}

// After a lost response, an incomplete asset may block the name.
async function uploadUnderTemporaryName(
  file: FileToAttach,
  { runtime, github, release }: AttachContext,
): Promise<ReleaseAsset> {
  for (let attempt = 1; ; attempt += 1) {
    const name = temporaryAssetName(runtime, file.attachedBy, file.name);
    try {
      const asset = await uploadAsset(github, release, { ...file, name });
      if (asset) return asset;
      throw releaseGoneError();
    } catch (error) {
      if (!(error instanceof ShowreelError) || !(error.retryable || error.outcomeUnknown)) throw error;
      await deleteAssetByName(github, release, name);
      const pauseMs = Math.max(error.retryAfterMs ?? 0, 2_000 * attempt);
      const mayRetry = error.retryable && attempt < maxUploadAttempts && github.reservePause(pauseMs);
      if (!mayRetry) throw error;
      await runtime.sleep(pauseMs);
    }
  }
}

async function deleteAssetByName(github: GitHubClient, { id }: WritableRelease, name: string): Promise<void> {
  const asset = (await listAssets(github, id)).find((other) => other.name === name);
  if (asset) await deleteAsset(github, asset.id);
}

// The old asset is kept under another name until the new one has its name. If another run uses the name in
// between, the next attempt replaces that run's asset.
async function renameIntoPlace(
  asset: ReleaseAsset,
  name: string,
  context: AttachContext,
): Promise<ReleaseAsset> {
  const { runtime, github, release } = context;
  for (let attempt = 1; ; attempt += 1) {
    const old = (await listAssets(github, release.id)).find((other) => other.name === name);
    if (old) await renameAsset(github, old.id, replacedAssetName(old));
    try {
      const renamed = await renameAsset(github, asset.id, name);
      if (!renamed) throw releaseGoneError();
      if (old) await tryDeleteAsset(old, context);
      return renamed;
    } catch (error) {
      const isTaken = githubResponseOf(error)?.status === 422;
      if (old && isTaken) await deleteAsset(github, old.id);
      else if (old) await renameAsset(github, old.id, name);
      if (!isTaken || attempt === maxRenameAttempts) throw error;
      await runtime.sleep(200 + 1_000 * runtime.random());
    }
  }
}

// A leftover asset isn't an error: the new one is already attached.
async function tryDeleteAsset({ id }: ReleaseAsset, { runtime, github }: AttachContext): Promise<void> {
  await deleteAsset(github, id).catch(() =>
    runtime.log.info(
      "A temporary file could not be deleted from the release. Its name starts with showreel-.",
    ),
  );
}
