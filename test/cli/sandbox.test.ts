import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inspectVideo } from "../../src/download/media/container.ts";
import { runCli } from "../support/cli/run-cli.ts";
import { toSource } from "../support/files/byte-source.ts";

const runSandbox = (...flags: string[]) => runSandboxIn(undefined, ...flags);

async function runSandboxIn(folder: string | undefined, ...flags: string[]) {
  const run = await runCli(["--provider", "sandbox", ...flags], folder ? { cwd: folder } : {});
  return { ...run, outputs: JSON.parse(run.stdout) as Record<string, string> };
}

const read = (path = "") => readFileSync(path);

describe.concurrent("without an account or a key, the sandbox", () => {
  test("creates a playable video", async () => {
    const run = await runSandbox("--prompt", "A short welcome", "--title", "My first video");
    expect(run).toMatchObject({ exitCode: 0, outputs: { status: "completed", has_audio: "true" } });
    expect(run.outputs.video_path).toMatch(/videos\/My-first-video-[\w-]+\.mp4$/);
    const video = await inspectVideo("mp4", toSource(read(run.outputs.video_path)));
    expect(video).toMatchObject({ playable: true });
  });

  test("lets a later process resume a video by its session id or its video id", async () => {
    const submitted = await runSandbox("--prompt", "A short welcome", "--wait", "false");
    const resume = (id = "") => runSandboxIn(submitted.cwd, "--video-id", id);
    expect(submitted).toMatchObject({ exitCode: 0, outputs: { status: "processing", resumed: "false" } });
    const bySession = await resume(submitted.outputs.session_id);
    expect(bySession).toMatchObject({ exitCode: 0, outputs: { status: "completed", resumed: "true" } });
    const byVideo = await resume(bySession.outputs.video_id);
    expect(byVideo).toMatchObject({ exitCode: 0, outputs: { status: "completed", resumed: "true" } });
    expect(byVideo.outputs.video_id).toBe(bySession.outputs.video_id);
    expect(read(byVideo.outputs.video_path)).toEqual(read(bySession.outputs.video_path));
  });

  test("does not know a made-up id, and does not say that it is paid for", async () => {
    const run = await runSandbox("--video-id", "nope");
    expect(run).toMatchObject({ exitCode: 1, outputs: { status: "failed", error_code: "provider_error" } });
    expect(run.stderr).toContain("Check --video-id");
    expect(run.stderr).not.toContain("paid for");
  });

  test("accepts a script without an avatar id, and creates subtitles of its words", async () => {
    const run = await runSandbox("--script", "Welcome to the show.", "--captions", "--title", "The show");
    expect(run).toMatchObject({ exitCode: 0, outputs: { status: "completed" } });
    const subtitles = read(run.outputs.captions_path).toString();
    expect(subtitles).toMatch(/--> .*\nThe show\n\n2\n.* --> .*\nWelcome to the show\.\n/);
  });

  test.each([
    ["prompt", ["--prompt", "A short welcome"]],
    ["script", ["--script", "Welcome."]],
  ])("fails with a %s when it is asked to", async (_setting, flags) => {
    const run = await runSandbox(...flags, "--provider-options", "fail: true");
    expect(run).toMatchObject({
      exitCode: 5,
      outputs: { status: "failed", error_code: "generation_failed" },
    });
    expect(run.stderr).toContain("asked the sandbox to fail");
  });

  test("renders what was asked for: portrait, 1080p and silence", async () => {
    const flags = ["--aspect-ratio", "9:16", "--resolution", "1080p", "--voice-id", "none"];
    const run = await runSandbox("--prompt", "A short welcome", ...flags);
    expect(run.outputs).toMatchObject({ width: "1080", height: "1920", has_audio: "false" });
  });

  test("says so when there is no voice for the language", async () => {
    const run = await runSandbox("--script", "Bem-vindo à nova versão, que você não deve perder.");
    expect(run.outputs).toMatchObject({ status: "completed", has_audio: "false" });
    expect(run.stderr).toContain("There is no voice for Portuguese");
  });
});
