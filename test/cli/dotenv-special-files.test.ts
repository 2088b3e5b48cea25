import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCliWith } from "../support/cli/run-cli-with-fake.ts";
import {
  createOutsideFile,
  specialFiles,
  specialFilesExcept,
  unchangedState,
} from "../support/files/special-files.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";

const script = ["--script", "Welcome.", "--avatar-id", "look_1"];

/** Runs the command line with this `--dotenv`, in a folder with the files that the callback creates. */
async function run(typed: string, createFiles: (folder: string, outside: string) => void) {
  await using fake = await startFakeHeygen({ videoStatuses: ["completed"] });
  const parent = createTemporaryFolder();
  const outside = createOutsideFile(parent);
  const cwd = join(parent, "work");
  mkdirSync(cwd);
  createFiles(cwd, outside.path);
  const { exitCode, stderr, outputs } = await runCliWith(fake, [...script, "--dotenv", typed], { cwd });
  return { exitCode, stderr, code: outputs.error_code, billed: fake.billed, state: outside.state(), cwd };
}

const rejected = { exitCode: 2, code: "invalid_input", billed: 0, state: unchangedState };

describe("before anything is paid for, --dotenv is rejected when it is", () => {
  test.each(specialFiles)("$title", async ({ kind, create }) => {
    const result = await run("video.env", (cwd, outside) => create(join(cwd, "video.env"), outside));
    expect(result).toMatchObject(rejected);
    expect(result.stderr).toContain(`--dotenv is "video.env", which is ${kind}, not a file.`);
  });

  test.each(specialFilesExcept("a folder"))("in a folder that is $title", async ({ title, create }) => {
    const result = await run("out/video.env", (cwd, outside) => create(join(cwd, "out"), outside));
    expect(result).toMatchObject(rejected);
    expect(result.stderr).toMatch(/--dotenv is "out\/video.env", which (cannot be written|is behind a link)/);
    if (title === "a link to a folder")
      expect(result.stderr).toContain("is behind a link that leads out of the working directory");
  });
});

test("--dotenv is accepted in a folder that is a link to another folder in the working directory", async () => {
  const result = await run("out/video.env", (cwd) => {
    mkdirSync(join(cwd, "build"));
    symlinkSync("build", join(cwd, "out"));
  });
  expect(result).toMatchObject({ exitCode: 0, billed: 1, state: unchangedState });
  expect(readFileSync(join(result.cwd, "build", "video.env"), "utf8")).toContain("STATUS=completed\n");
});
