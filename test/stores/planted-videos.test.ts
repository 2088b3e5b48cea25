import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { createSeal } from "../../src/base/seal.ts";
import { sha256 as digest } from "../support/files/part-file.ts";
import { createOutsideFile, specialFilesExcept, unchangedState } from "../support/files/special-files.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { randomVideo } from "../support/network/faulty-host.ts";
import {
  createToolCacheRunner,
  downloadWithCache,
  sha256,
  type ToolCacheRunner,
  video,
  videoName,
} from "../support/stores/tool-cache-runner.ts";

const forged = randomVideo(100_000, 2);
const inFolder = (path: string, name: string) => join(dirname(path), name);
const signatureIn = (path: string) => basename(path).slice(65, 129);
const downloadedAgain = { downloads: 1, infos: [] };

/** Caches the video on the machine and returns its path there. */
async function cachedPath(machine: ToolCacheRunner, id = "v_1", provider = "heygen"): Promise<string> {
  await machine.save(id, provider);
  return (await machine.videoCache.find(videoName(id, provider)))?.path ?? "";
}

/** Replaces the cached file. */
function swap(path: string, name: string, bytes = forged): void {
  rmSync(path);
  writeFileSync(inFolder(path, name), bytes);
}

describe("the video is downloaded when the tool cache contains", () => {
  test.each<[string, (machine: ToolCacheRunner, path: string) => unknown]>([
    ["another video under its own digest", (_, path) => swap(path, `${digest(forged)}.mp4`)],
    [
      "another video with a signature of zeros",
      (_, path) => swap(path, `${digest(forged)}-${"0".repeat(64)}.mp4`),
    ],
    [
      "another video with the signature of the right one",
      (_, path) => swap(path, `${digest(forged)}-${signatureIn(path)}.mp4`),
    ],
    ["a file name with the signature only", (_, path) => swap(path, `${signatureIn(path)}.mp4`)],
    [
      "another video with the signature of another key",
      async (_, path) => {
        const signature = createSeal("another key").sign("kept", "heygen", "v_1", digest(forged));
        swap(path, `${digest(forged)}-${signature}.mp4`);
      },
    ],
    [
      "another video with the signature of the same key for another API",
      async (_, path) => {
        const signature = createSeal("test-key", "https://a.test").sign(
          "kept",
          "heygen",
          "v_1",
          digest(forged),
        );
        swap(path, `${digest(forged)}-${signature}.mp4`);
      },
    ],
    [
      "another video of this account",
      async (machine, path) => {
        const other = await cachedPath(machine, "v_2");
        rmSync(path);
        cpSync(other, inFolder(path, basename(other)));
      },
    ],
    [
      "a video of another provider with the same id",
      async (machine, path) => {
        const other = await cachedPath(machine, "v_1", "reelbot");
        rmSync(path);
        cpSync(other, inFolder(path, basename(other)));
      },
    ],
    ["a video without a name", (_, path) => swap(path, ".mp4")],
    ["only the .complete marker", (_, path) => rmSync(path)],
  ])("%s", async (_title, plant) => {
    const machine = createToolCacheRunner();
    await plant(machine, await cachedPath(machine));
    expect(await downloadWithCache(machine)).toEqual(downloadedAgain);
    expect(readFileSync(await machine.findPath("v_1")).equals(video)).toBe(true);
  });

  test("other bytes under the right name", async () => {
    const machine = createToolCacheRunner();
    const path = await cachedPath(machine);
    writeFileSync(path, forged);
    expect(await downloadWithCache(machine)).toMatchObject({ downloads: 1 });
  });
});

test("a cached video is found although another file is beside it", async () => {
  const machine = createToolCacheRunner();
  const path = await cachedPath(machine);
  writeFileSync(inFolder(path, `${"0".repeat(64)}.mp4`), forged);
  expect(await downloadWithCache(machine)).toMatchObject({ downloads: 0 });
});

test("a run without a key caches nothing", async () => {
  const machine = createToolCacheRunner(createTemporaryFolder(), createSeal(""));
  await machine.save("v_1");
  expect(readdirSync(machine.cache)).toEqual([]);
});

describe("nothing outside the tool cache is written, read or deleted when it contains", () => {
  const levels = [
    ["a provider's folder", (path: string) => join(path, "../../..")],
    ["a video's folder", (path: string) => join(path, "../..")],
    ["the folder of the file", (path: string) => join(path, "..")],
    ["the marker", (path: string) => `${join(path, "..")}.complete`],
    ["the file", (path: string) => path],
  ] as const;
  test.each(
    levels.flatMap(([level, targetOf]) =>
      specialFilesExcept("a folder").map((plant) => ({ level, targetOf, ...plant })),
    ),
  )("$title in place of $level", async ({ targetOf, create }) => {
    const machine = createToolCacheRunner();
    const outside = createOutsideFile(createTemporaryFolder());
    const target = targetOf(await cachedPath(machine));
    rmSync(target, { recursive: true });
    create(target, outside.path);
    expect((await downloadWithCache(machine)).downloads).toBeLessThanOrEqual(1);
    expect(outside.state()).toEqual(unchangedState);
  });

  test.each(levels.slice(0, 3))("a symlink to a valid copy in place of %s", async (_, targetOf) => {
    const machine = createToolCacheRunner();
    const target = targetOf(await cachedPath(machine));
    const elsewhere = join(createTemporaryFolder(), "elsewhere");
    renameSync(target, elsewhere);
    symlinkSync(elsewhere, target);
    const before = readdirSync(elsewhere, { recursive: true });
    expect(await downloadWithCache(machine)).toMatchObject({ downloads: 1 });
    expect(readdirSync(elsewhere, { recursive: true })).toEqual(before);
  });

  test("a symlink to a folder of large files during an eviction", async () => {
    const machine = createToolCacheRunner();
    const elsewhere = join(createTemporaryFolder(), "projects", "film", "video");
    mkdirSync(elsewhere, { recursive: true });
    machine.makeLarge(join(elsewhere, "raw.mp4"));
    symlinkSync(join(elsewhere, "../.."), join(machine.cache, "showreel-films"));
    mkdirSync(join(machine.cache, "showreel-more"));
    symlinkSync(join(elsewhere, ".."), join(machine.cache, "showreel-more", "1.0.0"));
    mkdirSync(join(machine.cache, "showreel-most", "1.0.0"), { recursive: true });
    symlinkSync(elsewhere, join(machine.cache, "showreel-most", "1.0.0", "video"));
    await machine.save("v_1");
    expect(existsSync(join(elsewhere, "raw.mp4"))).toBe(true);
    expect(await machine.findPath("v_1")).toContain(sha256);
  });
});
