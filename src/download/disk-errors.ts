import { statfs } from "node:fs/promises";
import { ShowreelError, systemCode } from "../base/errors.ts";
import { formatBytes } from "../base/text/format-units.ts";

const diskFullHint = "Free some disk space and run again; the partial download is kept.";
const notWritableHint = "Set `output_path` to a folder that this user can write to.";
const folderExistsHint =
  "A folder has the name of the video or of its `.part` file; remove it, or change `output_path`.";
const hintByCode: Readonly<Record<string, string>> = {
  ENOSPC: diskFullHint,
  EDQUOT: diskFullHint,
  EFBIG:
    "The file system does not support files of this size; set `output_path` to a folder on another disk.",
  EACCES: notWritableHint,
  EPERM: notWritableHint,
  EROFS: "The file system is read-only; set `output_path` to a folder on another disk.",
  EISDIR: folderExistsHint,
  ERR_FS_EISDIR: folderExistsHint,
  ENOTEMPTY: folderExistsHint,
  ENOENT: "The folder of `output_path` was removed during the run.",
};

/**
 * Converts a file system error to `download_failed` with a hint for its code. A ShowreelError is returned as
 * it is.
 */
export function diskError(cause: unknown): ShowreelError {
  if (cause instanceof ShowreelError) return cause;
  const code = systemCode(cause) ?? "unknown reason";
  return new ShowreelError("download_failed", `The video cannot be written to disk (${code}).`, {
    hint: hintByCode[code] ?? "Check the folder of `output_path`.",
    cause,
  });
}

/** Fails with `download_failed` when the disk of a folder has less free space than `bytes`. */
export async function requireDiskSpace(folder: string, bytes: number): Promise<void> {
  // Some network file systems report no free space, or zeros only.
  const disk = await statfs(folder).catch(() => undefined);
  if (!disk || disk.blocks === 0 || disk.bavail * disk.bsize >= bytes) return;
  const free = formatBytes(disk.bavail * disk.bsize);
  throw new ShowreelError(
    "download_failed",
    `The video does not fit on the disk: it needs ${formatBytes(bytes)}, and ${free} are free.`,
    { hint: diskFullHint },
  );
}
