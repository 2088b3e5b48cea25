import { ShowreelError } from "../../base/errors.ts";
import type { Runtime } from "../../base/runtime.ts";
import type { GitHubClient } from "../../platform/github/client.ts";
import { githubResponseOf } from "../../platform/github/github-error.ts";
import { type AttachingRun, findLeftovers, replacedAssetName, temporaryAssetName } from "./leftovers.ts";
import {
  deleteAsset,
  listAssets,
  type ReleaseAsset,
  renameAsset,
  uploadAsset,
  type WritableRelease,
} from "./releases.ts";

/** The release was there, and is not any more. */
export function releaseGoneError(): ShowreelError {
  return new ShowreelError("publish_failed", "The release, or a file of it, was removed meanwhile.", {
    hint: "Attach `video_path` in a later step.",
  });
}

/** A file for a release. */
export interface FileToAttach {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** In letters, digits, `.`, `_` and `-`, which GitHub does not change. */
  readonly name: string;
  readonly contentType: string;
  readonly attachedBy: AttachingRun;
}

const maxAttempts = 5;

/**
 * Attaches a file under its name, in place of the one that has it. The new file is there before the old one goes, so that no
 * moment is without one. The same file again is left as it is. What killed runs have left of it goes in the end.
 */
export async function attachFile(
  runtime: Runtime,
  github: GitHubClient,
  release: WritableRelease,
  file: FileToAttach,
): Promise<ReleaseAsset> {
  const before = await listAssets(github, release.id);
  const present = before.find(({ name }) => name === file.name);
  const isSame = present?.digest === `sha256:${file.sha256}` && present.state === "uploaded";
  const attached = isSame ? present : await replaceAsset(runtime, github, release, file);
  const leftovers = findLeftovers(before, file.name, file.attachedBy, runtime.now());
  for (const leftover of leftovers) await deleteQuietly(runtime, github, leftover);
  return attached;
}

async function replaceAsset(
  runtime: Runtime,
  github: GitHubClient,
  release: WritableRelease,
  file: FileToAttach,
): Promise<ReleaseAsset> {
  const uploaded = await uploadUnderTemporaryName(runtime, github, release, file);
  return renameIntoPlace(runtime, github, release, uploaded, file.name).catch(async (error) => {
    await deleteQuietly(runtime, github, uploaded);
    throw error;
  });
}

// A lost answer may have left half a file under the name, which blocks it.
async function uploadUnderTemporaryName(
  runtime: Runtime,
  github: GitHubClient,
  release: WritableRelease,
  file: FileToAttach,
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
      if (!error.retryable || attempt === maxAttempts || !github.reservePause(pauseMs)) throw error;
      await runtime.sleep(pauseMs);
    }
  }
}

async function deleteAssetByName(github: GitHubClient, { id }: WritableRelease, name: string): Promise<void> {
  const half = (await listAssets(github, id)).find((asset) => asset.name === name);
  if (half) await deleteAsset(github, half.id);
}

// The old file keeps its bytes under another name until the new one has this. Between looking and naming another run may take
// it: then that one is the old file.
async function renameIntoPlace(
  runtime: Runtime,
  github: GitHubClient,
  release: WritableRelease,
  asset: ReleaseAsset,
  name: string,
): Promise<ReleaseAsset> {
  for (let attempt = 1; ; attempt += 1) {
    const old = (await listAssets(github, release.id)).find((other) => other.name === name);
    if (old) await renameAsset(github, old.id, replacedAssetName(old));
    try {
      const renamed = await renameAsset(github, asset.id, name);
      if (!renamed) throw releaseGoneError();
      if (old) await deleteQuietly(runtime, github, old);
      return renamed;
    } catch (error) {
      const isTaken = githubResponseOf(error)?.status === 422;
      if (old && isTaken) await deleteAsset(github, old.id);
      else if (old) await renameAsset(github, old.id, name);
      if (!isTaken || attempt === 4 * maxAttempts) throw error;
      await runtime.sleep(200 + 1_000 * runtime.random());
    }
  }
}

// The new one is there, and a left-over harms nobody.
async function deleteQuietly({ log }: Runtime, github: GitHubClient, { id }: ReleaseAsset): Promise<void> {
  await deleteAsset(github, id).catch(() =>
    log.info("A file of ours is left at the release, under a name that begins with showreel-."),
  );
}
