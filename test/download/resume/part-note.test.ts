import { linkSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  emptyPartState,
  newPartPath,
  owner,
  readPartState,
  resumeInfo,
  videoName,
  withPart,
  writeInterruptedPart,
} from "../../support/files/part-file.ts";
import { createTemporaryFolder } from "../../support/files/temporary-folder.ts";

describe("a part is not resumed", () => {
  test("when its note belongs to another video", async () => {
    const path = newPartPath();
    await writeInterruptedPart(path);
    expect(await withPart(path, readPartState, { ...owner, name: "heygen/v_2" })).toEqual(emptyPartState);
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
    const path = newPartPath();
    await writeInterruptedPart(path);
    writeFileSync(`${path}.json`, note);
    expect(await withPart(path, readPartState)).toEqual(emptyPartState);
  });

  test("when its note is missing", async () => {
    const path = newPartPath();
    await writeInterruptedPart(path);
    rmSync(`${path}.json`);
    expect(await withPart(path, readPartState)).toEqual(emptyPartState);
  });
});

describe("a file elsewhere is not touched that is linked", () => {
  test.each([
    ["by a symlink, as the part", (victim: string, path: string) => symlinkSync(victim, path)],
    ["by a hard link, as the part", linkSync],
    ["by a symlink, as the note", (victim: string, path: string) => symlinkSync(victim, `${path}.json`)],
    ["by a hard link, as the note", (victim: string, path: string) => linkSync(victim, `${path}.json`)],
  ])("%s", async (_, plantLink) => {
    const path = newPartPath();
    const victim = join(createTemporaryFolder(), "victim");
    writeFileSync(victim, JSON.stringify({ name: videoName, ...resumeInfo }));
    plantLink(victim, path);
    await writeInterruptedPart(path);
    expect(readFileSync(victim, "utf8")).toBe(JSON.stringify({ name: videoName, ...resumeInfo }));
    expect(lstatSync(path).isFile()).toBe(true);
    expect(readFileSync(path, "utf8")).toBe("first");
  });
});
