import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import packageFile from "../../package.json" with { type: "json" };
import { reelbot } from "../../src/providers/reelbot/index.ts";
import { runBuiltAction } from "../support/action/built-action.ts";
import { inputsFor } from "../support/action/run-step.ts";
import { runBuiltCli, startBuiltCli } from "../support/cli/built-cli.ts";
import { runCli } from "../support/cli/run-cli.ts";
import { flagsFor } from "../support/cli/run-cli-with-fake.ts";
import { sampleVideo } from "../support/files/sample-video.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";

const env = { HEYGEN_API_KEY: "test-key" };
const script = { script: "Welcome.", avatar_id: "look_1" };
const scriptFlags = ["--script", script.script, "--avatar-id", script.avatar_id];

/** Copies a bundle without the files that `isRemoved` selects by their text. */
function copyBundle(folder: "." | "cli", isRemoved: (text: string) => boolean) {
  const bundle = fileURLToPath(new URL(`../../dist/${folder}/`, import.meta.url));
  const copy = createTemporaryFolder();
  const removed: string[] = [];
  for (const name of readdirSync(bundle).filter((file) => /\.js(on)?$/.test(file))) {
    const isNeeded = /^(index\.js|package\.json)$/.test(name);
    if (!isNeeded && isRemoved(readFileSync(join(bundle, name), "utf8"))) removed.push(name);
    else cpSync(join(bundle, name), join(copy, name));
  }
  return { entry: join(copy, "index.js"), folder: copy, removed };
}

test.concurrent("`--version` needs only the first file of the command line in dist/", async () => {
  const { entry } = copyBundle("cli", () => true);
  const run = await runBuiltCli(["--version"], { entry });
  expect(run).toMatchObject({ exitCode: 0, stdout: `${packageFile.version}\n`, stderr: "" });
});

test.concurrent.each(["--help", "-h"])(
  "`%s` needs only the first file of the command line in dist/",
  async (flag) => {
    const { entry } = copyBundle("cli", () => true);
    const run = await runBuiltCli([flag], { entry });
    expect(run).toMatchObject({ exitCode: 0, stdout: (await runCli([flag])).stdout, stderr: "" });
  },
);

/** Texts that appear in one part of the bundles only. */
const unusedParts = [
  ["the sandbox", "asked the sandbox to fail"],
  ["ReelBot", reelbot.baseUrl],
  ["HeyGen v2", "/v2/video/generate"],
  ["Markdown", "Cannot close `"],
  ["YAML", "Unresolved alias"],
  ["fetch, mocks and WebSockets", "class MockAgent"],
  ["GitHub's client", "DELETE /repos/{owner}/{repo}"],
] as const;

test.concurrent.each(unusedParts)(
  "a video of HeyGen in the command line needs no file with %s",
  async (_, text) => {
    await using fake = await startFakeHeygen({ video: sampleVideo, videoStatuses: ["completed"] });
    const { entry, removed } = copyBundle("cli", (content) => content.includes(text));
    const run = await runBuiltCli(flagsFor(fake, ...scriptFlags), { entry, env });
    expect(run).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(run.stdout)).toMatchObject({ status: "completed", video_id: "v_1" });
    expect(removed).not.toEqual([]);
  },
);

test.concurrent.each([
  ...unusedParts,
  ["artifacts and the cache", "azure"],
  ["the HTTP client of the toolkit", "class HttpClient"],
] as const)("a video of HeyGen in an action without artifacts needs no file with %s", async (_, text) => {
  await using fake = await startFakeHeygen({ video: sampleVideo, videoStatuses: ["completed"] });
  const { entry, removed } = copyBundle(".", (content) => content.includes(text));
  const inputs = inputsFor(fake, { ...script, upload_artifact: "false" });
  const step = await runBuiltAction({ entry, inputs });
  expect(step).toMatchObject({ exitCode: 0, outputs: { status: "completed", video_id: "v_1" } });
  expect(removed).not.toEqual([]);
});

test.concurrent("a video is downloaded even if an update removes the program's files while it renders", async () => {
  const videoStatuses = ["processing", "processing", "processing", "completed"];
  await using fake = await startFakeHeygen({ video: sampleVideo, videoStatuses });
  const { entry, folder } = copyBundle("cli", () => false);
  const { done } = startBuiltCli(flagsFor(fake, ...scriptFlags), { entry, env });
  const isPolling = () => fake.requests.some(({ path }) => path.startsWith("/v3/videos/"));
  await expect.poll(isPolling, { timeout: 120_000 }).toBe(true);
  rmSync(folder, { recursive: true });
  const run = await done;
  expect(run).toMatchObject({ exitCode: 0 });
  expect(readFileSync(JSON.parse(run.stdout).video_path)).toEqual(sampleVideo);
});
