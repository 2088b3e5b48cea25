import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runCli } from "../support/cli/run-cli.ts";
import { flagsFor } from "../support/cli/run-cli-with-fake.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { type FakeReelbot, startFakeReelbot } from "../support/providers/fake-reelbot.ts";
import { bedroom } from "../support/providers/open-reelbot.ts";

const video = "test/fixtures/fragmented.mp4";
const options = JSON.stringify({ brollKeys: [bedroom] });
const narration = ["--script", "Here are five tips.", "--voice-id", "joanna", "--provider-options", options];

async function run(fake: FakeReelbot, cwd: string) {
  const flags = flagsFor(fake, "--provider", "reelbot", ...narration);
  const env = { REELBOT_API_KEY: "test-key" };
  const result = await runCli(flags, { cwd, env });
  return { ...result, outputs: JSON.parse(result.stdout) as Record<string, string> };
}

test("the command line downloads a video from ReelBot, and sends the API key only to ReelBot", async () => {
  await using fake = await startFakeReelbot({ video, statuses: ["queued", "completed"] });
  const cwd = createTemporaryFolder();
  const { exitCode, outputs, stderr } = await run(fake, cwd);
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  expect(outputs).toMatchObject({ status: "completed", video_id: "project_1", resumed: "false" });
  expect(readFileSync(outputs.video_path ?? "")).toEqual(readFileSync(video));
  expect([fake.billed, fake.problems, fake.leakedKeys]).toEqual([1, [], []]);
});

test("the command line does not pay ReelBot twice when the response to a submit is lost", async () => {
  await using fake = await startFakeReelbot({ video });
  fake.on("POST /api/v1/video/generate", "lost");
  const { exitCode, outputs, stderr } = await run(fake, createTemporaryFolder());
  expect({ exitCode, stderr }).toMatchObject({
    exitCode: 1,
    stderr: expect.stringMatching(/A video may have been created, but its id was lost\..*reelbot\.space/s),
  });
  expect(outputs).toMatchObject({ status: "failed", error_code: "provider_error", video_id: "" });
  expect([fake.billed, fake.count("POST /api/v1/video/generate")]).toEqual([1, 1]);
});
