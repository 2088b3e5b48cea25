import { mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import {
  createToolCacheRunner,
  downloadWithCache,
  sha256,
  video,
  videoName,
} from "../support/stores/tool-cache-runner.ts";

describe("a cached video", () => {
  test("is found by its provider and id, with its digest and content", async () => {
    const { videoCache, save } = createToolCacheRunner();
    await save("v_1");
    const found = await videoCache.find(videoName("v_1"));
    expect(found?.sha256).toBe(sha256);
    expect(readFileSync(found?.path ?? "").equals(video)).toBe(true);
  });

  test.each([
    ["id", "v_2", "heygen"],
    ["provider", "v_1", "sandbox"],
    ["spelling of the id", "V_1", "heygen"],
  ])("is not found under another %s", async (_, id, provider) => {
    const { videoCache, save } = createToolCacheRunner();
    await save("v_1");
    expect(await videoCache.find(videoName(id, provider))).toBeUndefined();
  });

  test("may have any id, and stays inside the tool cache", async () => {
    const { cache, videoCache, save } = createToolCacheRunner();
    for (const id of ["../../etc", "", "é 🎬", "x".repeat(5_000), "v/1\0"]) {
      await save(id);
      expect(
        (await videoCache.find(videoName(id)))?.path.startsWith(join(cache, "showreel-heygen")),
        id,
      ).toBe(true);
    }
  });

  test("is not found when caching it was not completed", async () => {
    const { videoCache, save, findPath } = createToolCacheRunner();
    await save("v_1");
    rmSync(`${dirname(await findPath("v_1"))}.complete`);
    expect(await videoCache.find(videoName("v_1"))).toBeUndefined();
  });

  test("saves a download", async () => {
    const machine = createToolCacheRunner();
    await machine.save("v_1");
    expect(await downloadWithCache(machine)).toEqual({
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
    const machine = createToolCacheRunner();
    await machine.save("v_1");
    damage(await machine.findPath("v_1"));
    expect(await downloadWithCache(machine)).toEqual({
      downloads: 1,
      infos: ["info: The video in this machine's cache is incomplete or changed; downloading it again."],
    });
    expect(readFileSync(await machine.findPath("v_1")).equals(video)).toBe(true);
  });
});

describe("a video is downloaded despite a cache folder", () => {
  test.each([
    ["that is a file", () => process.execPath],
    ["below a file", () => join(process.execPath, "tools")],
    ["that does not exist", () => join(createTemporaryFolder(), "new", "tools")],
  ])("%s", async (_, folderOf) => {
    expect(await downloadWithCache(createToolCacheRunner(folderOf()))).toEqual({ downloads: 1, infos: [] });
  });

  test("with a file in place of a folder", async () => {
    const machine = createToolCacheRunner();
    writeFileSync(join(machine.cache, "showreel-heygen"), "");
    expect(await downloadWithCache(machine)).toEqual({ downloads: 1, infos: [] });
  });
});
