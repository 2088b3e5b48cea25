import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { prepareTarget } from "../../src/download/output-target.ts";
import { failureOf } from "../support/failure-of.ts";
import { createTemporaryFolder } from "../support/temporary-folder.ts";

const prepare = (workspace: string, outputPath: string | undefined) =>
  prepareTarget(workspace, "Release 2.0", outputPath, "mp4");

const refusalOf = (workspace: string, outputPath: string | undefined) =>
  failureOf(() => prepare(workspace, outputPath));

test("by default the video goes into `videos`, named after title and id", async () => {
  const workspace = createTemporaryFolder();
  const target = await prepare(workspace, undefined);
  expect(target.pathFor("v_1", "mp4")).toBe(join(workspace, "videos", "Release-2.0-v_1.mp4"));
});

test("the folder is made, takes files, and nothing is left in it", async () => {
  const workspace = createTemporaryFolder();
  await prepare(workspace, "deep/down/release.mp4");
  expect(readdirSync(join(workspace, "deep", "down"))).toEqual([]);
});

test.each([
  ["release.mp4", "release.mp4"],
  ["videos/release.MP4", "videos/release.MP4"],
  ["a/../b/./release.mp4", "b/release.mp4"],
  ["..videos/release.mp4", "..videos/release.mp4"],
  ["mit Leerzeichen/é 🎬.mp4", "mit Leerzeichen/é 🎬.mp4"],
])("`output_path` %j is taken as it is, whatever the id", async (outputPath, expected) => {
  const workspace = createTemporaryFolder();
  const target = await prepare(workspace, outputPath);
  expect(target.pathFor("v_1", "mp4")).toBe(join(workspace, expected));
  expect(target.pathFor("v_2", "mp4")).toBe(join(workspace, expected));
});

test("an absolute path inside the workspace is taken too", async () => {
  const path = join(createTemporaryFolder(), "release.mp4");
  expect((await prepare(join(path, ".."), path)).pathFor("v_1", "mp4")).toBe(path);
});

test.each([
  ["release.mov", "it must end in `.mp4`"],
  ["videos/", "it must end in `.mp4`"],
  [".mp4", "it must end in `.mp4`"],
  ["release.mp4.exe", "it must end in `.mp4`"],
  ["../release.mp4", "it leaves the workspace"],
  ["videos/../../release.mp4", "it leaves the workspace"],
  ["/etc/release.mp4", "it leaves the workspace"],
])("`output_path` %j is refused: %s", async (outputPath, reason) => {
  const failure = await refusalOf(createTemporaryFolder(), outputPath);
  expect(failure.code).toBe("invalid_input");
  expect(failure.message).toBe(`\`output_path\` is "${outputPath}": ${reason}.`);
  expect(failure.hint).toContain("Nothing was submitted.");
});

test("a workspace that is itself behind a link is no reason to refuse", async () => {
  const link = join(createTemporaryFolder(), "workspace");
  symlinkSync(createTemporaryFolder(), link);
  const target = await prepare(link, "videos/release.mp4");
  expect(target.pathFor("v_1", "mp4")).toBe(join(link, "videos", "release.mp4"));
});

describe("a link out of the workspace", () => {
  test.each(["videos/release.mp4", "videos/deep/down/release.mp4", undefined])(
    "is not followed to write %j",
    async (outputPath) => {
      const [workspace, outside] = [createTemporaryFolder(), createTemporaryFolder()];
      symlinkSync(outside, join(workspace, "videos"));
      expect((await refusalOf(workspace, outputPath)).message).toContain("a link leads out of the workspace");
      expect(readdirSync(outside)).toEqual([]);
    },
  );

  test("is not followed to make a folder that is not there yet", async () => {
    const [workspace, outside] = [createTemporaryFolder(), createTemporaryFolder()];
    symlinkSync(join(outside, "new"), join(workspace, "videos"));
    expect((await refusalOf(workspace, "videos/deep/release.mp4")).code).toBe("invalid_input");
    expect(readdirSync(outside)).toEqual([]);
  });

  test("that leads to another place inside is followed", async () => {
    const workspace = createTemporaryFolder();
    mkdirSync(join(workspace, "media"));
    symlinkSync("media", join(workspace, "videos"));
    const target = await prepare(workspace, "videos/release.mp4");
    expect(target.pathFor("v_1", "mp4")).toBe(join(workspace, "videos", "release.mp4"));
  });
});

describe("what cannot be written is refused before anything is paid for", () => {
  test("when a file stands where the folder should be", async () => {
    const workspace = createTemporaryFolder();
    writeFileSync(join(workspace, "videos"), "");
    const { code, message } = await refusalOf(workspace, undefined);
    expect(code).toBe("invalid_input");
    expect(message).toMatch(/^`output_path` is "videos\/": videos cannot be written to \(E\w+\)\.$/);
  });

  test("when a folder has the name of the video", async () => {
    const workspace = createTemporaryFolder();
    mkdirSync(join(workspace, "release.mp4"));
    expect((await refusalOf(workspace, "release.mp4")).message).toContain(
      "a folder of the name release.mp4 exists",
    );
  });

  test.each([300, 255, 252])("when the name is too long for the disk (%i characters)", async (length) => {
    const name = `${"x".repeat(length - 4)}.mp4`;
    expect((await refusalOf(createTemporaryFolder(), name)).code).toBe("invalid_input");
  });

  // Nobody, not even root, can make a file there.
  test.skipIf(process.platform !== "linux")("when the folder takes no files", async () => {
    const { code, message } = await refusalOf("/sys", "release.mp4");
    expect(code).toBe("invalid_input");
    expect(message).toMatch(/: the folder cannot be written to \(E\w+\)\.$/);
  });
});
