import { describe, expect, test, vi } from "vitest";
import { startCli } from "../support/cli/run-cli.ts";
import { flagsFor, runCliWith } from "../support/cli/run-cli-with-fake.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { type FakeHeygen, startFakeHeygen } from "../support/heygen/fake-heygen.ts";

const prompt = ["--prompt", "A short welcome"];
const script = ["--script", "Welcome.", "--avatar-id", "look_1"];
const kinds = [
  ["prompt", prompt, "GET /v3/video-agents/{session_id}"],
  ["script", script, "GET /v3/videos/{video_id}"],
] as const;

const quick = { videoStatuses: ["completed"] };

/** Starts the command line, and interrupts it when it polls for the status. */
async function interruptWhilePolling(
  fake: FakeHeygen,
  flags: readonly string[],
  cwd: string = createTemporaryFolder(),
) {
  const env = { HEYGEN_API_KEY: "test-key" };
  const { interrupt, done } = startCli(flagsFor(fake, ...flags), { cwd, env });
  const isPolling = () => expect(fake.requests.some(({ method }) => method === "GET")).toBe(true);
  await vi.waitFor(isPolling, { timeout: 120_000, interval: 20 });
  interrupt();
  return await done;
}

function stopRequests({ requests }: FakeHeygen): string[] {
  return requests.map(({ path }) => path).filter((path) => path.endsWith("/stop"));
}

describe.concurrent.each(kinds)("the command line with a %s", (_kind, flags, statusRoute) => {
  test("resumes its video after it was interrupted during polling", async () => {
    await using fake = await startFakeHeygen(quick);
    fake.on(statusRoute, "hang");
    const cwd = createTemporaryFolder();
    await interruptWhilePolling(fake, flags, cwd);
    const second = await runCliWith(fake, flags, { cwd });
    expect(second).toMatchObject({ exitCode: 0, outputs: { status: "completed", resumed: "true" } });
    expect(second.outputs.video_id).toBe("v_1");
    expect(fake.billed).toBe(1);
  });

  test("submits a new video in a terminal when the previous one is downloaded", async () => {
    await using fake = await startFakeHeygen(quick);
    const cwd = createTemporaryFolder();
    await runCliWith(fake, flags, { cwd });
    const second = await runCliWith(fake, flags, { cwd });
    expect(second).toMatchObject({ exitCode: 0, outputs: { status: "completed", resumed: "false" } });
    expect([second.outputs.video_id, fake.billed]).toEqual(["v_2", 2]);
  });

  test("resumes in a terminal a video that was submitted with `--wait false`", async () => {
    await using fake = await startFakeHeygen(quick);
    const cwd = createTemporaryFolder();
    await runCliWith(fake, [...flags, "--wait", "false"], { cwd });
    const second = await runCliWith(fake, flags, { cwd });
    expect(second).toMatchObject({ exitCode: 0, outputs: { status: "completed", resumed: "true" } });
    expect(fake.billed).toBe(1);
  });

  test("submits a video once with `--reuse content`, and every time with `--reuse never`", async () => {
    await using fake = await startFakeHeygen(quick);
    const cwd = createTemporaryFolder();
    const run = async (reuse: string) =>
      (await runCliWith(fake, [...flags, "--reuse", reuse], { cwd })).outputs;
    expect([await run("content"), await run("content")]).toMatchObject([
      { resumed: "false" },
      { resumed: "true" },
    ]);
    expect(fake.billed).toBe(1);
    expect([await run("never"), await run("never")]).toMatchObject([
      { resumed: "false" },
      { resumed: "false" },
    ]);
    expect(fake.billed).toBe(3);
  });
});

