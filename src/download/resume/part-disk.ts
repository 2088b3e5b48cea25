import { createHash, type Hash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, lstat } from "node:fs/promises";
import { ShowreelError } from "../../base/errors.ts";
import { openRegularFile } from "../../base/files/regular-file.ts";
import { interruptedError } from "../../base/runtime.ts";
import type { PartNote } from "./part-note.ts";

/** An open `.part` file, with the size and the running SHA-256 of its bytes. */
export interface OpenPart {
  readonly file: FileHandle;
  readonly hash: Hash;
  readonly size: number;
}

/**
 * Opens the `.part` file of an earlier run and truncates it to the bytes that its note covers. Undefined when
 * these bytes do not match the note. If the file is complete, its last byte is dropped, so that at least one
 * request checks whether the host still has the same file. Fails with `interrupted` when the signal is
 * aborted.
 */
export async function openNotedPart(
  path: string,
  { resumeInfo, size, sha256 }: PartNote,
  signal: AbortSignal | undefined,
): Promise<OpenPart | undefined> {
  const file = await openRegularFile(path, constants.O_RDWR).catch(() => undefined);
  if (!file) return undefined;
  try {
    const resumeSize = size === resumeInfo.total ? Math.max(0, size - 1) : size;
    const { hash } = await hashFile(file, resumeSize, signal);
    const rest = await readUpTo(file, resumeSize, size - resumeSize);
    if (hash.copy().update(rest).digest("hex") === sha256) {
      await file.truncate(resumeSize);
      return { file, hash, size: resumeSize };
    }
  } catch (error) {
    await file.close();
    throw error;
  }
  await file.close();
  return undefined;
}

/** Writes all chunks at a position, repeating short writes. Returns the number of bytes written. */
export async function writeAll(
  file: FileHandle,
  chunks: readonly Buffer[],
  position: number,
): Promise<number> {
  const total = sumBytes(chunks);
  let written = (await file.writev(chunks, position)).bytesWritten;
  while (written < total) {
    const rest = Buffer.concat(chunks).subarray(written);
    written += (await file.write(rest, 0, rest.length, position + written)).bytesWritten;
  }
  return total;
}

/** Returns the length of all chunks together. */
export function sumBytes(chunks: readonly Buffer[]): number {
  return chunks.reduce((sum, { length }) => sum + length, 0);
}

/** Fails with `download_failed` when another process has replaced the file at the path. */
export async function requireSameFile(file: FileHandle, path: string): Promise<void> {
  const [opened, current] = await Promise.all([file.stat({ bigint: true }), lstat(path, { bigint: true })]);
  if (opened.ino === current.ino) return;
  throw new ShowreelError("download_failed", "Another run is writing to the same file.", {
    hint: "Set a different `output_path` for each run.",
  });
}

/** Hashes the first `maxBytes` bytes and counts them. Fails with `interrupted` on an aborted signal. */
export async function hashFile(
  file: FileHandle,
  maxBytes: number,
  signal: AbortSignal | undefined,
): Promise<{ hash: Hash; size: number }> {
  const hash = createHash("sha256");
  const block = Buffer.allocUnsafe(1024 ** 2);
  for (let size = 0; ; ) {
    if (signal?.aborted) throw interruptedError();
    const { bytesRead } = await file.read(block, 0, Math.min(block.length, maxBytes - size), size);
    if (bytesRead === 0) return { hash, size };
    hash.update(block.subarray(0, bytesRead));
    size += bytesRead;
  }
}

/** Reads `length` bytes at an offset; fewer at the end of the file. */
export async function readUpTo(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
  return buffer.subarray(0, bytesRead);
}
