import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { openPart } from "../../../src/download/resume/part-file.ts";
import { failureOf } from "../../support/failure-of.ts";
import { randomBytes } from "../../support/faulty-host.ts";
import { empty, freshPath, leave, look, owner, sha256, withPart } from "../../support/part.ts";
import { aroundWrites } from "../../support/slow-disk.ts";

test("a part is empty at first", async () => {
  expect(await withPart(freshPath(), look)).toEqual(empty);
});

test("bytes are appended, hashed and read again", async () => {
  const path = freshPath();
  await withPart(path, async (part) => {
    await part.append(Buffer.from("one "));
    await part.append(Buffer.from("two "), Buffer.from("three"));
    expect(await look(part)).toEqual({ size: 13, origin: {}, sha256: sha256("one two three") });
    expect(`${await part.read(4, 3)}`).toBe("two");
    expect(`${await part.read(8, 100)}`).toBe("three");
  });
  expect(readFileSync(path, "utf8")).toBe("one two three");
});

test("a later run goes on with what is there, and hashes it", async () => {
  const path = freshPath();
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

test("a part that begins anew forgets the bytes and what was known of them", async () => {
  const path = freshPath();
  await leave(path);
  await withPart(path, async (part) => {
    await part.restart({ validator: '"v2"' });
    await part.append(Buffer.from("new"));
    expect(await look(part)).toEqual({ size: 3, origin: { validator: '"v2"' }, sha256: sha256("new") });
  });
  expect(readFileSync(path, "utf8")).toBe("new");
  expect(await withPart(path, look)).toMatchObject({ size: 3, origin: { validator: '"v2"' } });
});

test("a whole file gets its real name, and nothing else is left", async () => {
  const path = freshPath();
  await leave(path, "all of it.");
  await withPart(path, (part) => part.finalize(join(dirname(path), "a.mp4")));
  expect(readdirSync(dirname(path))).toEqual(["a.mp4"]);
  expect(readFileSync(join(dirname(path), "a.mp4"), "utf8")).toBe("all of it.");
});

test("a disk that takes less than it is given is given the rest", async () => {
  const bytes = randomBytes(1_000);
  const path = freshPath();
  const heal = await aroundWrites(({ write, writev }) => {
    const few = async function (
      this: FileHandle,
      piece: Buffer,
      offset: number,
      most: number,
      place: number,
    ) {
      return write.apply(this, [piece.subarray(offset, offset + Math.min(most, 7)), 0, null, place] as never);
    };
    const fewer = async function (this: FileHandle, pieces: readonly Buffer[], place?: number) {
      return writev.call(this, [pieces[0]?.subarray(0, 5) ?? Buffer.alloc(0)], place);
    };
    return { write: few, writev: fewer } as never;
  });
  try {
    await withPart(path, async (part) => {
      await part.append(bytes.subarray(0, 300), bytes.subarray(300, 301), bytes.subarray(301, 900));
      await part.append(bytes.subarray(900));
      expect(await look(part)).toEqual({ size: 1_000, origin: {}, sha256: sha256(bytes) });
    });
  } finally {
    heal();
  }
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

test("a folder that has the part's name is named as the reason, and stays", async () => {
  const path = freshPath();
  mkdirSync(path);
  const failure = await failureOf(() => openPart(path, owner));
  expect(failure).toMatchObject({ code: "download_failed", retryable: false });
  expect(failure.hint).toContain("A folder has the name of the video");
  expect(existsSync(path)).toBe(true);
});
