import { createHash } from "node:crypto";
import { linkSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openPart, type PartFile } from "../../src/download/part-file.ts";
import { createTemporaryFolder } from "../support/temporary-folder.ts";

const name = "heygen/v_1";
const origin = { validator: '"v1"', total: 10 };
const freshPath = () => join(createTemporaryFolder(), "a.mp4.part");

/** Opens the part, does the work and closes it. */
async function withPart<Result>(path: string, work: (part: PartFile) => Promise<Result>, named = name) {
  const part = await openPart(path, named);
  try {
    return await work(part);
  } finally {
    await part.close();
  }
}

/** What a run leaves that was killed after these bytes. */
async function leave(path: string, bytes = "first", known = origin): Promise<void> {
  await withPart(path, async (part) => {
    await part.restart(known);
    await part.append(Buffer.from(bytes));
  });
}

const look = async (part: PartFile) => ({ size: part.size, origin: part.origin, sha256: part.sha256() });
const empty = { size: 0, origin: {}, sha256: createHash("sha256").digest("hex") };

describe("what lies there is not gone on with", () => {
  test("when it belongs to another video", async () => {
    const path = freshPath();
    await leave(path);
    expect(await withPart(path, look, "heygen/v_2")).toEqual(empty);
  });

  test.each([
    "",
    "{",
    "null",
    "[]",
    '{"validator":"x"}',
    '{"name":"heygen/v_1"}',
    '{"name":"heygen/v_1","total":10}',
  ])("when the note says %j", async (note) => {
    const path = freshPath();
    await leave(path);
    writeFileSync(`${path}.json`, note);
    expect(await withPart(path, look)).toEqual(empty);
  });

  test("when the note is gone", async () => {
    const path = freshPath();
    await leave(path);
    rmSync(`${path}.json`);
    expect(await withPart(path, look)).toEqual(empty);
  });
});

describe("a file elsewhere that somebody has linked there is not touched", () => {
  test.each([
    ["by name, as the part", (victim: string, path: string) => symlinkSync(victim, path)],
    ["by inode, as the part", linkSync],
    ["by name, as the note", (victim: string, path: string) => symlinkSync(victim, `${path}.json`)],
    ["by inode, as the note", (victim: string, path: string) => linkSync(victim, `${path}.json`)],
  ])("%s", async (_, lay) => {
    const path = freshPath();
    const victim = join(createTemporaryFolder(), "victim");
    writeFileSync(victim, JSON.stringify({ name, ...origin }));
    lay(victim, path);
    await leave(path);
    expect(readFileSync(victim, "utf8")).toBe(JSON.stringify({ name, ...origin }));
    expect(lstatSync(path).isFile()).toBe(true);
    expect(readFileSync(path, "utf8")).toBe("first");
  });
});
