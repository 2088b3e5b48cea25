import { createHash, type Hash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, lstat, open, rename, rm } from "node:fs/promises";
import { ShowreelError } from "../base/errors.ts";
import { interrupted } from "../base/runtime.ts";
import { diskError } from "./disk.ts";
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

// What lies there may be a link to somewhere else, laid by whoever wrote the checkout.
async function openRegular(path: string): Promise<FileHandle> {
  const found = await lstat(path).catch(() => undefined);
  if (!found?.isFile() || found.nlink !== 1) return openFresh(path);
  return open(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
}

// A new file under the name: another run may still be writing to the old one.
async function openFresh(path: string): Promise<FileHandle> {
  await rm(path, { force: true });
  return open(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL);
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

// A disk may take less than it is given.
async function writeAll(file: FileHandle, pieces: readonly Buffer[], position: number): Promise<number> {
  const total = pieces.reduce((sum, { length }) => sum + length, 0);
  let done = (await file.writev(pieces, position)).bytesWritten;
  while (done < total) {
    const rest = Buffer.concat(pieces).subarray(done);
    done += (await file.write(rest, 0, rest.length, position + done)).bytesWritten;
  }
  return total;
}

async function requireOwn(file: FileHandle, path: string): Promise<void> {
  const [mine, there] = await Promise.all([file.stat({ bigint: true }), lstat(path, { bigint: true })]);
  if (mine.ino === there.ino) return;
  throw new ShowreelError("download_failed", "Another run writes to the same place.", {
    hint: "Give each run an `output_path` of its own.",
  });
}

async function hashFile(
  file: FileHandle,
  signal: AbortSignal | undefined,
): Promise<{ hash: Hash; size: number }> {
  const hash = createHash("sha256");
  const block = Buffer.allocUnsafe(1024 ** 2);
  for (let size = 0; ; ) {
    if (signal?.aborted) throw interrupted();
    const { bytesRead } = await file.read(block, 0, block.length, size);
    if (bytesRead === 0) return { hash, size };
    hash.update(block.subarray(0, bytesRead));
    size += bytesRead;
  }
}

async function readUpTo(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
  return buffer.subarray(0, bytesRead);
}
