import { createHash, type Hash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, lstat } from "node:fs/promises";
import { ShowreelError } from "../../base/errors.ts";
import { openRegularFile } from "../../base/files/regular-file.ts";
import { interruptedError } from "../../base/runtime.ts";
import type { PartNote } from "./part-note.ts";

/**
 * What an earlier run has left, to go on with, when it begins with the bytes that were noted; undefined otherwise. What came
 * after them is cut off, and the last byte of a whole file too: the host is asked for it, and so says once whether it is
 * still the same file. An aborted signal ends it.
 */
export async function resumeFile(
  path: string,
  { resumeInfo, size, sha256 }: PartNote,
  signal: AbortSignal | undefined,
): Promise<{ file: FileHandle; hash: Hash; size: number } | undefined> {
  const file = await openRegularFile(path, constants.O_RDWR).catch(() => undefined);
  if (!file) return undefined;
  try {
    const kept = size === resumeInfo.total ? Math.max(0, size - 1) : size;
    const { hash } = await hashFile(file, kept, signal);
    const rest = await readUpTo(file, kept, size - kept);
    if (hash.copy().update(rest).digest("hex") === sha256) {
      await file.truncate(kept);
      return { file, hash, size: kept };
    }
  } catch (error) {
    await file.close();
    throw error;
  }
  await file.close();
  return undefined;
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
export async function requireSameFile(file: FileHandle, path: string): Promise<void> {
  const [mine, there] = await Promise.all([file.stat({ bigint: true }), lstat(path, { bigint: true })]);
  if (mine.ino === there.ino) return;
  throw new ShowreelError("download_failed", "Another run writes to the same place.", {
    hint: "Give each run an `output_path` of its own.",
  });
}

/** The hash of the first `most` bytes, and how many there are; an aborted signal ends it. */
export async function hashFile(
  file: FileHandle,
  most: number,
  signal: AbortSignal | undefined,
): Promise<{ hash: Hash; size: number }> {
  const hash = createHash("sha256");
  const block = Buffer.allocUnsafe(1024 ** 2);
  for (let size = 0; ; ) {
    if (signal?.aborted) throw interruptedError();
    const { bytesRead } = await file.read(block, 0, Math.min(block.length, most - size), size);
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
