import { symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTextFile } from "../../src/inputs/text-file.ts";
import { createPipe } from "../support/files/pipe.ts";
import { createWorkspace } from "../support/files/workspace.ts";
import { failureOf } from "../support/runtime/failure-of.ts";

const workspace = createWorkspace({ "docs/a.txt": "a\r\nb\rc\n", "docs/grüße.md": "Grüße 🎬" });
const outside = createWorkspace({ "secret.txt": "hush-hush" });
const read = (typed: string) => readTextFile(workspace, "script_file", typed);

test("a text file is read with LF line ends", async () => {
  expect(await read("docs/a.txt")).toBe("a\nb\nc\n");
});

test("a text file can have any Unicode name and text", async () => {
  expect(await read("docs/grüße.md")).toBe("Grüße 🎬");
});

describe("a text file is rejected, by the path as typed, when it", () => {
  symlinkSync(join(outside, "secret.txt"), join(workspace, "link.txt"));
  symlinkSync(outside, join(workspace, "folder"));
  symlinkSync("/dev/zero", join(workspace, "zero"));
  symlinkSync("loop", join(workspace, "loop"));
  writeFileSync(join(workspace, "big.txt"), "");
  truncateSync(join(workspace, "big.txt"), 50 * 1_024 * 1_024);
  createPipe(join(workspace, "pipe"));

  test.each([
    ["does not exist", "nowhere.txt", "cannot be read (ENOENT)"],
    ["is a folder", "docs", "it is not a file"],
    ["is a pipe without a writer", "pipe", "it is not a file"],
    [
      "is outside the workspace by a relative path",
      `../${basename(outside)}/secret.txt`,
      "is outside the workspace",
    ],
    ["is outside the workspace by an absolute path", join(outside, "secret.txt"), "is outside the workspace"],
    ["is a link to a file outside the workspace", "link.txt", "is outside the workspace"],
    ["is in a folder that is a link out of the workspace", "folder/secret.txt", "is outside the workspace"],
    ["is a link to an endless device", "zero", "is outside the workspace"],
    ["is a link to itself", "loop", "cannot be read (ELOOP)"],
    ["has a name with a null byte", "docs/a.txt\0.md", "cannot be read (ERR_INVALID_ARG_VALUE)"],
    ["is larger than 1 MiB", "big.txt", "it has 52.4 MB, and at most 1 MiB is allowed"],
  ])("%s", async (_, typed, reason) => {
    const { code, message, hint } = await failureOf(() => read(typed));
    expect(code).toBe("invalid_input");
    expect(message).toMatch(/^`script_file` is "/);
    expect(message).toContain(reason);
    expect(message).not.toContain("hush-hush");
    expect(hint).toContain("actions/checkout");
  });

  test.each([
    ["is not UTF-8", Buffer.from("one\ntwo\nth\xffree\n", "latin1"), 3],
    ["is UTF-16", Buffer.from("\ufeffhello", "utf16le"), 1],
    ["ends in an incomplete character", Buffer.from("one\ntwo é").subarray(0, -1), 2],
    ["contains a null byte", Buffer.from("one\ntw\0o"), 2],
  ])("%s, and the line is named", async (_, content, line) => {
    writeFileSync(join(workspace, "bad.txt"), content);
    const { message, location } = await failureOf(() => read("bad.txt"));
    expect(location).toEqual({ file: "bad.txt", line });
    expect(message).toContain(`\`script_file\` is "bad.txt", line ${line}: it `);
  });
});
