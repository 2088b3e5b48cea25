import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runAction } from "../support/action/run-action.ts";
import { inputsFor } from "../support/action/run-step.ts";
import { sampleVideo } from "../support/files/sample-video.ts";
import { type FakeHeygen, startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { linesWithSecrets } from "../support/leaks/visible-output.ts";
import { startFakeResults } from "../support/stores/fake-results.ts";

const video = sampleVideo;
const script = { script: "Welcome.", avatar_id: "look_1", title: "Reel" };
/** The video without its movie header. */
const broken = Buffer.concat([video.subarray(0, 32), video.subarray(-9)]);

const downloads = (fake: FakeHeygen) => fake.requests.filter(({ path }) => path.startsWith("/files/")).length;

describe.concurrent("when the provider's file is no playable video", () => {
  test("the step fails, and uploads the file as an artifact of its own name", async () => {
    await using fake = await startFakeHeygen({ video: broken, videoStatuses: ["completed"] });
    await using results = await startFakeResults();
    const step = await runAction({ inputs: inputsFor(fake, script), results });
    const path = join(step.workspace, "videos", "Reel-v_1.rejected.mp4");
    expect(step).toMatchObject({
      exitCode: 1,
      outputs: {
        status: "failed",
        error_code: "invalid_video",
        video_path: "",
        rejected_path: path,
        artifact_url: "",
      },
    });
    expect(downloads(fake)).toBe(2);
    expect(readFileSync(path).equals(broken)).toBe(true);
    expect(readdirSync(join(step.workspace, "videos"))).toEqual(["Reel-v_1.rejected.mp4"]);
    expect(results.artifacts).toMatchObject([{ name: "Reel-v_1.rejected.mp4" }]);
    expect(results.artifacts[0]?.bytes.equals(broken)).toBe(true);
    const [notice, error] = step.annotations;
    expect(notice?.message).toMatch(
      /^The rejected file was uploaded as an artifact: https:.+\/artifacts\/\d+$/,
    );
    expect(error).toMatchObject({ level: "error", title: "Showreel: invalid_video" });
    expect(error?.message).toContain(`The file is kept: ${path}.`);
    expect(error?.message).toContain("it fails in the same way until the provider changes the file");
    expect(error?.message).not.toContain("A re-run resumes it");
    expect(step.summary).toMatch(/- Rejected file: \[Reel.+mp4\]\(\.\/4711\/artifacts\/\d+\)/);
    expect(linesWithSecrets(step)).toEqual([]);
  });

  test("a re-run asks the provider, pays nothing, downloads twice and keeps one file", async () => {
    await using fake = await startFakeHeygen({ video: broken, videoStatuses: ["completed"] });
    await using results = await startFakeResults();
    const inputs = inputsFor(fake, { ...script, upload_artifact: "false" });
    const first = await runAction({ inputs, results });
    const env = { GITHUB_RUN_ATTEMPT: "2" };
    const second = await runAction({ inputs, results, env, workspace: first.workspace });
    expect(second.outputs).toMatchObject({ error_code: "invalid_video", resumed: "true" });
    expect(second.outputs.rejected_path).toBe(first.outputs.rejected_path);
    expect([fake.billed, downloads(fake), results.artifacts]).toEqual([1, 4, []]);
    expect(readdirSync(join(first.workspace, "videos"))).toEqual(["Reel-v_1.rejected.mp4"]);
  });

  test("it is kept beside `output_path`, and not in the tool cache of a self-hosted runner", async () => {
    await using fake = await startFakeHeygen({ video: broken, videoStatuses: ["completed"] });
    const inputs = inputsFor(fake, { ...script, output_path: "out/reel.mp4", upload_artifact: "false" });
    const step = await runAction({ inputs, env: { RUNNER_ENVIRONMENT: "self-hosted" } });
    expect(step.outputs.rejected_path).toBe(join(step.workspace, "out", "reel.rejected.mp4"));
    expect(existsSync(join(step.workspace, "out", "reel.mp4"))).toBe(false);
    expect(step.stdout).not.toContain("tool cache");
  });

  test("and the artifact service fails, the error stays that of the video", async () => {
    await using fake = await startFakeHeygen({ video: broken, videoStatuses: ["completed"] });
    await using results = await startFakeResults();
    results.fail("CreateArtifact", { status: 403, body: { code: "permission_denied", msg: "no" } });
    const step = await runAction({ inputs: inputsFor(fake, script), results });
    expect(step.outputs.error_code).toBe("invalid_video");
    expect(step.annotations).toMatchObject([
      { level: "warning", message: expect.stringMatching(/^The rejected file could not be published\. /) },
      { level: "error" },
    ]);
    expect(step.annotations[0]?.message).not.toContain("complete");
  });
});
