import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runAction } from "../support/action/run-action.ts";
import { inputsFor, runStep } from "../support/action/run-step.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { visibleOutput } from "../support/leaks/visible-output.ts";
import { startFakeResults } from "../support/stores/fake-results.ts";

const script = { script: "Welcome.", avatar_id: "look_1", title: "Reel" };
const quick = { videoStatuses: ["completed"] };
const stack = /^\s+at .+:\d+/m;

describe.concurrent("an unwritable output file ends the step before anything is paid for:", () => {
  test.each<[string, () => string]>([
    ["it is missing", () => join(createTemporaryFolder(), "missing")],
    ["its folder is missing", () => join(createTemporaryFolder(), "missing", "output")],
    ["it is a folder", () => createTemporaryFolder()],
    ...(existsSync("/dev/full")
      ? ([["its disk is full", () => "/dev/full"]] as [string, () => string][])
      : []),
  ])("%s", async (_title, createPath) => {
    await using fake = await startFakeHeygen(quick);
    const path = createPath();
    const step = await runStep(fake, script, { env: { GITHUB_OUTPUT: path } });
    expect([step.exitCode, fake.requests]).toEqual([1, []]);
    expect(step.annotations).toMatchObject([
      { level: "error", title: "Showreel: invalid_input", message: expect.stringContaining(path) },
    ]);
    expect(step.annotations[0]?.message).toContain("Nothing was submitted.");
    expect(step.stdout + step.stderr).not.toMatch(stack);
  });
});

describe.concurrent("without an output file, a step keeps its video, warns, and prints no link to its log:", () => {
  test.each([
    ["GITHUB_OUTPUT is unset", undefined],
    ["GITHUB_OUTPUT is empty", ""],
  ])("%s", async (_, value) => {
    await using fake = await startFakeHeygen(quick);
    const step = await runStep(fake, script, { env: { GITHUB_OUTPUT: value } });
    expect(step.exitCode).toBe(0);
    expect(step.annotations).toMatchObject([
      { level: "warning", message: expect.stringContaining("GITHUB_OUTPUT") },
    ]);
    expect(step.stdout).not.toContain("set-output");
    expect(step.stdout + step.stderr + step.summary).not.toMatch(/secret-|Signature/);
    expect(readdirSync(join(step.workspace, "videos"))).toContain("Reel-v_1.mp4");
  });
});

test("if the output file becomes unwritable during the submit, the video is kept and its id is in the log", async () => {
  const output = join(createTemporaryFolder(), "output");
  writeFileSync(output, "");
  await using fake = await startFakeHeygen({
    ...quick,
    onBoundary: async ({ route, stage }) => {
      if (route === "POST /v3/videos" && stage === "acted") {
        rmSync(output);
        mkdirSync(output);
      }
      return undefined;
    },
  });
  const step = await runStep(fake, { ...script, reuse: "never" }, { env: { GITHUB_OUTPUT: output } });
  expect([step.exitCode, fake.billed]).toEqual([0, 1]);
  expect(step.annotations).toMatchObject([{ level: "warning", message: expect.stringContaining(output) }]);
  expect(step.stdout).toContain("Submitted: video_id v_1.");
  expect(step.stdout + step.stderr).not.toMatch(stack);
  expect(readdirSync(join(step.workspace, "videos"))).toContain("Reel-v_1.mp4");
});

test("a truncated event file is a warning, and the video becomes an artifact", async () => {
  await using fake = await startFakeHeygen(quick);
  await using results = await startFakeResults();
  const payload = join(createTemporaryFolder(), "event.json");
  writeFileSync(payload, '{"release": {"tag_name": "v2", "bo');
  const inputs = inputsFor(fake, { ...script, upload_extras: "false" });
  const step = await runAction({ inputs, results, env: { GITHUB_EVENT_PATH: payload } });
  expect(step).toMatchObject({ exitCode: 0, outputs: { status: "completed", error_code: "" } });
  expect(step.annotations).toMatchObject([{ level: "warning", message: expect.stringContaining(payload) }]);
  expect(step.stdout + step.stderr).not.toMatch(stack);
  expect(results.artifacts).toHaveLength(1);
});

test("signed links are masked, so that no later step's log shows them", async () => {
  await using fake = await startFakeHeygen(quick);
  const step = await runStep(fake, script);
  const { video_url = "", thumbnail_url = "" } = step.outputs;
  expect(video_url).toMatch(/Signature=secret-1$/);
  expect(step.masks).toEqual(expect.arrayContaining([video_url, thumbnail_url]));
  // The id must not be masked: GitHub drops a job output that contains a masked value.
  expect(step.masks.filter((mask) => step.outputs.video_id?.includes(mask))).toEqual([]);
  expect(visibleOutput(step)).not.toMatch(/secret-|Signature/);
});
