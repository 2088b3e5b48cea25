import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCliWith } from "../support/cli/run-cli-with-fake.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";

const script = ["--script", "Welcome.", "--avatar-id", "look_1"];
const quick = { videoStatuses: ["completed"] };
const stack = /^\s+at .+:\d+/m;

describe.concurrent("an output file that can't be written fails the command before anything is paid for:", () => {
  test.each([
    ["--dotenv is a folder", "--dotenv", () => createTemporaryFolder(), "is a folder"],
    [
      "the folder of --dotenv does not exist",
      "--dotenv",
      () => join(createTemporaryFolder(), "no", "x.env"),
      "ENOENT",
    ],
    ["GITHUB_OUTPUT is a folder", "GITHUB_OUTPUT", () => createTemporaryFolder(), "EISDIR"],
    [
      "GITHUB_OUTPUT does not exist",
      "GITHUB_OUTPUT",
      () => join(createTemporaryFolder(), "no"),
      "does not exist",
    ],
  ])("%s", async (_, name, createPath, reason) => {
    await using fake = await startFakeHeygen(quick);
    const path = createPath();
    const isFlag = name.startsWith("-");
    const run = await runCliWith(fake, isFlag ? [...script, name, path] : script, {
      env: isFlag ? {} : { [name]: path },
    });
    expect(run).toMatchObject({ exitCode: 2, outputs: { status: "failed", error_code: "invalid_input" } });
    expect(run.stderr).toContain(path);
    expect(run.stderr).toContain(reason);
    expect(run.stderr).not.toMatch(stack);
    expect(fake.requests).toEqual([]);
  });
});

test("a --dotenv file that becomes unwritable fails the run after the JSON is printed, and the video is kept", async () => {
  const path = join(createTemporaryFolder(), "x.env");
  await using fake = await startFakeHeygen({
    ...quick,
    onBoundary: async ({ route, stage }) => {
      if (route === "POST /v3/videos" && stage === "acted") {
        rmSync(path);
        mkdirSync(path);
      }
      return undefined;
    },
  });
  const run = await runCliWith(fake, [...script, "--dotenv", path]);
  expect(run).toMatchObject({ exitCode: 1, outputs: { status: "completed", video_id: "v_1" } });
  expect(run.stderr).toContain("publish_failed: --dotenv");
  expect(run.stderr).not.toMatch(stack);
  expect(existsSync(run.outputs.video_path ?? "")).toBe(true);
});
