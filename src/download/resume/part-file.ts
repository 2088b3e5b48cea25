import { createHash } from "node:crypto";
import { rename, rm } from "node:fs/promises";
import { openNewFile } from "../../base/files/regular-file.ts";
import { interruptedError } from "../../base/runtime.ts";
import { diskError } from "../disk-errors.ts";
import { hashFile, type OpenPart, openNotedPart, readUpTo, requireSameFile, writeAll } from "./part-disk.ts";
import { deleteNote, type PartOwner, type ResumeInfo, readNote, writeNote } from "./part-note.ts";

/** A partial download on disk, hashed as it grows. Every method fails with `download_failed`. */
export interface PartFile {
  /** How many bytes were downloaded. */
  readonly size: number;
  readonly resumeInfo: ResumeInfo;
  /** Appends chunks. Await it before the next call. */
  append(...chunks: Buffer[]): Promise<void>;
  /** Discards the bytes and starts again at 0. */
  restart(resumeInfo: ResumeInfo): Promise<void>;
  /**
   * Forgets the validator, so that the bytes can't be resumed: they stay on disk until the next response
   * replaces them.
   */
  invalidate(): void;
  /** Sets the length of the whole file once a response states it. */
  setTotal(total: number): void;
  /** Reads `length` bytes at an offset; fewer at the end. */
  read(offset: number, length: number): Promise<Buffer>;
  /** The digest of all bytes, in lower-case hexadecimal. */
  sha256(): string;
  /** Renames the complete file to its final path. */
  finalize(path: string): Promise<void>;
  /** Deletes the file and its note, unless another process has replaced the file. */
  discard(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the `.part` file at a path. Keeps the bytes that an earlier run of the same owner left, if they match
 * their note; otherwise starts empty. Fails with `interrupted` on an aborted signal.
 */
export async function openPart(path: string, owner: PartOwner, signal?: AbortSignal): Promise<PartFile> {
  try {
    const note = await readNote(path, owner);
    const resumed = note && (await openNotedPart(path, note, signal));
    if (resumed) return createPart(path, owner, { ...resumed, resumeInfo: note.resumeInfo, signal });
    const empty = { file: await openNewFile(path), size: 0, hash: createHash("sha256") };
    return createPart(path, owner, { ...empty, resumeInfo: {}, signal });
  } catch (cause) {
    throw diskError(cause);
  }
}

/** Deletes a `.part` file and its note, if they exist. */
export async function discardPart(path: string): Promise<void> {
  await rm(path, { force: true });
  await deleteNote(path);
}

// A killed run loses what it downloaded after the last note. Writing a note takes less time than writing a
// mebibyte.
const noteIntervalBytes = (size: number) => Math.min(16 * 1024 ** 2, Math.max(256 * 1024, size / 16));

interface PartState extends OpenPart {
  readonly resumeInfo: ResumeInfo;
  readonly signal: AbortSignal | undefined;
}

function createPart(path: string, owner: PartOwner, { signal, ...state }: PartState): PartFile {
  let { file, hash, size, resumeInfo } = state;
  let notedSize = size;
  let isNoted = true;
  const sha256 = () => hash.copy().digest("hex");
  const saveNote = async () => {
    await requireSameFile(file, path);
    await writeNote(path, owner, { resumeInfo, size, sha256: sha256() });
    [notedSize, isNoted] = [size, true];
  };
  // A failed write may have stored some of its bytes, such as on a full disk.
  const rehashAndThrow = async (cause: unknown) => {
    ({ hash, size } = await hashFile(file, Number.POSITIVE_INFINITY, signal));
    throw cause;
  };
  return {
    get size() {
      return size;
    },
    get resumeInfo() {
      return resumeInfo;
    },
    append: withDiskErrors(async (...chunks: Buffer[]) => {
      isNoted = false;
      const written = writeAll(file, chunks, size);
      // Hashing overlaps with the write.
      for (const chunk of chunks) hash.update(chunk);
      size += await written.catch(rehashAndThrow);
      // If the note fails, the next run resumes from an earlier one.
      if (size - notedSize >= noteIntervalBytes(size)) await saveNote().catch(() => {});
    }),
    restart: withDiskErrors(async (newResumeInfo: ResumeInfo) => {
      await file.close();
      await deleteNote(path);
      file = await openNewFile(path);
      [hash, size, resumeInfo] = [createHash("sha256"), 0, newResumeInfo];
      // Reserves the note's space while the disk still has room.
      await saveNote();
    }),
    invalidate() {
      [resumeInfo, isNoted] = [{}, false];
    },
    setTotal(total) {
      [resumeInfo, isNoted] = [{ ...resumeInfo, total }, false];
    },
    read: withDiskErrors((offset: number, length: number) => {
      if (signal?.aborted) throw interruptedError();
      return readUpTo(file, offset, length);
    }),
    sha256,
    finalize: withDiskErrors(async (target: string) => {
      await requireSameFile(file, path);
      await rename(path, target);
      await deleteNote(path);
      isNoted = true;
    }),
    discard: withDiskErrors(async () => {
      await requireSameFile(file, path);
      await discardPart(path);
      isNoted = true;
    }),
    async close() {
      if (!isNoted) await saveNote().catch(() => {});
      await file.close();
    },
  };
}

function withDiskErrors<Arguments extends unknown[], Result>(
  work: (...args: Arguments) => Promise<Result>,
): (...args: Arguments) => Promise<Result> {
  return async (...args) => {
    try {
      return await work(...args);
    } catch (cause) {
      throw diskError(cause);
    }
  };
}
