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
const markIn = (path: string) => basename(path).slice(65, 129);
const afresh = { downloads: 1, infos: [] };

/** Keeps the video on the machine, and returns where. */
async function keptPath(machine: KeepingMachine, id = "v_1", provider = "heygen"): Promise<string> {
  await machine.keep(id, provider);
  return (await machine.kept.find(nameOf(id, provider)))?.path ?? "";
}

/** Puts a file in the place of the kept one. */
function swap(path: string, name: string, bytes = forged): void {
  rmSync(path);
  writeFileSync(inFolder(path, name), bytes);
}

describe("a download is made when the tool cache holds", () => {
  test.each<[string, (machine: KeepingMachine, path: string) => unknown]>([
    ["another video under its own checksum", (_, path) => swap(path, `${digest(forged)}.mp4`)],
    [
      "another video with a mark of zeros",
      (_, path) => swap(path, `${digest(forged)}-${"0".repeat(64)}.mp4`),
    ],
    [
      "another video with the mark of the right one",
      (_, path) => swap(path, `${digest(forged)}-${markIn(path)}.mp4`),
    ],
    ["the mark alone", (_, path) => swap(path, `${markIn(path)}.mp4`)],
    [
      "another video with the mark of another key",
      async (_, path) => {
        const mark = createSeal("another key").sign("kept", "heygen", "v_1", digest(forged));
        swap(path, `${digest(forged)}-${mark}.mp4`);
      },
    ],
    [
      "another video with the mark of the same key for another API",
      async (_, path) => {
        const mark = createSeal("test-key", "https://a.test").sign("kept", "heygen", "v_1", digest(forged));
        swap(path, `${digest(forged)}-${mark}.mp4`);
      },
    ],
    [
      "another video of this account",
      async (machine, path) => {
        const other = await keptPath(machine, "v_2");
        rmSync(path);
        cpSync(other, inFolder(path, basename(other)));
      },
    ],
    [
      "a video of another provider with the same id",
      async (machine, path) => {
        const other = await keptPath(machine, "v_1", "reelbot");
        rmSync(path);
        cpSync(other, inFolder(path, basename(other)));
      },
    ],
    ["a video without a name", (_, path) => swap(path, ".mp4")],
    ["nothing but a marker", (_, path) => rmSync(path)],
  ])("%s", async (_what, lay) => {
    const machine = createKeepingMachine();
    await lay(machine, await keptPath(machine));
    expect(await downloadOn(machine)).toEqual(afresh);
    expect(readFileSync(await machine.pathOf("v_1")).equals(video)).toBe(true);
  });

  test("other bytes under the right name", async () => {
    const machine = createKeepingMachine();
    const path = await keptPath(machine);
    writeFileSync(path, forged);
    expect(await downloadOn(machine)).toMatchObject({ downloads: 1 });
  });
});

test("another file beside the kept video does not hide it", async () => {
  const machine = createKeepingMachine();
  const path = await keptPath(machine);
  writeFileSync(inFolder(path, `${"0".repeat(64)}.mp4`), forged);
  expect(await downloadOn(machine)).toMatchObject({ downloads: 0 });
});

test("a machine whose runs have no key keeps nothing, because anybody could", async () => {
  const machine = createKeepingMachine(createTemporaryFolder(), createSeal(""));
  await machine.keep("v_1");
  expect(readdirSync(machine.cache)).toEqual([]);
});

describe("nothing is written, used or removed outside of the tool cache, which holds", () => {
  const levels = [
    ["a provider's folder", (path: string) => join(path, "../../..")],
    ["a video's folder", (path: string) => join(path, "../..")],
    ["the folder of the file", (path: string) => join(path, "..")],
    ["the marker", (path: string) => `${join(path, "..")}.complete`],
    ["the file", (path: string) => path],
  ] as const;
  test.each(
    levels.flatMap(([level, placeOf]) =>
      plantsBut("a folder").map((plant) => ({ level, placeOf, ...plant })),
    ),
  )("$title in the place of $level", async ({ placeOf, lay }) => {
    const machine = createKeepingMachine();
    const outside = makeOutside(createTemporaryFolder());
    const place = placeOf(await keptPath(machine));
    rmSync(place, { recursive: true });
    lay(place, outside.path);
    expect((await downloadOn(machine)).downloads).toBeLessThanOrEqual(1);
    expect(outside.state()).toEqual(untouched);
  });

  test.each(levels.slice(0, 3))("a link to a right one in the place of %s", async (_, placeOf) => {
    const machine = createKeepingMachine();
    const place = placeOf(await keptPath(machine));
    const elsewhere = join(createTemporaryFolder(), "elsewhere");
    renameSync(place, elsewhere);
    symlinkSync(elsewhere, place);
    const before = readdirSync(elsewhere, { recursive: true });
    expect(await downloadOn(machine)).toMatchObject({ downloads: 1 });
    expect(readdirSync(elsewhere, { recursive: true })).toEqual(before);
  });

  test("a link to a folder full of other large things, when room is made", async () => {
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
