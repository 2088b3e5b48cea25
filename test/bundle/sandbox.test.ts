import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { startBuiltCli } from "../support/cli/built-cli.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";

const script = "Every pull request now builds its own preview, and the link is in the comment.";
const flags = ["--provider", "sandbox", "--title", "Atlas 2.4", "--script", script];

/** Runs the command line in a folder to its end; with `killAt`, until its log has such a line. */
async function run(cwd: string, killAt?: RegExp) {
  const { child, done } = startBuiltCli(flags, {
    cwd,
    onLine: (line) => {
      if (killAt?.test(line)) child.kill("SIGKILL");
    },
  });
  const { stdout, signal } = await done;
  if (signal) return { signal };
  const { video_id, video_path, resumed } = JSON.parse(stdout) as Record<string, string>;
  const digest = createHash("sha256")
    .update(readFileSync(video_path ?? ""))
    .digest("hex");
  return { signal, videoId: video_id, resumed, digest };
}

test.concurrent("a storyboard whose process is killed while it is rendered is resumed with its id, and ends with the same bytes", async () => {
  const folder = createTemporaryFolder();
  expect(await run(folder, /^processing [3-9]\d %/)).toEqual({ signal: "SIGKILL" });
  const resumed = await run(folder);
  expect(resumed).toMatchObject({ resumed: "true", videoId: expect.stringMatching(/^sandbox_video_/) });
  const uninterrupted = await run(createTemporaryFolder());
  expect(uninterrupted).toMatchObject({ resumed: "false" });
  expect(resumed.digest).toBe(uninterrupted.digest);
});
