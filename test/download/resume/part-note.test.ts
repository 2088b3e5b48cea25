import { linkSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { empty, freshPath, leave, look, name, origin, owner, withPart } from "../../support/part.ts";
import { createTemporaryFolder } from "../../support/temporary-folder.ts";

describe("a part is not resumed", () => {
  test("when its note belongs to another video", async () => {
    const path = freshPath();
    await leave(path);
    expect(await withPart(path, look, { ...owner, name: "heygen/v_2" })).toEqual(empty);
  });

  test.each([
    "",
    "{",
    "null",
    "[]",
    '{"validator":"x"}',
    '{"name":"heygen/v_1"}',
    '{"name":"heygen/v_1","total":10}',
  ])("when its note is %j", async (note) => {
    const path = freshPath();
    await leave(path);
    writeFileSync(`${path}.json`, note);
    expect(await withPart(path, look)).toEqual(empty);
  });

  test("when its note is missing", async () => {
    const path = freshPath();
    await leave(path);
    rmSync(`${path}.json`);
    expect(await withPart(path, look)).toEqual(empty);
  });
});

describe("a file elsewhere is not touched that is linked", () => {
  test.each([
    ["by a symlink, as the part", (victim: string, path: string) => symlinkSync(victim, path)],
    ["by a hard link, as the part", linkSync],
    ["by a symlink, as the note", (victim: string, path: string) => symlinkSync(victim, `${path}.json`)],
    ["by a hard link, as the note", (victim: string, path: string) => linkSync(victim, `${path}.json`)],
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