describe.concurrent("in a CI system the command line", () => {
  test.each([
    ["GITHUB_RUN_ID"],
    ["CI_PIPELINE_ID"],
    ["CIRCLE_PIPELINE_ID"],
    ["CIRCLE_WORKFLOW_ID"],
    ["BUILD_BUILDID"],
    ["BUILDKITE_BUILD_ID"],
    ["BITBUCKET_PIPELINE_UUID"],
    ["BITBUCKET_BUILD_NUMBER"],
    ["CI_PIPELINE_NUMBER"],
    ["DRONE_BUILD_NUMBER"],
    ["SEMAPHORE_WORKFLOW_ID"],
    ["APPVEYOR_BUILD_ID"],
    ["TRAVIS_BUILD_ID"],
    ["CIRRUS_BUILD_ID"],
    ["GO_PIPELINE_NAME", "GO_PIPELINE_COUNTER"],
    ["CODEBUILD_BUILD_ID"],
    ["TEAMCITY_PROJECT_NAME", "TEAMCITY_BUILDCONF_NAME", "BUILD_NUMBER"],
    ["BUILD_TAG"],
  ])("submits a video once per run, identified by %s %s %s", async (...variables) => {
    await using fake = await startFakeHeygen(quick);
    const cwd = createTemporaryFolder();
    const inRun = (id: string) => ({ cwd, env: Object.fromEntries(variables.map((name) => [name, id])) });
    await runCliWith(fake, script, inRun("4711"));
    const again = await runCliWith(fake, script, inRun("4711"));
    expect(again).toMatchObject({ exitCode: 0, outputs: { status: "completed", resumed: "true" } });
    expect(fake.billed).toBe(1);
    const next = await runCliWith(fake, script, inRun("4712"));
    expect([next.outputs.resumed, fake.billed]).toEqual(["false", 2]);
  });

  test("does not pay for a prompt again if a second attempt starts on an empty disk, and says what to do", async () => {
    await using fake = await startFakeHeygen(quick);
    const attempt = (retries: string) => ({
      cwd: createTemporaryFolder(),
      env: { BUILDKITE_BUILD_ID: "4711", BUILDKITE_RETRY_COUNT: retries, BUILDKITE_REPO: "octo/reel" },
    });
    await runCliWith(fake, prompt, attempt("0"));
    const second = await runCliWith(fake, prompt, attempt("1"));
    expect(second).toMatchObject({ exitCode: 1, outputs: { status: "failed" } });
    expect(second.stderr).toContain("A video may have been created");
    expect(second.stderr).toContain("set --reuse to never for one run");
    expect(second.stderr).not.toContain("GitHub");
    expect(fake.billed).toBe(1);
  });
});

describe.concurrent("the session of an interrupted run", () => {
  const thinking = { sessionStatuses: [{ status: "thinking" }] };
  const stop = [...prompt, "--on-interrupt", "stop"];

  test("is not stopped by default", async () => {
    await using fake = await startFakeHeygen(thinking);
    const run = await interruptWhilePolling(fake, prompt);
    expect([run.exitCode, stopRequests(fake)]).toEqual([130, []]);
  });

  test("is stopped exactly once with `--on-interrupt stop`", async () => {
    await using fake = await startFakeHeygen(thinking);
    const run = await interruptWhilePolling(fake, stop);
    expect([run.exitCode, stopRequests(fake)]).toEqual([130, ["/v3/video-agents/sess_1/stop"]]);
    expect(run.stderr).toContain("stopped");
    expect(fake.requests.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test("is not stopped when it already has a video, which is paid for", async () => {
    await using fake = await startFakeHeygen({ agentVideoIdAtOnce: true });
    fake.on("GET /v3/videos/{video_id}", "hang");
    const run = await interruptWhilePolling(fake, stop);
    expect([run.exitCode, stopRequests(fake)]).toEqual([130, []]);
    expect(JSON.parse(run.stdout)).toMatchObject({ status: "processing", video_id: "v_1" });
  });

  test("is not resumed by the next run after it was stopped", async () => {
    await using fake = await startFakeHeygen({
      sessionStatuses: [{ status: "thinking" }, { status: "stopped" }],
    });
    const cwd = createTemporaryFolder();
    const run = await interruptWhilePolling(fake, stop, cwd);
    expect(run.stderr).not.toContain("A re-run resumes it");
    const second = await runCliWith(fake, [...stop, "--wait", "false"], { cwd });
    expect(second.outputs).toMatchObject({ resumed: "false", session_id: "sess_2" });
  });
});
