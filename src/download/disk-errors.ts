import { statfs } from "node:fs/promises";
import { ShowreelError, systemCode } from "../base/errors.ts";
import { formatBytes } from "../base/format-units.ts";

/** What a disk that does not take the file means. */
export function diskError(cause: unknown): ShowreelError {
  if (cause instanceof ShowreelError) return cause;
  const code = systemCode(cause) ?? "unknown reason";
  return new ShowreelError("download_failed", `The video cannot be written to disk (${code}).`, {
    hint: hintByCode[code] ?? "Check the folder of `output_path`.",
    cause,
  });
}

const diskFullHint = "Free some disk space, then run again; what has come so far is kept.";
const notWritableHint = "Give `output_path` a folder that this user may write to.";
const folderInTheWayHint =
  "A folder has the name of the video, or of its `.part`; remove it, or change `output_path`.";
const hintByCode: Readonly<Record<string, string>> = {
  ENOSPC: diskFullHint,
  EDQUOT: diskFullHint,
  EFBIG: "The disk's format takes no file of this size; give `output_path` a folder on another disk.",
  EACCES: notWritableHint,
  EPERM: notWritableHint,
  EROFS: "The disk is read-only; give `output_path` a folder on another one.",
  EISDIR: folderInTheWayHint,
  ERR_FS_EISDIR: folderInTheWayHint,
  ENOTEMPTY: folderInTheWayHint,
  ENOENT: "The folder of `output_path` was removed while the video was being made.",
};

/** Fails with `download_failed` when the folder's disk has no room for so many bytes more. */
export async function requireDiskSpace(folder: string, bytes: number): Promise<void> {
  // Some network disks do not say how much room they have, or say nothing but zeros.
  const disk = await statfs(folder).catch(() => undefined);
  if (!disk || disk.blocks === 0 || disk.bavail * disk.bsize >= bytes) return;
  const room = formatBytes(disk.bavail * disk.bsize);
  throw new ShowreelError(
    "download_failed",
    `The video does not fit on the disk: ${formatBytes(bytes)} are to come, ${room} are free.`,
    { hint: diskFullHint },
  );
}
