import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { runAction } from "../support/action/run-action.ts";
import { inputsFor } from "../support/action/run-step.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { startFakeResults } from "../support/stores/fake-results.ts";

// A file in place of a folder: nothing can be created below it, not even by root.
const notAFolder = process.execPath;

test.concurrent.each<[string, Record<string, string | undefined>]>([
  ["without RUNNER_TEMP", { RUNNER_TEMP: undefined }],
  ["with an empty RUNNER_TEMP", { RUNNER_TEMP: "" }],
  ["with an unwritable HOME", { HOME: notAFolder }],
  ["with neither HOME nor a tool cache", { HOME: undefined, RUNNER_TOOL_CACHE: undefined }],
  ["with an unwritable tool cache", { RUNNER_TOOL_CACHE: notAFolder, RUNNER_ENVIRONMENT: "self-hosted" }],
  ["without GITHUB_WORKSPACE", { GITHUB_WORKSPACE: undefined }],
  [
    "without event variables",
    { GITHUB_EVENT_NAME: undefined, GITHUB_EVENT_PATH: undefined, GITHUB_REF: undefined },
  ],
  [
    "with an ARM64 processor and no GITHUB_RETENTION_DAYS",
    { RUNNER_OS: "Linux", RUNNER_ARCH: "ARM64", GITHUB_RETENTION_DAYS: undefined },
  ],
])("on a runner %s, a step makes its video and uploads it", async (_, env) => {
  await using fake = await startFakeHeygen({ videoStatuses: ["completed"] });
  await using results = await startFakeResults();
  const step = await runAction({ inputs: inputsFor(fake, { prompt: "A short welcome" }), results, env });
  expect(step, step.stdout + step.stderr).toMatchObject({ exitCode: 0, outputs: { status: "completed" } });
  expect(step.annotations.filter(({ level }) => level === "error")).toEqual([]);
  expect(results.artifacts.filter(({ name }) => name.endsWith(".mp4"))).toHaveLength(1);
  expect(readdirSync(step.workspace).filter((name) => name.startsWith("showreel-"))).toEqual([]);
});
