import { expect, test } from "vitest";
import { createWorkspace } from "../support/files/workspace.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { runCli } from "../support/processes/run-cli.ts";

test.each([
  ["the whole workspace", ["--composition", "."]],
  ["a folder that the video goes to", ["--composition", "site", "--output-path", "site/out/tour.mp4"]],
])("a composition that is %s is refused: at each run it would be another one", async (_, flags) => {
  await using fake = await startFakeHeygen();
  const cwd = createWorkspace({ "index.html": "<html></html>", "site/index.html": "<html></html>" });
  const args = [...flags, "--api-base-url", fake.url];
  const run = await runCli(args, { cwd, env: { HEYGEN_API_KEY: "test-key" } });
  expect([run.exitCode, fake.requests.length]).toEqual([2, 0]);
  expect(run.stderr).toContain("--composition contains the folder that the video is written to");
});
