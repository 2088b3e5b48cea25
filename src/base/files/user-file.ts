import {
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  lstatSync,
  openSync,
  realpathSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import { FileTypeError, requireRegular, safeOpenFlags } from "./regular-file.ts";
import { relativeInside } from "./relative-inside.ts";

/** A file that the user named. */
export interface UserFile {
  /** As typed: absolute, or relative to `cwd`. */
  readonly path: string;
  readonly cwd: string;
}

/**
 * Replaces the content of the file. Throws when it is not a regular file, or when a symbolic link in the
 * working directory leads outside of it: the working directory may be an untrusted checkout.
 */
export function writeUserFile(named: UserFile, content: string): void {
  const file = openUserFile(named);
  try {
    ftruncateSync(file);
    writeFileSync(file, content);
  } finally {
    closeSync(file);
  }
}

/**
 * Throws when `writeUserFile` could not write the file. Creates the file if it is missing, and does not
 * change an existing one.
 */
export function requireWritable(named: UserFile): void {
  closeSync(openUserFile(named));
}

/** Throws when a path that the runner provides is a pipe: writing to one may block forever. */
export function requireNoPipe(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFIFO()) requireRegular(path, stats);
}

function openUserFile({ path: typed, cwd }: UserFile): number {
  const path = resolve(cwd, typed);
  requireNoLinkOutside(path, cwd);
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats) requireRegular(path, stats);
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT | safeOpenFlags);
  try {
    requireRegular(path, fstatSync(file));
    return file;
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function requireNoLinkOutside(path: string, workingFolder: string): void {
  const folder = dirname(path);
  if (relativeInside(workingFolder, folder) === undefined) return;
  if (relativeInside(realpathSync(workingFolder), realpathSync(folder)) === undefined)
    throw new FileTypeError(path, "is behind a link that leads out of the working directory");
}
