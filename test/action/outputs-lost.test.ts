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

describe.concurrent("a runner whose file for outputs takes nothing ends the step before anything is paid for:", () => {
  test.each<[string, () => string]>([
    ["it is not there", () => join(createTemporaryFolder(), "missing")],
    ["its folder is not there", () => join(createTemporaryFolder(), "missing", "output")],
    ["it is a folder", () => createTemporaryFolder()],
    ...(existsSync("/dev/full")
      ? ([["its disk is full", () => "/dev/full"]] as [string, () => string][])
      : []),
  ])("%s", async (_, lay) => {
    await using fake = await startFakeHeygen(quick);
    const path = lay();
    const step = await runStep(fake, script, { env: { GITHUB_OUTPUT: path } });
    expect([step.exitCode, fake.requests]).toEqual([1, []]);
    expect(step.annotations).toMatchObject([
      { level: "error", title: "Showreel: invalid_input", message: expect.stringContaining(path) },
    ]);
    expect(step.annotations[0]?.message).toContain("Nothing was submitted.");
    expect(step.stdout + step.stderr).not.toMatch(stack);
  });
});

describe.concurrent("a runner that names no file for outputs gets its video, a warning, and no link in its log", () => {
  test.each([
    ["unset", undefined],
    ["empty", ""],
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

test("a file for outputs that goes while the video is paid for costs nobody the video, whose id is in the log", async () => {
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

test("a file of the event that is cut off is a warning, and the video becomes an artifact", async () => {
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

test("the runner is told of signed links, so that no later step's log shows them", async () => {
  await using fake = await startFakeHeygen(quick);
  const step = await runStep(fake, script);
  const { video_url = "", thumbnail_url = "" } = step.outputs;
  expect(video_url).toMatch(/Signature=secret-1$/);
  expect(step.masks).toEqual(expect.arrayContaining([video_url, thumbnail_url]));
  // What is no secret must stay: GitHub would hand no output on that holds a masked word.
  expect(step.masks.filter((mask) => step.outputs.video_id?.includes(mask))).toEqual([]);
  expect(visibleOutput(step)).not.toMatch(/secret-|Signature/);
});
