import type { Runtime } from "../../base/runtime.ts";
import type { ReleaseAsset } from "./releases.ts";

/** The workflow run and attempt that attach a file. */
export interface AttachingRun {
  readonly run: number;
  readonly attempt: number;
}

/** Returns a unique name for an asset while it is uploaded. Its prefix shows users where it comes from. */
export function temporaryAssetName(
  { random }: Runtime,
  { run, attempt }: AttachingRun,
  name: string,
): string {
  return `showreel-r${run}.${attempt}.${Math.floor(random() * 1e9).toString(36)}-${name}`;
}

/** Returns the name that an asset gets while it is replaced. */
export function replacedAssetName({ id, name }: ReleaseAsset): string {
  return `showreel-${id}-${name}`;
}

// Longer than any upload takes.
const maxUploadMs = 24 * 3_600_000;

/**
 * Returns the leftover assets of killed runs for a file with this name: replaced assets, and temporary
 * uploads from an earlier attempt of this run or more than a day old. Delete them only when an asset with the
 * final name exists.
 */
export function findLeftovers(
  assets: readonly ReleaseAsset[],
  name: string,
  attachedBy: AttachingRun,
  now: number,
): ReleaseAsset[] {
  return assets.filter((asset) => {
    if (asset.name === replacedAssetName({ ...asset, name })) return true;
    const [, run, attempt, finalName] = /^showreel-r(\d+)\.(\d+)\.[a-z\d]+-(.*)$/.exec(asset.name) ?? [];
    if (finalName !== name) return false;
    const isEarlierAttempt = Number(run) === attachedBy.run && Number(attempt) < attachedBy.attempt;
    return isEarlierAttempt || now - Date.parse(asset.created_at ?? "") > maxUploadMs;
  });
}
