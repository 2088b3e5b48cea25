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
import { NotRegularError, requireRegular, safeOpenFlags } from "./regular-file.ts";
import { relativeInside } from "./relative-inside.ts";

/** Fails when the file that a user has named cannot be written to; it is made when it is not there, and stays as it is. */
export function requireWritable(path: string): void {
  closeSync(openUserFile(path));
}

/**
 * Writes a file that a user has named, in the place of what was in it. Fails when it is no regular file, and when a link in
 * the working folder leads to it elsewhere: the folder may be a checkout.
 */
export function writeUserFile(path: string, content: string): void {
  const file = openUserFile(path);
  try {
    ftruncateSync(file);
    writeFileSync(file, content);
  } finally {
    closeSync(file);
  }
}

/** Fails when a file that the machine has named is a pipe, which may never take what is written. */
export function requireNoPipe(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFIFO()) requireRegular(path, found);
}

function openUserFile(path: string): number {
  requireNoLinkOutside(path);
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found) requireRegular(path, found);
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT | safeOpenFlags);
  try {
    requireRegular(path, fstatSync(file));
    return file;
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function requireNoLinkOutside(path: string): void {
  const [here, folder] = [resolve(), dirname(resolve(path))];
  if (relativeInside(here, folder) === undefined) return;
  if (relativeInside(realpathSync(here), realpathSync(folder)) === undefined)
    throw new NotRegularError(path, "lies behind a link that leads elsewhere");
}
