import { randomUUID } from "node:crypto";
import { constants, type Stats } from "node:fs";
import { type FileHandle, lstat, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { systemCode } from "../errors.ts";

/** To open with: a link is not followed, and a pipe is not waited for. Windows knows neither flag, nor such pipes. */
export const safeOpenFlags = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Something else than a regular file lies at the path: a link, a folder, a pipe, a socket or a device. */
export class NotRegularError extends Error {
  override readonly name = "NotRegularError";
  readonly code = "ENOTREG";
  /** For people, after the path: `is a link, and no file`. */
  readonly problem: string;

  constructor(path: string, problem: string) {
    super(`${path} ${problem}`);
    this.problem = problem;
  }
}

/**
 * The bytes of a file, or undefined when nothing lies at the path. Fails when something else than a regular file lies
 * there, when it has more than `maxBytes`, and when the system does not let it be read. Never follows a link at the
 * path itself, and never waits.
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
 * Opens a file that is there; undefined when nothing lies at the path. Fails as `readRegularFile` does, and for writing
 * when the file has another name elsewhere.
 */
export async function openRegularFile(
  path: string,
  access: number = constants.O_RDONLY,
): Promise<FileHandle | undefined> {
  try {
    // Opening a device may already do something, so nothing else than a file is opened.
    requireRegular(path, await lstat(path));
    const file = await open(path, access | safeOpenFlags);
    try {
      const found = await file.stat();
      requireRegular(path, found);
      if (access !== constants.O_RDONLY && found.nlink !== 1)
        throw new NotRegularError(path, "has another name elsewhere");
      return file;
    } catch (error) {
      await file.close();
      throw error;
    }
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw systemCode(error) === "ELOOP" ? new NotRegularError(path, "is a link, and no file") : error;
  }
}

/** A new, empty file under the name, to be read and written: another process may still write to the old one. */
export async function openNewFile(path: string): Promise<FileHandle> {
  await rm(path, { force: true });
  return open(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL);
}

/**
 * Puts a file at the path, all of it or nothing, on the disk before it has its name: also after a power cut it is the old
 * or the new one. A link there is replaced, and what it leads to stays as it is. The folder must be there.
 */
export async function replaceFile(path: string, content: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await writeNewFile(aside, content);
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true }).catch(() => {});
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Makes the folder, unless it is there. Fails when something else, such as a link to a folder, has its name. */
export async function makeRealFolder(path: string): Promise<void> {
  if (!(await isRealFolder(path))) await mkdir(path, { recursive: true });
}

/** Whether the folder is there. Fails when something else, such as a link to a folder, has its name. */
export async function isRealFolder(path: string): Promise<boolean> {
  const found = await lstat(path).catch((error) => {
    if (systemCode(error) === "ENOENT") return undefined;
    throw error;
  });
  if (found && !found.isDirectory())
    throw new NotRegularError(path, `is ${fileTypeName(found)}, and no folder`);
  return found !== undefined;
}

/** Fails when something else than a regular file was found at the path. */
export function requireRegular(path: string, found: Stats): void {
  if (!found.isFile()) throw new NotRegularError(path, `is ${fileTypeName(found)}, and no file`);
}

function fileTypeName(found: Stats): string {
  if (found.isFile()) return "a file";
  if (found.isSymbolicLink()) return "a link";
  if (found.isDirectory()) return "a folder";
  if (found.isFIFO()) return "a pipe";
  return found.isSocket() ? "a socket" : "a device";
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

// Windows opens no folders, and some network disks sync none: then the name is on the disk when the system likes.
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, constants.O_RDONLY).catch(() => undefined);
  await folder?.sync().catch(() => {});
  await folder?.close();
}
