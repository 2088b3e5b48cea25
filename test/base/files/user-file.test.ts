import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { requireNoPipe, requireWritable, writeUserFile } from "../../../src/base/files/user-file.ts";
import { createOutsideFile, specialFiles, unchangedState } from "../../support/files/special-files.ts";
import { createTemporaryFolder } from "../../support/files/temporary-folder.ts";

function prepare() {
  const folder = createTemporaryFolder();
  return { path: join(folder, "video.env"), outside: createOutsideFile(folder) };
}

const named = (path: string) => ({ path, cwd: process.cwd() });

describe("writeUserFile", () => {
  test("creates a file, and replaces the content of an existing one", () => {
    const { path } = prepare();
    writeUserFile(named(path), "a longer text");
    writeUserFile(named(path), "new");
    expect(readFileSync(path, "utf8")).toBe("new");
  });

  test.each(specialFiles)("does not write to $title", ({ kind, create }) => {
    const { path, outside } = prepare();
    create(path, outside.path);
    expect(() => writeUserFile(named(path), "new")).toThrow(`${path} is ${kind}, not a file`);
    expect(outside.state()).toEqual(unchangedState);
  });

  test("follows a link to a folder outside of the working directory", () => {
    const { path } = prepare();
    mkdirSync(`${path}-folder`);
    symlinkSync(`${path}-folder`, `${path}-link`);
    writeUserFile(named(join(`${path}-link`, "a")), "new");
    expect(readFileSync(join(`${path}-folder`, "a"), "utf8")).toBe("new");
  });
});

describe("requireWritable", () => {
  test("creates a missing file, and leaves an existing one unchanged", () => {
    const { path } = prepare();
    requireWritable(named(path));
    expect(existsSync(path)).toBe(true);
    writeFileSync(path, "old");
    requireWritable(named(path));
    expect(readFileSync(path, "utf8")).toBe("old");
  });

  test("throws in a folder that does not exist", () => {
    const { path } = prepare();
    expect(() => requireWritable(named(join(path, "missing", "a")))).toThrow("ENOENT");
  });
});

describe("requireNoPipe", () => {
  test("accepts a missing path, and everything but a pipe", () => {
    const { path, outside } = prepare();
    for (const each of [path, outside.path, "/dev/null"]) expect(() => requireNoPipe(each)).not.toThrow();
  });

  test("throws for a pipe, also behind a link", () => {
    const { path, outside } = prepare();
    specialFiles.find(({ kind }) => kind === "a pipe")?.create(path, outside.path);
    symlinkSync(path, `${path}-link`);
    expect(() => requireNoPipe(path)).toThrow("is a pipe, not a file");
    expect(() => requireNoPipe(`${path}-link`)).toThrow("is a pipe, not a file");
  });
});
