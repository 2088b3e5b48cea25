import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { runAction } from "../support/action/run-action.ts";
import { inputsFor } from "../support/action/run-step.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { startFakeResults } from "../support/stores/fake-results.ts";

// Where a folder should be is a file: nothing can be made there, whoever asks.
const nowhere = process.execPath;

test.concurrent.each<[string, Record<string, string | undefined>]>([
  ["without a folder for temporary files", { RUNNER_TEMP: undefined }],
  ["with an empty name for it", { RUNNER_TEMP: "" }],
  ["with a home that takes nothing", { HOME: nowhere }],
  ["with neither home nor tool cache", { HOME: undefined, RUNNER_TOOL_CACHE: undefined }],
  ["with a tool cache that takes nothing", { RUNNER_TOOL_CACHE: nowhere, RUNNER_ENVIRONMENT: "self-hosted" }],
  ["that names no workspace", { GITHUB_WORKSPACE: undefined }],
  [
    "that says nothing of the event",
    { GITHUB_EVENT_NAME: undefined, GITHUB_EVENT_PATH: undefined, GITHUB_REF: undefined },
  ],
  ["of another make", { RUNNER_OS: "Linux", RUNNER_ARCH: "ARM64", GITHUB_RETENTION_DAYS: undefined }],
])("a runner %s makes its video and uploads it", async (_, env) => {
  await using fake = await startFakeHeygen({ videoStatuses: ["completed"] });
  await using results = await startFakeResults();
  const step = await runAction({ inputs: inputsFor(fake, { prompt: "A short welcome" }), results, env });
  expect(step).toMatchObject({ exitCode: 0, outputs: { status: "completed" } });
  expect(step.annotations.filter(({ level }) => level === "error")).toEqual([]);
  expect(results.artifacts.filter(({ name }) => name.endsWith(".mp4"))).toHaveLength(1);
  expect(readdirSync(step.workspace).filter((name) => name.startsWith("showreel-"))).toEqual([]);
});
