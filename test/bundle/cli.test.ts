import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import packageFile from "../../package.json" with { type: "json" };
import { inspectVideo } from "../../src/download/media/container.ts";
import { runBuiltCli, startBuiltCli } from "../support/cli/built-cli.ts";
import { expectInterrupted } from "../support/cli/expect-interrupted.ts";
import { flagsFor } from "../support/cli/run-cli-with-fake.ts";
import { toSource } from "../support/files/byte-source.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { failure } from "../support/heygen/fake-heygen/replies.ts";
import { type FakeHeygen, startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { containsSecret } from "../support/leaks/contains-secret.ts";
import { fakeKey } from "../support/leaks/fake-secrets.ts";
import { startFakeReelbot } from "../support/providers/fake-reelbot.ts";
import { bedroom } from "../support/providers/open-reelbot.ts";

const env = { HEYGEN_API_KEY: "test-key" };
const prompt = ["--prompt", "A short welcome"];
const script = ["--script", "Welcome.", "--avatar-id", "look_1"];

test.concurrent("the command line in dist/ makes a video in the sandbox, without an account or a key", async () => {
  const run = await runBuiltCli(["--provider", "sandbox", "--title", "My first video", ...prompt]);
  expect(run.exitCode).toBe(0);
  const { video_path } = JSON.parse(run.stdout);
  expect(video_path).toMatch(/videos\/My-first-video-[\w-]+\.mp4$/);
  const video = await inspectVideo("mp4", toSource(readFileSync(video_path)));
  expect(video).toMatchObject({ playable: true });
});

test.concurrent("the command line in dist/ prints the version of the package", async () => {
  const run = await runBuiltCli(["--version"]);
  expect(run).toMatchObject({ exitCode: 0, stdout: `${packageFile.version}\n`, stderr: "" });
});

test.concurrent("the command line in dist/ contains ReelBot, and downloads a video from it", async () => {
  const video = "test/fixtures/fragmented.mp4";
  await using fake = await startFakeReelbot({ video, statuses: ["completed"] });
  const options = ["--provider-options", JSON.stringify({ brollKeys: [bedroom] })];
  const flags = ["--provider", "reelbot", "--script", "Five tips.", "--voice-id", "joanna", ...options];
  const run = await runBuiltCli(flagsFor(fake, ...flags), { env: { REELBOT_API_KEY: "test-key" } });
  expect(run.exitCode).toBe(0);
  expect(readFileSync(JSON.parse(run.stdout).video_path)).toEqual(readFileSync(video));
  expect([fake.billed, fake.problems, fake.leakedKeys]).toEqual([1, [], []]);
});

test.concurrent.each([
  ["repeats in an error response", 3, script],
  ["is passed as a flag", 2, ["--api-key", fakeKey, ...prompt, fakeKey]],
])("a key that %s is not shown by the command line in dist/", async (_, exitCode, flags) => {
  await using fake = await startFakeHeygen({ apiKey: fakeKey });
  fake.on("POST /v3/videos", failure(401, "unauthorized", `The key ${fakeKey} is not valid`));
  const run = await runBuiltCli(flagsFor(fake, ...flags), { env: { HEYGEN_API_KEY: fakeKey } });
  expect(run.exitCode).toBe(exitCode);
  expect(containsSecret(run.stdout + run.stderr, fakeKey)).toBe(false);
});

const isPolling = ({ requests }: FakeHeygen) => requests.some(({ method }) => method === "GET");

/** Starts the command line, and sends it the signal when it polls for the status. */
async function killWhilePolling(
  fake: FakeHeygen,
  signal: NodeJS.Signals,
  { flags = script, cwd = createTemporaryFolder() }: { flags?: readonly string[]; cwd?: string } = {},
) {
  const { child, done } = startBuiltCli(flagsFor(fake, ...flags), { cwd, env });
  await expect.poll(() => isPolling(fake), { timeout: 120_000 }).toBe(true);
  child.kill(signal);
  return await done;
}

describe.concurrent("the command line in dist/", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "ends with status 130 after %s, with the outputs and how to resume",
    async (signal) => {
      await using fake = await startFakeHeygen();
      fake.on("GET /v3/videos/{video_id}", "hang");
      expectInterrupted(await killWhilePolling(fake, signal));
    },
  );

  test.each([
    ["prompt", prompt, "GET /v3/video-agents/{session_id}"],
    ["script", script, "GET /v3/videos/{video_id}"],
  ] as const)("resumes the video of a %s after SIGKILL", async (_, flags, statusRoute) => {
    await using fake = await startFakeHeygen({ videoStatuses: ["completed"] });
    fake.on(statusRoute, "hang");
    const cwd = createTemporaryFolder();
    await killWhilePolling(fake, "SIGKILL", { flags, cwd });
    const second = await runBuiltCli(flagsFor(fake, ...flags), { cwd, env });
    expect(second.exitCode).toBe(0);
    const outputs = JSON.parse(second.stdout);
    expect(outputs).toMatchObject({ status: "completed", resumed: "true", video_id: "v_1" });
    expect(fake.billed).toBe(1);
  });

  test("ends after SIGINT although the provider does not respond to `--on-interrupt stop`", async () => {
    await using fake = await startFakeHeygen({ sessionStatuses: [{ status: "thinking" }] });
    fake.on("POST /v3/video-agents/{session_id}/stop", "hang");
    const flags = [...prompt, "--on-interrupt", "stop"];
    const run = await killWhilePolling(fake, "SIGINT", { flags });
    expect(run.exitCode).toBe(130);
    expect(JSON.parse(run.stdout)).toMatchObject({ session_id: "sess_1", error_code: "interrupted" });
  });
});
