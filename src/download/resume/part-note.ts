import { constants } from "node:fs";
import { rm } from "node:fs/promises";
import { z } from "zod";
import { openNewFile, openRegularFile, readRegularFile } from "../../base/files/regular-file.ts";
import type { Seal } from "../../base/seal.ts";

/** What a later request needs to resume a download. */
export interface ResumeInfo {
  /** The value for `If-Range`, so that only the same file is resumed: a strong ETag or a date. */
  readonly validator?: string | undefined;
  /** The length of the whole file, in bytes. */
  readonly total?: number | undefined;
}

/** The content of the note beside a `.part` file. It covers the file's first bytes. */
export interface PartNote {
  readonly resumeInfo: ResumeInfo;
  /** How many bytes were downloaded when the note was written. */
  readonly size: number;
  /** The digest of these bytes, in lower-case hexadecimal. */
  readonly sha256: string;
}

/** The owner of a `.part` file. Only the same file, downloaded with the same key, is resumed. */
export interface PartOwner {
  readonly name: string;
  readonly seal: Seal;
}

// A shorter note overwrites a longer one completely.
const paddedNoteBytes = 2_048;
const maxNoteBytes = 10_000;

const noteSchema = z.object({
  name: z.string(),
  validator: z.string().max(1_000),
  total: z.int().nonnegative().optional(),
  size: z.int().nonnegative(),
  sha256: z.string(),
  seal: z.string(),
});

/**
 * Reads the note that an earlier run wrote beside a `.part` file. Undefined when it belongs to another file
 * or is not sealed with the owner's key: a checkout may contain a planted `.part` file with a note.
 */
export async function readNote(partPath: string, { name, seal }: PartOwner): Promise<PartNote | undefined> {
  try {
    const bytes = await readRegularFile(notePath(partPath), maxNoteBytes);
    const stored = noteSchema.parse(JSON.parse(String(bytes)));
    if (stored.name !== name) return undefined;
    const { validator, total, size, sha256 } = stored;
    const note = { resumeInfo: { validator, ...(total !== undefined && { total }) }, size, sha256 };
    return seal.verify(stored.seal, ...sealedFields(name, note)) ? note : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes the note for a later run. It overwrites an earlier note in place, which works on a full disk too.
 * Without a validator or a key it deletes the note instead, because a later run could not trust it.
 */
export async function writeNote(partPath: string, { name, seal }: PartOwner, note: PartNote): Promise<void> {
  const signature = seal.sign(...sealedFields(name, note));
  if (signature === undefined || note.resumeInfo.validator === undefined) return deleteNote(partPath);
  const { resumeInfo, size, sha256 } = note;
  const text = JSON.stringify({ name, ...resumeInfo, size, sha256, seal: signature });
  const path = notePath(partPath);
  const file =
    (await openRegularFile(path, constants.O_WRONLY).catch(() => undefined)) ?? (await openNewFile(path));
  try {
    await file.write(text.padEnd(paddedNoteBytes), 0);
  } finally {
    await file.close();
  }
}

export async function deleteNote(partPath: string): Promise<void> {
  await rm(notePath(partPath), { force: true });
}

function notePath(partPath: string): string {
  return `${partPath}.json`;
}

function sealedFields(name: string, { resumeInfo, size, sha256 }: PartNote) {
  return ["part", name, resumeInfo.validator, resumeInfo.total, size, sha256] as const;
}
