import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { openPart } from "../../../src/download/resume/part-file.ts";
import {
  emptyPartState,
  newPartPath,
  owner,
  readPartState,
  sha256,
  withPart,
  writeInterruptedPart,
} from "../../support/files/part-file.ts";
import { replaceWrites } from "../../support/files/slow-disk.ts";
import { randomBytes } from "../../support/network/faulty-host.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

test("is empty at first", async () => {
  expect(await withPart(newPartPath(), readPartState)).toEqual(emptyPartState);
});

test("appends, hashes and reads bytes", async () => {
  const path = newPartPath();
  await withPart(path, async (part) => {
    await part.append(Buffer.from("one "));
    await part.append(Buffer.from("two "), Buffer.from("three"));
    expect(await readPartState(part)).toEqual({ size: 13, resumeInfo: {}, sha256: sha256("one two three") });
    expect(`${await part.read(4, 3)}`).toBe("two");
    expect(`${await part.read(8, 100)}`).toBe("three");
  });
  expect(readFileSync(path, "utf8")).toBe("one two three");
});

test("continues with the bytes of an earlier run, and their hash", async () => {
  const path = newPartPath();
  const bytes = randomBytes(2_500_000);
  await withPart(path, async (part) => {
    await part.restart({ validator: '"v1"' });
    await part.append(bytes.subarray(0, 2_000_000));
  });
  await withPart(path, async (part) => {
    expect(part.size).toBe(2_000_000);
    expect(part.resumeInfo).toEqual({ validator: '"v1"' });
    await part.append(bytes.subarray(2_000_000));
    expect(part.sha256()).toBe(sha256(bytes));
  });
});

test("restarts without the bytes and their resume info", async () => {
  const path = newPartPath();
  await writeInterruptedPart(path);
  await withPart(path, async (part) => {
    await part.restart({ validator: '"v2"' });
    await part.append(Buffer.from("new"));
    expect(await readPartState(part)).toEqual({
      size: 3,
      resumeInfo: { validator: '"v2"' },
      sha256: sha256("new"),
    });
  });
  expect(readFileSync(path, "utf8")).toBe("new");
  expect(await withPart(path, readPartState)).toMatchObject({ size: 3, resumeInfo: { validator: '"v2"' } });
});

test("finalizes a file and leaves nothing else", async () => {
  const path = newPartPath();
  await writeInterruptedPart(path, "all of it.");
  await withPart(path, (part) => part.finalize(join(dirname(path), "a.mp4")));
  expect(readdirSync(dirname(path))).toEqual(["a.mp4"]);
  expect(readFileSync(join(dirname(path), "a.mp4"), "utf8")).toBe("all of it.");
});

test("repeats short writes", async () => {
  const bytes = randomBytes(1_000);
  const path = newPartPath();
  const restore = await replaceWrites(({ write, writev }) => {
    const writeFew = async function (
      this: FileHandle,
      chunk: Buffer,
      offset: number,
      most: number,
      position: number,
    ) {
      return write.apply(this, [
        chunk.subarray(offset, offset + Math.min(most, 7)),
        0,
        null,
        position,
      ] as never);
    };
    const writevFew = async function (this: FileHandle, chunks: readonly Buffer[], position?: number) {
      return writev.call(this, [chunks[0]?.subarray(0, 5) ?? Buffer.alloc(0)], position);
    };
    return { write: writeFew, writev: writevFew } as never;
  });
  try {
    await withPart(path, async (part) => {
      await part.append(bytes.subarray(0, 300), bytes.subarray(300, 301), bytes.subarray(301, 900));
      await part.append(bytes.subarray(900));
      expect(await readPartState(part)).toEqual({ size: 1_000, resumeInfo: {}, sha256: sha256(bytes) });
    });
  } finally {
    restore();
  }
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

test("fails when a folder has the name of the part, and keeps the folder", async () => {
  const path = newPartPath();
  mkdirSync(path);
  const failure = await failureOf(() => openPart(path, owner));
  expect(failure).toMatchObject({ code: "download_failed", retryable: false });
  expect(failure.hint).toContain("A folder has the name of the video");
  expect(existsSync(path)).toBe(true);
});
