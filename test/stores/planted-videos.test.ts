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
import { randomVideo } from "../support/faulty-host.ts";
import {
  createKeepingMachine,
  downloadOn,
  type KeepingMachine,
  nameOf,
  sha256,
  video,
} from "../support/keeping-machine.ts";
import { sha256 as digest } from "../support/part.ts";
import { makeOutside, plantsBut, untouched } from "../support/plants.ts";
import { createTemporaryFolder } from "../support/temporary-folder.ts";

const forged = randomVideo(100_000, 2);
const inFolder = (path: string, name: string) => join(dirname(path), name);
const signatureIn = (path: string) => basename(path).slice(65, 129);
const downloadedAgain = { downloads: 1, infos: [] };

/** Caches the video on the machine and returns its path there. */
async function cachedPath(machine: KeepingMachine, id = "v_1", provider = "heygen"): Promise<string> {
  await machine.keep(id, provider);
  return (await machine.kept.find(nameOf(id, provider)))?.path ?? "";
}

/** Replaces the cached file. */
function swap(path: string, name: string, bytes = forged): void {
  rmSync(path);
  writeFileSync(inFolder(path, name), bytes);
}

describe("the video is downloaded when the tool cache contains", () => {
  test.each<[string, (machine: KeepingMachine, path: string) => unknown]>([
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
  ])("%s", async (_what, lay) => {
    const machine = createKeepingMachine();
    await lay(machine, await cachedPath(machine));
    expect(await downloadOn(machine)).toEqual(downloadedAgain);
    expect(readFileSync(await machine.pathOf("v_1")).equals(video)).toBe(true);
  });

  test("other bytes under the right name", async () => {
    const machine = createKeepingMachine();
    const path = await cachedPath(machine);
    writeFileSync(path, forged);
    expect(await downloadOn(machine)).toMatchObject({ downloads: 1 });
  });
});

test("a cached video is found although another file is beside it", async () => {
  const machine = createKeepingMachine();
  const path = await cachedPath(machine);
  writeFileSync(inFolder(path, `${"0".repeat(64)}.mp4`), forged);
  expect(await downloadOn(machine)).toMatchObject({ downloads: 0 });
});

test("a run without a key caches nothing", async () => {
  const machine = createKeepingMachine(createTemporaryFolder(), createSeal(""));
  await machine.keep("v_1");
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
      plantsBut("a folder").map((plant) => ({ level, targetOf, ...plant })),
    ),
  )("$title in place of $level", async ({ targetOf, lay }) => {
    const machine = createKeepingMachine();
    const outside = makeOutside(createTemporaryFolder());
    const target = targetOf(await cachedPath(machine));
    rmSync(target, { recursive: true });
    lay(target, outside.path);
    expect((await downloadOn(machine)).downloads).toBeLessThanOrEqual(1);
    expect(outside.state()).toEqual(untouched);
  });

  test.each(levels.slice(0, 3))("a symlink to a valid copy in place of %s", async (_, targetOf) => {
    const machine = createKeepingMachine();
    const target = targetOf(await cachedPath(machine));
    const elsewhere = join(createTemporaryFolder(), "elsewhere");
    renameSync(target, elsewhere);
    symlinkSync(elsewhere, target);
    const before = readdirSync(elsewhere, { recursive: true });
    expect(await downloadOn(machine)).toMatchObject({ downloads: 1 });
    expect(readdirSync(elsewhere, { recursive: true })).toEqual(before);
  });

  test("a symlink to a folder of large files during an eviction", async () => {
    const machine = createKeepingMachine();
    const elsewhere = join(createTemporaryFolder(), "projects", "film", "video");
    mkdirSync(elsewhere, { recursive: true });
    machine.makeLarge(join(elsewhere, "raw.mp4"));
    symlinkSync(join(elsewhere, "../.."), join(machine.cache, "showreel-films"));
    mkdirSync(join(machine.cache, "showreel-more"));
    symlinkSync(join(elsewhere, ".."), join(machine.cache, "showreel-more", "1.0.0"));
    mkdirSync(join(machine.cache, "showreel-most", "1.0.0"), { recursive: true });
    symlinkSync(elsewhere, join(machine.cache, "showreel-most", "1.0.0", "video"));
    await machine.keep("v_1");
    expect(existsSync(join(elsewhere, "raw.mp4"))).toBe(true);
    expect(await machine.pathOf("v_1")).toContain(sha256);
  });
});
