import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { startCli } from "../support/processes/run-cli.ts";
import { flagsFor, runCliWith } from "../support/processes/run-cli-with-fake.ts";

const script = ["--script", "Welcome.", "--avatar-id", "look_1"];
const quick = { videoStatuses: ["completed"] };
const stack = /^\s+at .+:\d+/m;
const bundle = fileURLToPath(new URL("../../dist/cli/index.js", import.meta.url));

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

test.runIf(existsSync("/dev/full"))(
  "a write error on stdout is reported on stderr and fails the run",
  async () => {
    const command = `exec "$0" "$@" > /dev/full`;
    const flags = ["--provider", "sandbox", "--prompt", "Hello", "--wait", "false"];
    const child = spawn("/bin/sh", ["-c", command, process.execPath, bundle, ...flags], {
      cwd: createTemporaryFolder(),
    });
    let stderr = "";
    child.stderr.on("data", (text) => (stderr += text));
    const [status] = await once(child, "close");
    expect(stderr).toContain("could not be written to stdout (ENOSPC)");
    expect(stderr).toContain("Submitted: session_id");
    expect(status).toBe(1);
  },
);

test("closing the terminal cancels the run, which prints the outputs and how to resume", async () => {
  await using fake = await startFakeHeygen({ videoStatuses: ["processing"] });
  const polling = Promise.withResolvers<void>();
  const { child, done } = startCli([...flagsFor(fake), ...script], {
    env: { HEYGEN_API_KEY: "test-key" },
    onLine: (line) => line.includes("processing") && polling.resolve(),
  });
  await polling.promise;
  child.kill("SIGHUP");
  const run = await done;
  expect(run.exitCode).toBe(130);
  expect(JSON.parse(run.stdout)).toMatchObject({ error_code: "interrupted", video_id: "v_1" });
  expect(run.stderr).toContain("--video-id v_1");
});
