import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Container } from "../../src/download/media/container.ts";
import { prepareTarget, videoFileName, withSuffix } from "../../src/download/output-target.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { failureOf } from "../support/runtime/failure-of.ts";

/** The requested format. `any` is for an existing video: its format is known only once it is downloaded. */
type Format = Container | "any";

const prepare = (workspace: string, outputPath: string | undefined, format: Format = "mp4") =>
  prepareTarget(workspace, "Release 2.0", outputPath, format === "any" ? undefined : format);

const errorOf = (workspace: string, outputPath: string | undefined) =>
  failureOf(() => prepare(workspace, outputPath));

test("writes into `videos` by default, named after the title and the id", async () => {
  const workspace = createTemporaryFolder();
  const target = await prepare(workspace, undefined);
  expect(target.pathFor("v_1", "mp4")).toBe(join(workspace, "videos", "Release-2.0-v_1.mp4"));
});

test("creates the folder and leaves nothing in it", async () => {
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
])("uses `output_path` %j as it is, for any id", async (outputPath, expected) => {
  const workspace = createTemporaryFolder();
  const target = await prepare(workspace, outputPath);
  expect(target.pathFor("v_1", "mp4")).toBe(join(workspace, expected));
  expect(target.pathFor("v_2", "mp4")).toBe(join(workspace, expected));
});

test("accepts an absolute path inside the workspace", async () => {
  const path = join(createTemporaryFolder(), "release.mp4");
  expect((await prepare(join(path, ".."), path)).pathFor("v_1", "mp4")).toBe(path);
});

test.each([
  ["release.mov", "it must end in `.mp4`"],
  ["videos/", "it must end in `.mp4`"],
  [".mp4", "it must end in `.mp4`"],
  ["release.mp4.exe", "it must end in `.mp4`"],
  ["../release.mp4", "it is outside the workspace"],
  ["videos/../../release.mp4", "it is outside the workspace"],
  ["/etc/release.mp4", "it is outside the workspace"],
])("rejects `output_path` %j: %s", async (outputPath, reason) => {
  const failure = await errorOf(createTemporaryFolder(), outputPath);
  expect(failure.code).toBe("invalid_input");
  expect(failure.message).toBe(`\`output_path\` is "${outputPath}": ${reason}.`);
  expect(failure.submitted).toBe(false);
});

test("accepts a workspace that is a symlink", async () => {
  const link = join(createTemporaryFolder(), "workspace");
  symlinkSync(createTemporaryFolder(), link);
  const target = await prepare(link, "videos/release.mp4");
  expect(target.pathFor("v_1", "mp4")).toBe(join(link, "videos", "release.mp4"));
});

describe("a symlink", () => {
  test.each(["videos/release.mp4", "videos/deep/down/release.mp4", undefined])(
    "that leads outside the workspace is not followed to write %j",
    async (outputPath) => {
      const [workspace, outside] = [createTemporaryFolder(), createTemporaryFolder()];
      symlinkSync(outside, join(workspace, "videos"));
      expect((await errorOf(workspace, outputPath)).message).toContain(
        "a symbolic link leads outside the workspace",
      );
      expect(readdirSync(outside)).toEqual([]);
    },
  );

  test("that leads outside the workspace is not followed to create a folder", async () => {
    const [workspace, outside] = [createTemporaryFolder(), createTemporaryFolder()];
    symlinkSync(join(outside, "new"), join(workspace, "videos"));
    expect((await errorOf(workspace, "videos/deep/release.mp4")).code).toBe("invalid_input");
    expect(readdirSync(outside)).toEqual([]);
  });

  test("that leads to another folder in the workspace is followed", async () => {
    const workspace = createTemporaryFolder();
    mkdirSync(join(workspace, "media"));
    symlinkSync("media", join(workspace, "videos"));
    const target = await prepare(workspace, "videos/release.mp4");
    expect(target.pathFor("v_1", "mp4")).toBe(join(workspace, "videos", "release.mp4"));
  });
});

describe("a path that can't be written is rejected before anything is paid for", () => {
  test("when a file has the name of the folder", async () => {
    const workspace = createTemporaryFolder();
    writeFileSync(join(workspace, "videos"), "");
    const { code, message } = await errorOf(workspace, undefined);
    expect(code).toBe("invalid_input");
    expect(message).toMatch(/^`output_path` is "videos\/": videos cannot be written to \(E\w+\)\.$/);
  });

  test("when a folder has the name of the video", async () => {
    const workspace = createTemporaryFolder();
    mkdirSync(join(workspace, "release.mp4"));
    expect((await errorOf(workspace, "release.mp4")).message).toContain("a folder named release.mp4 exists");
  });

  test.each([300, 255, 252])("when the file name is too long (%i characters)", async (length) => {
    const name = `${"x".repeat(length - 4)}.mp4`;
    expect((await errorOf(createTemporaryFolder(), name)).code).toBe("invalid_input");
  });

  // Not even root can create a file there.
  test.skipIf(process.platform !== "linux")("when the folder is not writable", async () => {
    const { code, message } = await errorOf("/sys", "release.mp4");
    expect(code).toBe("invalid_input");
    expect(message).toMatch(/: the folder cannot be written to \(E\w+\)\.$/);
  });
});

