import { mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  makeRealFolder,
  readRegularFile,
  realFolderExists,
  replaceFile,
} from "../../../src/base/files/regular-file.ts";
import {
  createOutsideFile,
  specialFiles,
  specialFilesExcept,
  unchangedState,
} from "../../support/files/special-files.ts";
import { createTemporaryFolder } from "../../support/files/temporary-folder.ts";

function prepare() {
  const folder = createTemporaryFolder();
  return { path: join(folder, "here"), outside: createOutsideFile(folder) };
}

describe("a file", () => {
  test("is read; a missing one is undefined", async () => {
    const { path, outside } = prepare();
    expect(await readRegularFile(path)).toBeUndefined();
    expect(String(await readRegularFile(outside.path))).toBe("mine");
  });

  test("is not read when it is larger than allowed", async () => {
    const { outside } = prepare();
    await expect(readRegularFile(outside.path, 3)).rejects.toThrow("has more than 3 bytes");
  });

  test("does not count as missing when a file has the name of its folder", async () => {
    const { outside } = prepare();
    await expect(readRegularFile(join(outside.path, "x"))).rejects.toMatchObject({ code: "ENOTDIR" });
  });

  test.each(specialFiles)("is not read when it is $title", async ({ kind, create }) => {
    const { path, outside } = prepare();
    create(path, outside.path);
    await expect(readRegularFile(path)).rejects.toThrow(`${path} is ${kind}, not a file`);
  });

  test("is not read when it is a device", async () => {
    await expect(readRegularFile("/dev/zero")).rejects.toThrow("/dev/zero is a device, not a file");
  });

  test.each(specialFilesExcept("a folder"))("replaces $title", async ({ create }) => {
    const { path, outside } = prepare();
    create(path, outside.path);
    await replaceFile(path, "new");
    expect(String(await readRegularFile(path))).toBe("new");
    expect(outside.state()).toEqual(unchangedState);
  });

  test("does not replace a folder, and leaves no temporary file", async () => {
    const { path } = prepare();
    mkdirSync(path);
    await expect(replaceFile(path, "new")).rejects.toMatchObject({ code: "EISDIR" });
    expect(readdirSync(dirname(path)).sort()).toEqual(["here", "outside"]);
  });
});

describe("a folder", () => {
  test("is created with those above it, unless it exists", async () => {
    const { path } = prepare();
    expect(await realFolderExists(join(path, "a"))).toBe(false);
    for (const _time of [1, 2]) await makeRealFolder(join(path, "a"));
    expect(await realFolderExists(join(path, "a"))).toBe(true);
  });

  test.each(specialFilesExcept("a folder"))("is not created in place of $title", async ({ kind, create }) => {
    const { path, outside } = prepare();
    create(path, outside.path);
    await expect(makeRealFolder(path)).rejects.toThrow(`${path} is ${kind}, not a folder`);
    expect(outside.state()).toEqual(unchangedState);
  });

  test("is not created in place of a file", async () => {
    const { outside } = prepare();
    await expect(makeRealFolder(outside.path)).rejects.toThrow(`${outside.path} is a file, not a folder`);
  });
});
