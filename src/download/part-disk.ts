import { createHash, type Hash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, lstat, open, rm } from "node:fs/promises";
import { ShowreelError } from "../base/errors.ts";
import { interrupted } from "../base/runtime.ts";

/**
 * The file there, to go on with; a new one where there is none, or something else: a link may lead elsewhere, laid by
 * whoever wrote the checkout.
 */
export async function openRegular(path: string): Promise<FileHandle> {
  const found = await lstat(path).catch(() => undefined);
  if (!found?.isFile() || found.nlink !== 1) return openFresh(path);
  return open(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
}

/** A new file under the name: another run may still be writing to the old one. */
export async function openFresh(path: string): Promise<FileHandle> {
  await rm(path, { force: true });
  return open(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL);
}

/** Writes pieces one behind the other; a disk may take less than it is given. Returns how many bytes they have. */
export async function writeAll(
  file: FileHandle,
  pieces: readonly Buffer[],
  position: number,
): Promise<number> {
  const total = pieces.reduce((sum, { length }) => sum + length, 0);
  let done = (await file.writev(pieces, position)).bytesWritten;
  while (done < total) {
    const rest = Buffer.concat(pieces).subarray(done);
    done += (await file.write(rest, 0, rest.length, position + done)).bytesWritten;
  }
  return total;
}

/** Fails with `download_failed` when the name stands for another file by now. */
export async function requireOwn(file: FileHandle, path: string): Promise<void> {
  const [mine, there] = await Promise.all([file.stat({ bigint: true }), lstat(path, { bigint: true })]);
  if (mine.ino === there.ino) return;
  throw new ShowreelError("download_failed", "Another run writes to the same place.", {
    hint: "Give each run an `output_path` of its own.",
  });
}

/** Hash and size of what is there; an aborted signal ends it. */
export async function hashFile(
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

/** At most so many bytes from a place; fewer at the end. */
export async function readUpTo(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
  return buffer.subarray(0, bytesRead);
}
