import { describe, expect, test } from "vitest";
import { isCi, readCiRun } from "../../src/platform/ci-run.ts";

test("a terminal has no run", () => {
  expect(readCiRun({ CI: "true", BUILD_NUMBER: "7" })).toEqual({ id: undefined, attempt: 1 });
});

test.each<[env: NodeJS.ProcessEnv, expected: boolean]>([
  [{}, false],
  [{ CI: "" }, false],
  [{ CI: "false" }, false],
  [{ CI: "true" }, true],
  [{ CI: "1" }, true],
  [{ CI: "woodpecker" }, true],
  [{ BUILD_TAG: "jenkins-docs-7" }, true],
])("output in the environment %j is that of a CI system: %j", (env, expected) => {
  expect(isCi(env)).toBe(expected);
});

test("an empty variable names no run", () => {
  expect(readCiRun({ GITHUB_RUN_ID: "", CI_PIPELINE_ID: "7" })).toEqual({ id: "7", attempt: 1 });
});

describe("a second attempt is counted, and has the id of the first one", () => {
  test.each([
    ["GitHub Actions", { GITHUB_RUN_ID: "7", GITHUB_RUN_ATTEMPT: "1" }, { GITHUB_RUN_ATTEMPT: "2" }],
    ["Azure Pipelines", { BUILD_BUILDID: "7", SYSTEM_JOBATTEMPT: "1" }, { SYSTEM_JOBATTEMPT: "2" }],
    [
      "Azure Pipelines",
      { BUILD_BUILDID: "7", SYSTEM_JOBATTEMPT: "1", SYSTEM_STAGEATTEMPT: "1" },
      { SYSTEM_STAGEATTEMPT: "2" },
    ],
    ["Buildkite", { BUILDKITE_BUILD_ID: "7", BUILDKITE_RETRY_COUNT: "0" }, { BUILDKITE_RETRY_COUNT: "1" }],
    [
      "Bitbucket Pipelines",
      { BITBUCKET_PIPELINE_UUID: "7", BITBUCKET_BUILD_NUMBER: "3" },
      { BITBUCKET_STEP_RUN_NUMBER: "2" },
    ],
    ["Bitbucket Pipelines", { BITBUCKET_BUILD_NUMBER: "7" }, { BITBUCKET_STEP_RUN_NUMBER: "2" }],
    [
      "Woodpecker",
      { CI_PIPELINE_NUMBER: "7", CI_PIPELINE_PARENT: "0" },
      { CI_PIPELINE_NUMBER: "8", CI_PIPELINE_PARENT: "7" },
    ],
    [
      "Drone",
      { DRONE_BUILD_NUMBER: "7", DRONE_BUILD_PARENT: "" },
      { DRONE_BUILD_NUMBER: "8", DRONE_BUILD_PARENT: "7" },
    ],
    [
      "Semaphore",
      { SEMAPHORE_WORKFLOW_ID: "7", SEMAPHORE_PIPELINE_RERUN: "false" },
      { SEMAPHORE_PIPELINE_RERUN: "true" },
    ],
    ["AppVeyor", { APPVEYOR_BUILD_ID: "7" }, { APPVEYOR_RE_RUN_INCOMPLETE: "True" }],
  ])("in %s", (_, first, second) => {
    expect(readCiRun(first)).toEqual({ id: "7", attempt: 1 });
    expect(readCiRun({ ...first, ...second })).toEqual({ id: "7", attempt: 2 });
  });

  test("in GoCD, where a run is a pipeline and its counter", () => {
    const env = { GO_PIPELINE_NAME: "docs", GO_PIPELINE_COUNTER: "7" };
    expect(readCiRun({ ...env, GO_STAGE_COUNTER: "1" })).toEqual({ id: "docs 7", attempt: 1 });
    expect(readCiRun({ ...env, GO_STAGE_COUNTER: "2" })).toEqual({ id: "docs 7", attempt: 2 });
  });
});

test("a build of TeamCity is identified by its project, configuration and number", () => {
  const env = { TEAMCITY_PROJECT_NAME: "Docs", TEAMCITY_BUILDCONF_NAME: "Video", BUILD_NUMBER: "7" };
  expect(readCiRun(env)).toEqual({ id: "Docs Video 7", attempt: 1 });
});