describe("the extension of `output_path`", () => {
  const mp4 = "it must end in `.mp4`";
  const webm = "it must end in `.webm`";
  const anyFormat = "it must end in `.mp4` or `.webm`";

  test.each<[string, Format, string]>([
    ["release.webm", "mp4", mp4],
    ["release.mp4", "webm", webm],
    ["release.mov", "webm", webm],
    ["release.mov", "any", anyFormat],
    ["videos/", "any", anyFormat],
    [".webm", "webm", webm],
  ])("is rejected for %j with the format %s: %s", async (path, format, reason) => {
    const { code, message } = await failureOf(() => prepare(createTemporaryFolder(), path, format));
    expect([code, message]).toEqual(["invalid_input", `\`output_path\` is "${path}": ${reason}.`]);
  });

  test.each<[string, Format, Container]>([
    ["release.mp4", "mp4", "mp4"],
    ["release.webm", "webm", "webm"],
    ["videos/release.WebM", "webm", "webm"],
    ["release.mp4", "any", "mp4"],
    ["release.webm", "any", "webm"],
  ])("is accepted for %j with the format %s", async (path, format, container) => {
    const workspace = createTemporaryFolder();
    const target = await prepare(workspace, path, format);
    expect([target.container, target.pathFor("v_1", container)]).toEqual([container, join(workspace, path)]);
  });

  test.each<Container>(["mp4", "webm"])(
    "is that of the format when `output_path` is not set (%s)",
    async (container) => {
      const workspace = createTemporaryFolder();
      for (const format of [container, "any"] as const) {
        const target = await prepare(workspace, undefined, format);
        expect(target.container).toBeUndefined();
        expect(target.pathFor("v_1", container)).toBe(
          join(workspace, "videos", `Release-2.0-v_1.${container}`),
        );
      }
    },
  );
});

test("builds a file name from the title, the id and the format", () => {
  expect(videoFileName("Release 2.0: what is new?", "v_1", "mp4")).toBe("Release-2.0-what-is-new-v_1.mp4");
  expect(videoFileName("Release 2.0: what is new?", "v_1", "webm")).toBe("Release-2.0-what-is-new-v_1.webm");
});

test.each([
  ["", "video-v_1.mp4"],
  ["   ", "video-v_1.mp4"],
  [".", "video-v_1.mp4"],
  ["..", "video-v_1.mp4"],
  ["../../etc/passwd", "etc-passwd-v_1.mp4"],
  ["..\\..\\windows\\system32", "windows-system32-v_1.mp4"],
  ["/absolute/path", "absolute-path-v_1.mp4"],
  ["C:\\video", "C-video-v_1.mp4"],
  ['a/b\\c:d*e?f"g<h>i|j', "a-b-c-d-e-f-g-h-i-j-v_1.mp4"],
  [".hidden", "hidden-v_1.mp4"],
  ["--rf", "rf-v_1.mp4"],
  ["CON", "CON-v_1.mp4"],
  ["trailing dot.", "trailing-dot-v_1.mp4"],
  ["null\0byte\nand line", "null-byte-and-line-v_1.mp4"],
  ["$(reboot) `reboot` ;reboot", "reboot-reboot-reboot-v_1.mp4"],
  ["%2e%2e%2fetc", "2e-2e-2fetc-v_1.mp4"],
  ["a..b...c", "a.b.c-v_1.mp4"],
  ["Grüße aus Łódź", "Gru-e-aus-odz-v_1.mp4"],
  ["🎬🎬🎬", "video-v_1.mp4"],
  ["🎬 Release 🚀 2.0", "Release-2.0-v_1.mp4"],
  ["リリース・ノート", "video-v_1.mp4"],
  ["إصدار", "video-v_1.mp4"],
  ["ﬁnal ½ Ⅳ", "final-1-2-IV-v_1.mp4"],
  ["\u202egpj.exe", "gpj.exe-v_1.mp4"],
])("turns the title %j into the safe name %j", (title, name) => {
  expect(videoFileName(title, "v_1", "mp4")).toBe(name);
});

describe("a file name", () => {
  const hostile = ["x".repeat(10_000), "é".repeat(10_000), "🎬".repeat(10_000), "../".repeat(10_000)];

  test.each([...hostile, "a.".repeat(5_000), `${"x".repeat(59)}-.-rest`, "NUL", "~root"])(
    "is short and contains letters, digits, dots, underscores and dashes only (%#)",
    (title) => {
      for (const id of ["v_1", "i".repeat(500), "../../id", "", "é", "."]) {
        const name = videoFileName(title, id, "mp4");
        expect(name).toMatch(/^[A-Za-z0-9_][\w.-]*-[A-Za-z0-9_][\w.-]*\.mp4$/);
        expect(name).not.toContain("..");
        expect(name.length).toBeLessThanOrEqual(150);
      }
    },
  );

  test("differs for different ids", () => {
    const nameOf = (id: string) => videoFileName("x".repeat(500), id, "mp4");
    expect(nameOf("v_1")).not.toBe(nameOf("v_2"));
  });
});

test("inserts a suffix before the extension", () => {
  expect(withSuffix("videos/release.mp4", "2")).toBe("release-2.mp4");
  expect(withSuffix("release.v2.mp4", "2")).toBe("release.v2-2.mp4");
});
