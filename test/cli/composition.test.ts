import { expect, test } from "vitest";
import { runCli } from "../support/cli/run-cli.ts";
import { createWorkspace } from "../support/files/workspace.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";

test.each([
  ["is the whole workspace", ["--composition", "."]],
  ["contains the output folder", ["--composition", "site", "--output-path", "site/out/tour.mp4"]],
])("a composition that %s is rejected, because each run would change its content", async (_, flags) => {
  await using fake = await startFakeHeygen();
  const cwd = createWorkspace({ "index.html": "<html></html>", "site/index.html": "<html></html>" });
  const args = [...flags, "--api-base-url", fake.url];
  const run = await runCli(args, { cwd, env: { HEYGEN_API_KEY: "test-key" } });
  expect([run.exitCode, fake.requests.length]).toEqual([2, 0]);
  expect(run.stderr).toContain("--composition contains the folder that the video is written to");
});
