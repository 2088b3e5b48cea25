import { createHash } from "node:crypto";
import { type FileHandle, rename, rm } from "node:fs/promises";
import { interrupted } from "../base/runtime.ts";
import { diskError } from "./disk.ts";
import { hashFile, openFresh, openRegular, readUpTo, requireOwn, writeAll } from "./part-disk.ts";
import { forgetOrigin, type Origin, readOrigin, writeOrigin } from "./part-origin.ts";

/** The bytes of a file that have come so far, on disk and hashed. Every method fails with `download_failed`. */
export interface PartFile {
  readonly size: number;
  /** What is known of the whole file of which these are the first bytes. */
  readonly origin: Origin;
  /** Appends; must be awaited before the next one. */
  append(...pieces: Buffer[]): Promise<void>;
  /** Throws the bytes away and begins anew. */
  restart(origin: Origin): Promise<void>;
  /** Nothing that comes can be joined to these bytes: the next answer replaces them. */
  distrust(): void;
  /** Notes a length that was not known before. */
  learnTotal(total: number): void;
  /** At most `length` bytes from `offset` on. */
  read(offset: number, length: number): Promise<Buffer>;
  /** Of the bytes so far, in lower-case hexadecimal. */
  sha256(): string;
  /** Gives the file its real name. */
  keepAs(path: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens `path` to go on with what an earlier run has left there, if it is the beginning of the same `name`d file;
 * otherwise empty. An aborted `signal` ends what takes long.
 */
export async function openPart(path: string, name: string, signal?: AbortSignal): Promise<PartFile> {
  try {
    const origin = await readOrigin(path, name);
    const file = origin ? await openRegular(path) : await openFresh(path);
    return await createPart(file, path, name, origin ?? {}, signal);
  } catch (cause) {
    throw diskError(cause);
  }
}

/** Removes a part and the note beside it, if they are there. */
export async function discardPart(path: string): Promise<void> {
  await rm(path, { force: true });
  await forgetOrigin(path);
}

async function createPart(
  opened: FileHandle,
  path: string,
  name: string,
  known: Origin,
  signal: AbortSignal | undefined,
): Promise<PartFile> {
  let file = opened;
  let { hash, size } = await hashFile(file, signal);
  let origin = known;
  return {
    get size() {
      return size;
    },
    get origin() {
      return origin;
    },
    append: guarded(async (...pieces: Buffer[]) => {
      const written = writeAll(file, pieces, size);
      // While the disk works.
      for (const piece of pieces) hash.update(piece);
      size += await written;
    }),
    restart: guarded(async (fresh: Origin) => {
      await file.close();
      file = await openFresh(path);
      [hash, size, origin] = [createHash("sha256"), 0, fresh];
      await writeOrigin(path, name, fresh);
    }),
    distrust() {
      origin = {};
    },
    learnTotal(total) {
      origin = { ...origin, total };
    },
    read: guarded((offset: number, length: number) => {
      if (signal?.aborted) throw interrupted();
      return readUpTo(file, offset, length);
    }),
    sha256: () => hash.copy().digest("hex"),
    keepAs: guarded(async (target: string) => {
      await requireOwn(file, path);
      await rename(path, target);
      await forgetOrigin(path);
    }),
    close: () => file.close(),
  };
}

function guarded<Arguments extends unknown[], Result>(work: (...given: Arguments) => Promise<Result>) {
  return async (...given: Arguments): Promise<Result> => {
    try {
      return await work(...given);
    } catch (cause) {
      throw diskError(cause);
    }
  };
}
