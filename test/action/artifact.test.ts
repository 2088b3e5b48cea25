import { existsSync } from "node:fs";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { runAction } from "../support/action/run-action.ts";
import { inputsFor } from "../support/action/run-step.ts";
import { sampleVideo } from "../support/files/sample-video.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { linesWithSecrets } from "../support/leaks/visible-output.ts";
import { startFakeResults } from "../support/stores/fake-results.ts";

const video = sampleVideo;
const script = { script: "Welcome.", avatar_id: "look_1", upload_extras: "false" };

describe.concurrent("when the artifact service", () => {
  test.each(["CreateArtifact", "PutBlock", "FinalizeArtifact"])(
    "rejects %s, the step fails but keeps the video",
    async (method) => {
      await using fake = await startFakeHeygen({ videoStatuses: ["completed"] });
      await using results = await startFakeResults();
      results.fail(method, { status: 403, body: { code: "permission_denied", msg: "not today" } });
      const step = await runAction({ inputs: inputsFor(fake, script), results });
      expect(step.exitCode).toBe(1);
      expect(step.outputs).toMatchObject({
        status: "completed",
        error_code: "publish_failed",
        artifact_url: "",
      });
      expect(existsSync(step.outputs.video_path ?? "")).toBe(true);
      expect(step.annotations).toMatchObject([{ level: "error", title: "Showreel: publish_failed" }]);
      expect(step.annotations[0]?.message).toContain("`video_path`");
      expect(results.artifacts).toEqual([]);
    },
  );

  test("is unavailable, the step fails but keeps the video", async () => {
    await using fake = await startFakeHeygen({ videoStatuses: ["completed"] });
    const step = await runAction({ inputs: inputsFor(fake, script) });
    expect(step).toMatchObject({
      exitCode: 1,
      outputs: { status: "completed", error_code: "publish_failed" },
    });
    expect(existsSync(step.outputs.video_path ?? "")).toBe(true);
    expect(step.annotations).toHaveLength(1);
  });

  test("already has an artifact of the same name, the video gets a numbered name", async () => {
    await using fake = await startFakeHeygen({ videoStatuses: ["completed"] });
    await using results = await startFakeResults();
    const inputs = inputsFor(fake, { ...script, artifact_name: "Reel" });
    const first = await runAction({ inputs, results });
    const second = await runAction({ inputs, results });
    expect([first.exitCode, second.exitCode, second.annotations]).toEqual([0, 0, []]);
    expect(results.artifacts.map(({ name }) => name)).toEqual(["Reel.mp4", "Reel-2.mp4"]);
    expect(second.outputs.artifact_id).toBe(String(results.artifacts[1]?.id));
  });

  test("refuses unzipped artifacts, as act's own server does, the video is uploaded as a ZIP", async () => {
    await using fake = await startFakeHeygen({ video, videoStatuses: ["completed"] });
    await using results = await startFakeResults({ olderServer: "act" });
    const step = await runAction({ inputs: inputsFor(fake, { ...script, title: "Reel" }), results });
    expect(step).toMatchObject({ exitCode: 0, outputs: { status: "completed", error_code: "" } });
    const [artifact] = results.artifacts;
    expect(results.artifacts).toHaveLength(1);
    expect(step.outputs.artifact_url).toMatch(new RegExp(`/artifacts/${artifact?.id}$`));
    expect(
      Buffer.from(unzipSync(artifact?.bytes ?? Buffer.alloc(0))["Reel-v_1.mp4"] ?? []).equals(video),
    ).toBe(true);
    expect(step.annotations).toMatchObject([
      { level: "notice", message: expect.stringContaining("The video's artifact is a ZIP") },
    ]);
    expect(step.summary).toMatch(/\[Download the video.+ZIP.+\]\(\.\/4711\/artifacts\//);
    expect(linesWithSecrets(step)).toEqual([]);
  });

  test("doesn't allow some characters of a name, they are replaced", async () => {
    await using fake = await startFakeHeygen({ videoStatuses: ["completed"] });
    await using results = await startFakeResults();
    const inputs = inputsFor(fake, { ...script, artifact_name: 'Week 47: "a/b" <new>?' });
    const step = await runAction({ inputs, results });
    expect(step).toMatchObject({ exitCode: 0, annotations: [] });
    expect(results.artifacts).toHaveLength(1);
    expect(results.artifacts[0]?.name).toMatch(/^Week 47[^":<>|*?\\/\r\n]+\.mp4$/);
  });
});
