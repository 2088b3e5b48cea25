import { mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { createKeepingMachine, downloadOn, nameOf, sha256, video } from "../support/keeping-machine.ts";
import { createTemporaryFolder } from "../support/temporary-folder.ts";

describe("a cached video", () => {
  test("is found by its provider and id, with its digest and content", async () => {
    const { kept, keep } = createKeepingMachine();
    await keep("v_1");
    const found = await kept.find(nameOf("v_1"));
    expect(found?.sha256).toBe(sha256);
    expect(readFileSync(found?.path ?? "").equals(video)).toBe(true);
  });

  test.each([
    ["id", "v_2", "heygen"],
    ["provider", "v_1", "sandbox"],
    ["spelling of the id", "V_1", "heygen"],
  ])("is not found under another %s", async (_, id, provider) => {
    const { kept, keep } = createKeepingMachine();
    await keep("v_1");
    expect(await kept.find(nameOf(id, provider))).toBeUndefined();
  });

  test("may have any id, and stays inside the tool cache", async () => {
    const { cache, kept, keep } = createKeepingMachine();
    for (const id of ["../../etc", "", "é 🎬", "x".repeat(5_000), "v/1\0"]) {
      await keep(id);
      expect((await kept.find(nameOf(id)))?.path.startsWith(join(cache, "showreel-heygen")), id).toBe(true);
    }
  });

  test("is not found when caching it was not completed", async () => {
    const { kept, keep, pathOf } = createKeepingMachine();
    await keep("v_1");
    rmSync(`${dirname(await pathOf("v_1"))}.complete`);
    expect(await kept.find(nameOf("v_1"))).toBeUndefined();
  });

  test("saves a download", async () => {
    const machine = createKeepingMachine();
    await machine.keep("v_1");
    expect(await downloadOn(machine)).toEqual({
      downloads: 0,
      infos: ["info: Restored the video from this machine's cache; nothing to download."],
    });
  });
});

function replace(path: string, make: (path: string) => void): void {
  rmSync(path);
  make(path);
}

describe("a video is downloaded and cached again when the cached file", () => {
  test.each<[string, (path: string) => void]>([
    [
      "has one other byte",
      (path) => writeFileSync(path, Buffer.concat([video.subarray(0, -1), Buffer.from([1])])),
    ],
    ["is truncated", (path) => truncateSync(path, 50_000)],
    [
      "was deleted by another job",
      (path) => replace(path, (target) => symlinkSync(`${target}.gone`, target)),
    ],
    ["was replaced by a folder", (path) => replace(path, mkdirSync)],
  ])("%s, and this is logged", async (_, damage) => {
    const machine = createKeepingMachine();
    await machine.keep("v_1");
    damage(await machine.pathOf("v_1"));
    expect(await downloadOn(machine)).toEqual({
      downloads: 1,
      infos: ["info: The video in this machine's cache is incomplete or changed; downloading it again."],
    });
    expect(readFileSync(await machine.pathOf("v_1")).equals(video)).toBe(true);
  });
});

describe("a video is downloaded despite a cache folder", () => {
  test.each([
    ["that is a file", () => process.execPath],
    ["below a file", () => join(process.execPath, "tools")],
    ["that does not exist", () => join(createTemporaryFolder(), "new", "tools")],
  ])("%s", async (_, folderOf) => {
    expect(await downloadOn(createKeepingMachine(folderOf()))).toEqual({ downloads: 1, infos: [] });
  });

  test("with a file in place of a folder", async () => {
    const machine = createKeepingMachine();
    writeFileSync(join(machine.cache, "showreel-heygen"), "");
    expect(await downloadOn(machine)).toEqual({ downloads: 1, infos: [] });
  });
});
