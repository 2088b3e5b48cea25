import type { Runtime } from "../../base/runtime.ts";
import type { ReleaseAsset } from "./releases.ts";

/** The run that attaches a file. */
export interface AttachingRun {
  readonly run: number;
  readonly attempt: number;
}

/** A name for a file on its way to its own. Nobody else has it, and people who come upon it know whose it is. */
export function temporaryAssetName(
  { random }: Runtime,
  { run, attempt }: AttachingRun,
  name: string,
): string {
  return `showreel-r${run}.${attempt}.${Math.floor(random() * 1e9).toString(36)}-${name}`;
}

/** A name for the file that has to make room. */
export function replacedAssetName({ id, name }: ReleaseAsset): string {
  return `showreel-${id}-${name}`;
}

// No upload lasts as long.
const maxUploadMs = 24 * 3_600_000;

/**
 * What runs that were killed have left of a file of this name: what had made room, and what was on its way in an earlier attempt
 * of this run, or for more than a day. May go once another file has the name.
 */
export function findLeftovers(
  assets: readonly ReleaseAsset[],
  name: string,
  by: AttachingRun,
  now: number,
): ReleaseAsset[] {
  return assets.filter((asset) => {
    if (asset.name === replacedAssetName({ ...asset, name })) return true;
    const [, run, attempt, meant] = /^showreel-r(\d+)\.(\d+)\.[a-z\d]+-(.*)$/.exec(asset.name) ?? [];
    if (meant !== name) return false;
    const isEarlier = Number(run) === by.run && Number(attempt) < by.attempt;
    return isEarlier || now - Date.parse(asset.created_at ?? "") > maxUploadMs;
  });
}
