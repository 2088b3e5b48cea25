import { randomUUID } from "node:crypto";
import { constants, type Stats } from "node:fs";
import { type FileHandle, lstat, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { systemCode } from "../errors.ts";

/**
 * Flags that keep `open` from following a symbolic link and from blocking on a pipe. Windows has neither
 * these flags nor such pipes.
 */
export const safeOpenFlags = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * The error for a path that is not the expected type of file, but a link, a folder, a pipe, a socket or a
 * device.
 */
export class FileTypeError extends Error {
  override readonly name = "FileTypeError";
  readonly code = "ENOTREG";
  /** What is wrong with the path; it follows the path in a message: `is a link, not a file`. */
  readonly problem: string;

  constructor(path: string, problem: string) {
    super(`${path} ${problem}`);
    this.problem = problem;
  }
}

/**
 * Reads a file; returns undefined when the path does not exist. Rejects when it is not a regular file, has
 * more than `maxBytes`, or cannot be read. Never follows a link at the path itself, and never blocks on a
 * pipe.
 */
export async function readRegularFile(path: string, maxBytes = 10_000_000): Promise<Buffer | undefined> {
  const file = await openRegularFile(path);
  if (!file) return undefined;
  try {
    const { size } = await file.stat();
    if (size > maxBytes) throw new Error(`${path} has more than ${maxBytes} bytes`);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/**
 * Opens an existing file; returns undefined when the path does not exist. Rejects when it is not a regular
 * file. For writing, also rejects a file with other hard links: writing would change them too.
 */
export async function openRegularFile(
  path: string,
  access: number = constants.O_RDONLY,
): Promise<FileHandle | undefined> {
  try {
    // Checked before opening, because opening a device may have effects.
    requireRegular(path, await lstat(path));
    const file = await open(path, access | safeOpenFlags);
    try {
      const stats = await file.stat();
      requireRegular(path, stats);
      if (access !== constants.O_RDONLY && stats.nlink !== 1)
        throw new FileTypeError(path, "has other hard links");
      return file;
    } catch (error) {
      await file.close();
      throw error;
    }
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw systemCode(error) === "ELOOP" ? new FileTypeError(path, "is a link, not a file") : error;
  }
}

/**
 * Creates an empty file for reading and writing. An existing one is unlinked, not truncated: another process
 * may still be writing to it.
 */
export async function openNewFile(path: string): Promise<FileHandle> {
  await rm(path, { force: true });
  return open(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL);
}

/**
 * Replaces a file atomically and durably: even after a power cut, it has either the old or the new content. A
 * link at the path is replaced, not its target. The folder must exist.
 */
export async function replaceFile(path: string, content: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}`;
  try {
    await writeNewFile(temporary, content);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
  await syncFolder(dirname(path));
}

/**
 * Creates a folder and its parent folders, unless it exists. Rejects when the path is a file or a link to a
 * folder.
 */
export async function makeRealFolder(path: string): Promise<void> {
  if (!(await realFolderExists(path))) await mkdir(path, { recursive: true });
}

/** Returns whether a folder exists. Rejects when the path is something else, such as a link to a folder. */
export async function realFolderExists(path: string): Promise<boolean> {
  const stats = await lstat(path).catch((error) => {
    if (systemCode(error) === "ENOENT") return undefined;
    throw error;
  });
  if (stats && !stats.isDirectory()) throw new FileTypeError(path, `is ${fileTypeName(stats)}, not a folder`);
  return stats !== undefined;
}

/** Throws unless the `stats` of a path are those of a regular file. */
export function requireRegular(path: string, stats: Stats): void {
  if (!stats.isFile()) throw new FileTypeError(path, `is ${fileTypeName(stats)}, not a file`);
}

function fileTypeName(stats: Stats): string {
  if (stats.isFile()) return "a file";
  if (stats.isSymbolicLink()) return "a link";
  if (stats.isDirectory()) return "a folder";
  if (stats.isFIFO()) return "a pipe";
  return stats.isSocket() ? "a socket" : "a device";
}

async function writeNewFile(path: string, content: string): Promise<void> {
  const file = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o666);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

// Makes the rename durable. Windows cannot open folders, and some network disks cannot sync them.
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, constants.O_RDONLY).catch(() => undefined);
  await folder?.sync().catch(() => {});
  await folder?.close();
}
