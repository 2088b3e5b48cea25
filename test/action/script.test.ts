import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runAction } from "../support/action/run-action.ts";
import { inputsFor } from "../support/action/run-step.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { linesWithSecrets, toReadableText } from "../support/leaks/visible-output.ts";
import { startFakeResults } from "../support/stores/fake-results.ts";

const script = { script: "Welcome to version two.", avatar_id: "look_1" };

/** Runs a step with a script, started by workflow_dispatch. */
async function runScript(inputs: Record<string, string>) {
  await using fake = await startFakeHeygen({ videoStatuses: ["completed"] });
  await using results = await startFakeResults();
  const event = { name: "workflow_dispatch", payload: { inputs: {}, ref: "refs/heads/main" } };
  const step = await runAction({ inputs: inputsFor(fake, { ...script, ...inputs }), event, results });
  return { fake, results, step };
}

describe.concurrent("a script", () => {
  test("becomes one video, spoken by the avatar, with all given settings", async () => {
    const { fake, step } = await runScript({
      title: "Sprint 12: review",
      voice_id: "voice_1",
      resolution: "1080p",
      aspect_ratio: "9:16",
      captions: "true",
      provider_options: "fit: cover\nvoice_settings:\n  speed: 1.1\n",
    });
    expect(step).toMatchObject({ exitCode: 0, annotations: [] });
    expect(fake.billed).toBe(1);
    expect(fake.requests[0]).toMatchObject({ method: "POST", path: "/v3/videos", problems: [] });
    expect(fake.requests[0]?.headers["idempotency-key"]).toMatch(/^showreel-[0-9a-f]{64}-g1$/);
    expect(fake.requests[0]?.body).toEqual({
      type: "avatar",
      avatar_id: "look_1",
      voice_id: "voice_1",
      script: "Welcome to version two.",
      title: "Sprint 12: review",
      resolution: "1080p",
      aspect_ratio: "9:16",
      caption: { file_format: "srt" },
      fit: "cover",
      voice_settings: { speed: 1.1 },
    });
    expect(step.outputs).toMatchObject({ status: "completed", video_id: "v_1", session_id: "" });
    expect(toReadableText(step.summary)).toMatch(/^### Sprint 12: review$/m);
    expect([linesWithSecrets(step), fake.leakedKeys]).toEqual([[], []]);
  });

  test("with captions saves the subtitles next to the video, under the same name", async () => {
    const { step } = await runScript({ captions: "true", output_path: "out/reel.mp4" });
    expect(step.outputs.video_path).toBe(join(step.workspace, "out", "reel.mp4"));
    expect(step.outputs.captions_path).toBe(join(step.workspace, "out", "reel.srt"));
    expect(readFileSync(step.outputs.captions_path ?? "", "utf8")).toContain("Welcome to version 2.0.");
  });

  test("without captions requests none and has no `captions_path`", async () => {
    const { fake, step } = await runScript({});
    expect(fake.requests[0]?.body).not.toHaveProperty("caption");
    expect(step.outputs.captions_path).toBe("");
  });

  test("is titled by its first words if the event names none", async () => {
    const { fake } = await runScript({ upload_artifact: "false" });
    expect(fake.requests[0]?.body).toHaveProperty("title", "Welcome to version two");
  });

  test("is uploaded as an artifact with the given name and retention", async () => {
    const { results, step } = await runScript({
      artifact_name: "Sprint review",
      retention_days: "7",
      upload_extras: "false",
    });
    expect(step.exitCode).toBe(0);
    expect(results.artifacts).toMatchObject([{ name: "Sprint review.mp4", contentType: "video/mp4" }]);
    const [artifact] = results.artifacts;
    const days = (Date.parse(artifact?.expiresAt ?? "") - Date.parse(artifact?.createdAt ?? "")) / 86_400_000;
    expect(days).toBeCloseTo(7, 2);
  });

  test("is not uploaded with `upload_artifact: false`", async () => {
    const { results, step } = await runScript({ upload_artifact: "false" });
    expect(step).toMatchObject({ exitCode: 0, annotations: [] });
    expect(results.requests.filter(({ path }) => path.includes("ArtifactService"))).toEqual([]);
    expect(step.outputs).toMatchObject({ artifact_id: "", artifact_url: "", artifact_digest: "" });
    expect(existsSync(step.outputs.video_path ?? "")).toBe(true);
  });
});
