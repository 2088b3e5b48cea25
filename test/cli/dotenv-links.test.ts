import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCliWith } from "../support/cli-step.ts";
import { startFakeHeygen } from "../support/fake-heygen.ts";
import { makeOutside, plants, plantsBut, untouched } from "../support/plants.ts";
import { createTemporaryFolder } from "../support/temporary-folder.ts";

const script = ["--script", "Welcome.", "--avatar-id", "look_1"];

/** Runs the command line in a folder where something is laid, with this for its `--dotenv`. */
async function run(typed: string, lay: (folder: string, outside: string) => void) {
  await using fake = await startFakeHeygen({ videoStatuses: ["completed"] });
  const parent = createTemporaryFolder();
  const outside = makeOutside(parent);
  const cwd = join(parent, "work");
  mkdirSync(cwd);
  lay(cwd, outside.path);
  const { exitCode, stderr, outputs } = await runCliWith(fake, [...script, "--dotenv", typed], { cwd });
  return { exitCode, stderr, code: outputs.error_code, billed: fake.billed, state: outside.state(), cwd };
}

const refused = { exitCode: 2, code: "invalid_input", billed: 0, state: untouched };

describe("before anything is paid for, --dotenv is refused that is", () => {
  test.each(plants)("$title", async ({ kind, lay }) => {
    const end = await run("video.env", (cwd, outside) => lay(join(cwd, "video.env"), outside));
    expect(end).toMatchObject(refused);
    expect(end.stderr).toContain(`--dotenv is "video.env", which is ${kind}, not a file.`);
  });

  test.each(plantsBut("a folder"))("in a folder that is $title", async ({ title, lay }) => {
    const end = await run("out/video.env", (cwd, outside) => lay(join(cwd, "out"), outside));
    expect(end).toMatchObject(refused);
    expect(end.stderr).toMatch(/--dotenv is "out\/video.env", which (cannot be written|is behind a link)/);
    if (title === "a link to a folder")
      expect(end.stderr).toContain("is behind a link that leads out of the working directory");
  });
});

test("--dotenv may lie in a folder that is a link to one beside it", async () => {
  const end = await run("out/video.env", (cwd) => {
    mkdirSync(join(cwd, "build"));
    symlinkSync("build", join(cwd, "out"));
  });
  expect(end).toMatchObject({ exitCode: 0, billed: 1, state: untouched });
  expect(readFileSync(join(end.cwd, "build", "video.env"), "utf8")).toContain("STATUS=completed\n");
});
