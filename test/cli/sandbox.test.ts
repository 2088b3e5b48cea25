import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runCli } from "../support/cli/run-cli.ts";
import { sampleVideo } from "../support/files/sample-video.ts";

const video = sampleVideo;

async function runSandbox(...flags: string[]) {
  const run = await runCli(["--provider", "sandbox", ...flags]);
  return { ...run, outputs: JSON.parse(run.stdout) as Record<string, string> };
}

describe.concurrent("without an account or a key, the sandbox", () => {
  test("creates a playable video", async () => {
    const run = await runSandbox("--prompt", "A short welcome", "--title", "My first video");
    expect(run).toMatchObject({ exitCode: 0, outputs: { status: "completed", duration_seconds: "4" } });
    expect(run.outputs.video_path).toMatch(/videos\/My-first-video-[\w-]+\.mp4$/);
    expect(readFileSync(run.outputs.video_path ?? "").equals(video)).toBe(true);
  });

  test("lets a later process resume a video by its session id or its video id", async () => {
    const submitted = await runSandbox("--prompt", "A short welcome", "--wait", "false");
    expect(submitted).toMatchObject({ exitCode: 0, outputs: { status: "processing", resumed: "false" } });
    const bySession = await runSandbox("--video-id", submitted.outputs.session_id ?? "");
    expect(bySession).toMatchObject({ exitCode: 0, outputs: { status: "completed", resumed: "true" } });
    const byVideo = await runSandbox("--video-id", bySession.outputs.video_id ?? "");
    expect(byVideo).toMatchObject({ exitCode: 0, outputs: { status: "completed", resumed: "true" } });
    expect(byVideo.outputs.video_id).toBe(bySession.outputs.video_id);
    expect(readFileSync(byVideo.outputs.video_path ?? "").equals(video)).toBe(true);
  });

  test("does not know a made-up id, and does not say that it is paid for", async () => {
    const run = await runSandbox("--video-id", "nope");
    expect(run).toMatchObject({ exitCode: 1, outputs: { status: "failed", error_code: "provider_error" } });
    expect(run.stderr).toContain("Check --video-id");
    expect(run.stderr).not.toContain("paid for");
  });

  test("accepts a script without an avatar id, and creates subtitles", async () => {
    const run = await runSandbox("--script", "Welcome.", "--captions");
    expect(run).toMatchObject({ exitCode: 0, outputs: { status: "completed" } });
    expect(readFileSync(run.outputs.captions_path ?? "", "utf8")).toContain("-->");
  });

  test.each([
    ["prompt", ["--prompt", "Please fail"]],
    ["script", ["--script", "Fail, please."]],
  ])("fails when the %s asks for a failure", async (_setting, flags) => {
    const run = await runSandbox(...flags);
    expect(run).toMatchObject({
      exitCode: 5,
      outputs: { status: "failed", error_code: "generation_failed" },
    });
    expect(run.stderr).toContain("The text asked the sandbox to fail");
  });

  test("rejects a setting that HeyGen would reject", async () => {
    const run = await runSandbox("--prompt", "A short welcome", "--resolution", "1080p");
    expect(run).toMatchObject({ exitCode: 2, outputs: { error_code: "invalid_input" } });
  });
});
