import { constants } from "node:fs";
import { rm } from "node:fs/promises";
import { z } from "zod";
import { openNewFile, openRegularFile, readRegularFile } from "../../base/files/regular-file.ts";
import type { Seal } from "../../base/seal.ts";

/** What is known of the whole file that a `.part` is the beginning of. */
export interface ResumeInfo {
  /** What `If-Range` sends, so that only the same file is continued: a strong ETag or a date. */
  readonly validator?: string | undefined;
  /** Length of the whole, in bytes. */
  readonly total?: number | undefined;
}

/** The first bytes of a part, as the run that fetched them has seen them. */
export interface PartNote {
  readonly resumeInfo: ResumeInfo;
  readonly size: number;
  /** Of so many bytes, in lower-case hexadecimal. */
  readonly sha256: string;
}

/** Whose part it is: of the file with this name, and of runs with this seal. */
export interface PartOwner {
  readonly name: string;
  readonly seal: Seal;
}

const noteSchema = z.object({
  name: z.string(),
  validator: z.string().max(1_000),
  total: z.int().nonnegative().optional(),
  size: z.int().nonnegative(),
  sha256: z.string(),
  seal: z.string(),
});

const notePath = (part: string) => `${part}.json`;
/**
 * What an earlier run noted beside a `.part`; undefined when it is of no use, because it is another file's, or because
 * somebody else has written it: a checkout may hold a part with its note.
 */
export async function readNote(part: string, { name, seal }: PartOwner): Promise<PartNote | undefined> {
  try {
    const bytes = await readRegularFile(notePath(part), maxNoteBytes);
    const { seal: mark, size, sha256, ...origin } = noteSchema.parse(JSON.parse(String(bytes)));
    if (origin.name !== name) return undefined;
    const { validator, total } = origin;
    const noted = { resumeInfo: { validator, ...(total !== undefined && { total }) }, size, sha256 };
    return seal.verify(mark, ...sealedFields(name, noted)) ? noted : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Notes it for a later run, in the place of an earlier note, which also a full disk has room for. What could not be told
 * from another file later is not noted.
 */
export async function writeNote(part: string, { name, seal }: PartOwner, noted: PartNote): Promise<void> {
  const mark = seal.sign(...sealedFields(name, noted));
  if (mark === undefined || noted.resumeInfo.validator === undefined) return deleteNote(part);
  const { resumeInfo, size, sha256 } = noted;
  const text = JSON.stringify({ name, ...resumeInfo, size, sha256, seal: mark });
  const path = notePath(part);
  const file =
    (await openRegularFile(path, constants.O_WRONLY).catch(() => undefined)) ?? (await openNewFile(path));
  try {
    await file.write(text.padEnd(paddedNoteBytes), 0);
  } finally {
    await file.close();
  }
}

export async function deleteNote(part: string): Promise<void> {
  await rm(notePath(part), { force: true });
}

const sealedFields = (name: string, { resumeInfo, size, sha256 }: PartNote) =>
  ["part", name, resumeInfo.validator, resumeInfo.total, size, sha256] as const;

// So that a later note covers an earlier one.
const paddedNoteBytes = 2_048;
const maxNoteBytes = 10_000;
