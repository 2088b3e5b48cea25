import { createHash, type Hash } from "node:crypto";
import { type FileHandle, rename, rm } from "node:fs/promises";
import { openNewFile } from "../../base/files/regular-file.ts";
import { interruptedError } from "../../base/runtime.ts";
import { diskError } from "../disk-errors.ts";
import { hashFile, readUpTo, requireSameFile, resumeFile, writeAll } from "./part-disk.ts";
import { deleteNote, type PartOwner, type ResumeInfo, readNote, writeNote } from "./part-note.ts";

/** The bytes of a file that have come so far, on disk and hashed. Every method fails with `download_failed`. */
export interface PartFile {
  readonly size: number;
  /** What is known of the whole file of which these are the first bytes. */
  readonly resumeInfo: ResumeInfo;
  /** Appends; must be awaited before the next one. */
  append(...pieces: Buffer[]): Promise<void>;
  /** Throws the bytes away and begins anew. */
  restart(origin: ResumeInfo): Promise<void>;
  /** Nothing that comes can be joined to these bytes: the next answer replaces them. */
  invalidate(): void;
  /** Notes a length that was not known before. */
  setTotal(total: number): void;
  /** At most `length` bytes from `offset` on. */
  read(offset: number, length: number): Promise<Buffer>;
  /** Of the bytes so far, in lower-case hexadecimal. */
  sha256(): string;
  /** Gives the file its real name. */
  finalize(path: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens `path` to go on with what an earlier run of the same owner has left there, and noted byte for byte; otherwise
 * empty. An aborted `signal` ends what takes long.
 */
export async function openPart(path: string, owner: PartOwner, signal?: AbortSignal): Promise<PartFile> {
  try {
    const noted = await readNote(path, owner);
    const left = noted && (await resumeFile(path, noted, signal));
    const begun = { file: left?.file ?? (await openNewFile(path)), size: 0, hash: createHash("sha256") };
    return createPart(path, owner, left ?? begun, (left && noted?.resumeInfo) ?? {}, signal);
  } catch (cause) {
    throw diskError(cause);
  }
}

/** Removes a part and the note beside it, if they are there. */
export async function discardPart(path: string): Promise<void> {
  await rm(path, { force: true });
  await deleteNote(path);
}

// A run that is killed loses what came after its last note, and a note takes less time than a mebibyte.
const noteIntervalBytes = (size: number) => Math.min(16 * 1024 ** 2, Math.max(256 * 1024, size / 16));

function createPart(
  path: string,
  owner: PartOwner,
  begun: { file: FileHandle; hash: Hash; size: number },
  known: ResumeInfo,
  signal: AbortSignal | undefined,
): PartFile {
  let { file, hash, size } = begun;
  let origin = known;
  let notedSize = size;
  let isNoted = true;
  const sha256 = () => hash.copy().digest("hex");
  const note = async () => {
    await requireSameFile(file, path);
    await writeNote(path, owner, { resumeInfo: origin, size, sha256: sha256() });
    [notedSize, isNoted] = [size, true];
  };
  // A full disk has taken some of it.
  const recount = async (cause: unknown) => {
    ({ hash, size } = await hashFile(file, Number.POSITIVE_INFINITY, signal));
    throw cause;
  };
  return {
    get size() {
      return size;
    },
    get resumeInfo() {
      return origin;
    },
    append: withDiskErrors(async (...pieces: Buffer[]) => {
      isNoted = false;
      const written = writeAll(file, pieces, size);
      // While the disk works.
      for (const piece of pieces) hash.update(piece);
      size += await written.catch(recount);
      // Without a note the next run begins further back.
      if (size - notedSize >= noteIntervalBytes(size)) await note().catch(() => {});
    }),
    restart: withDiskErrors(async (fresh: ResumeInfo) => {
      await file.close();
      await deleteNote(path);
      file = await openNewFile(path);
      [hash, size, origin] = [createHash("sha256"), 0, fresh];
      // Now there is room for it.
      await note();
    }),
    invalidate() {
      [origin, isNoted] = [{}, false];
    },
    setTotal(total) {
      [origin, isNoted] = [{ ...origin, total }, false];
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
    async close() {
      if (!isNoted) await note().catch(() => {});
      await file.close();
    },
  };
}

function withDiskErrors<Arguments extends unknown[], Result>(work: (...given: Arguments) => Promise<Result>) {
  return async (...given: Arguments): Promise<Result> => {
    try {
      return await work(...given);
    } catch (cause) {
      throw diskError(cause);
    }
  };
}
