import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runCli } from "../support/cli/run-cli.ts";
import { createWorkspace } from "../support/files/workspace.ts";

const preview = (...words: string[]) =>
  runCli(["preview", ...words], { cwd: createWorkspace({ "script.md": "Welcome." }) });

describe.concurrent("`showreel preview`", () => {
  test("writes the video, its subtitles and an animated preview", async () => {
    const run = await preview("script.md");
    expect(run.exitCode).toBe(0);
    const outputs: Record<string, string> = JSON.parse(run.stdout);
    const files = [
      [outputs.video_path, /\.mp4$/],
      [outputs.captions_path, /\.srt$/],
      [outputs.captions_path?.replace(/srt$/, "vtt"), /\.vtt$/],
      [outputs.preview_path, /preview\.gif$/],
    ] as const;
    for (const [path = "", name] of files) {
      expect(path).toMatch(name);
      expect(existsSync(path), path).toBe(true);
    }
  });

  test("fails for a file that does not exist, and names it", async () => {
    const run = await preview("missing.md");
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain("missing.md");
  });

  test("prints the help", async () => {
    const run = await preview("--help");
    expect(run).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("showreel preview FILE") });
  });
});
