/** One run of a CI system, which may have several attempts. */
export interface CiRun {
  /** The same in all attempts of the run; undefined in a terminal. */
  readonly id: string | undefined;
  /** The number of the attempt, from 1. It stays 1 where the CI system does not count attempts. */
  readonly attempt: number;
  /** The name of the repository, the same on all machines; undefined if the CI system does not give it. */
  readonly repository: string | undefined;
}

interface CiSystem {
  readonly name: string;
  /** The variables that together identify a run. All must be set. */
  readonly run: readonly string[];
  /** The variable with the full name of the repository. */
  readonly repository?: string;
  /** The variable with the id of the run that this one restarts; empty or 0 if it restarts none. */
  readonly restartOf?: string;
  /** Variables that count attempts, from 1. The highest one counts. */
  readonly attempts?: readonly string[];
  /** The variable that counts the attempts before this one, from 0. */
  readonly retries?: string;
  /** The variable that is "true" if this is not the first attempt. */
  readonly isRetry?: string;
}

/**
 * The CI systems, and the variables that they give to a job (source: their references of environment variables).
 * TeamCity, Jenkins and CodeBuild give a repeated build a new id, so only the steps of one build share a run.
 */
const ciSystems: readonly CiSystem[] = [
  {
    name: "GitHub Actions",
    run: ["GITHUB_RUN_ID"],
    repository: "GITHUB_REPOSITORY",
    attempts: ["GITHUB_RUN_ATTEMPT"],
  },
  { name: "GitLab CI/CD", run: ["CI_PIPELINE_ID"], repository: "CI_PROJECT_PATH" },
  // A rerun has a new workflow id, in the same pipeline. Older servers name only the workflow.
  { name: "CircleCI", run: ["CIRCLE_PIPELINE_ID"], repository: "CIRCLE_REPOSITORY_URL" },
  { name: "CircleCI", run: ["CIRCLE_WORKFLOW_ID"], repository: "CIRCLE_REPOSITORY_URL" },
  {
    name: "Azure Pipelines",
    run: ["BUILD_BUILDID"],
    repository: "BUILD_REPOSITORY_NAME",
    attempts: ["SYSTEM_JOBATTEMPT", "SYSTEM_STAGEATTEMPT"],
  },
  {
    name: "Buildkite",
    run: ["BUILDKITE_BUILD_ID"],
    repository: "BUILDKITE_REPO",
    retries: "BUILDKITE_RETRY_COUNT",
  },
  {
    name: "Bitbucket Pipelines",
    run: ["BITBUCKET_PIPELINE_UUID"],
    repository: "BITBUCKET_REPO_FULL_NAME",
    attempts: ["BITBUCKET_STEP_RUN_NUMBER"],
  },
  {
    name: "Bitbucket Pipelines",
    run: ["BITBUCKET_BUILD_NUMBER"],
    repository: "BITBUCKET_REPO_FULL_NAME",
    attempts: ["BITBUCKET_STEP_RUN_NUMBER"],
  },
  { name: "Woodpecker", run: ["CI_PIPELINE_NUMBER"], repository: "CI_REPO", restartOf: "CI_PIPELINE_PARENT" },
  { name: "Drone", run: ["DRONE_BUILD_NUMBER"], repository: "DRONE_REPO", restartOf: "DRONE_BUILD_PARENT" },
  {
    name: "Semaphore",
    run: ["SEMAPHORE_WORKFLOW_ID"],
    repository: "SEMAPHORE_GIT_REPO_SLUG",
    isRetry: "SEMAPHORE_PIPELINE_RERUN",
  },
  {
    name: "AppVeyor",
    run: ["APPVEYOR_BUILD_ID"],
    repository: "APPVEYOR_REPO_NAME",
    isRetry: "APPVEYOR_RE_RUN_INCOMPLETE",
  },
  { name: "Travis CI", run: ["TRAVIS_BUILD_ID"], repository: "TRAVIS_REPO_SLUG" },
  { name: "Cirrus CI", run: ["CIRRUS_BUILD_ID"], repository: "CIRRUS_REPO_FULL_NAME" },
  { name: "GoCD", run: ["GO_PIPELINE_NAME", "GO_PIPELINE_COUNTER"], attempts: ["GO_STAGE_COUNTER"] },
  { name: "AWS CodeBuild", run: ["CODEBUILD_BUILD_ID"], repository: "CODEBUILD_SOURCE_REPO_URL" },
  { name: "TeamCity", run: ["TEAMCITY_PROJECT_NAME", "TEAMCITY_BUILDCONF_NAME", "BUILD_NUMBER"] },
  { name: "Jenkins", run: ["BUILD_TAG"] },
];

/** Returns whether a CI system started this process, so that its output is a log. */
export function isCi(env: NodeJS.ProcessEnv): boolean {
  return (
    !/^(false|0)?$/i.test(env.CI ?? "") || env.GITHUB_ACTIONS === "true" || readCiRun(env).id !== undefined
  );
}

/** Returns the run that this environment belongs to. */
export function readCiRun(env: NodeJS.ProcessEnv): CiRun {
  const system = ciSystems.find(({ run }) => run.every((name) => env[name]));
  if (!system) return { id: undefined, attempt: 1, repository: undefined };
  const parent = Number(system.restartOf && env[system.restartOf]) > 0 ? system.restartOf : undefined;
  const counts = [
    ...(system.attempts ?? []).map((name) => Number(env[name])),
    Number(system.retries && env[system.retries]) + 1,
    parent || env[system.isRetry ?? ""]?.toLowerCase() === "true" ? 2 : 1,
  ].filter((count) => count >= 1);
  return {
    id: (parent ? [parent] : system.run).map((name) => env[name]).join(" "),
    attempt: Math.max(...counts),
    repository: (system.repository && env[system.repository]) || undefined,
  };
}
