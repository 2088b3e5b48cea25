import { chmodSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runBuiltAction, startBuiltAction } from "../support/action/built-action.ts";
import { expectInterrupted } from "../support/action/expect-interrupted.ts";
import { inputsFor } from "../support/action/run-step.ts";
import { sampleVideo } from "../support/files/sample-video.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { startFakeGithub } from "../support/github/fake-github.ts";
import { failure } from "../support/heygen/fake-heygen/replies.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { containsSecret } from "../support/leaks/contains-secret.ts";
import { fakeKey } from "../support/leaks/fake-secrets.ts";
import { secretEncodings } from "../support/leaks/secret-encodings.ts";
import { linesWithSecrets, toReadableText, visibleOutput } from "../support/leaks/visible-output.ts";
import { startFakeResults } from "../support/stores/fake-results.ts";

const script = { script: "Welcome.", avatar_id: "look_1", title: "Reel" };
const quick = { video: sampleVideo, videoStatuses: ["processing", "completed"] };
const branches = { head: { ref: "topic", sha: "d".repeat(40) }, base: { ref: "main", sha: "a".repeat(40) } };
const pull = { number: 7, title: "Add", ...branches };
const head = { ...branches.head, repo: { full_name: "octo/showreel-test" } };
const onPull = { name: "pull_request", payload: { pull_request: { ...pull, head } } };
const release = { id: 2, tag: "v2", name: "Two", body: "- Faster" };

test.concurrent("the action in dist/ makes a video, uploads it, and publishes it in a comment and on a release", async () => {
  await using fake = await startFakeHeygen(quick);
  await using results = await startFakeResults();
  await using github = await startFakeGithub({ pulls: [pull], releases: [release] });
  const inputs = { ...script, comment: "true", release_tag: "v2", github_token: github.token };
  const env = { GITHUB_API_URL: github.url };
  const step = await runBuiltAction({ inputs: inputsFor(fake, inputs), results, event: onPull, env });
  expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: "completed" } });
  expect(results.artifacts.map(({ name }) => name).sort()).toEqual(["Reel-v_1.mp4", "Reel-v_1.poster.jpg"]);
  expect(results.cacheEntries.length).toBeGreaterThan(1);
  expect(github.state.releases[0]?.assets).toMatchObject([{ name: "Reel.mp4" }, { name: "Reel.jpg" }]);
  expect(github.state.comments).toHaveLength(1);
  expect(toReadableText(step.summary)).toMatch(
    /^```mermaid\n[\s\S]+ {2}section Provider\n[\s\S]+Upload .+\n```$/m,
  );
  expect(step.masks).toContain("test-key");
  expect(linesWithSecrets(step)).toEqual([]);
  expect([fake.billed, fake.leakedKeys]).toEqual([1, []]);
});

test.concurrent.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "the action in dist/ ends after %s although the provider does not respond, and says how to resume",
  async (signal) => {
    await using fake = await startFakeHeygen();
    await using results = await startFakeResults();
    fake.on("GET /v3/videos/{video_id}", "hang");
    const { child, done } = startBuiltAction({ inputs: inputsFor(fake, script), results });
    await expect
      .poll(() => fake.requests.some(({ method }) => method === "GET"), { timeout: 120_000 })
      .toBe(true);
    child.kill(signal);
    const step = await done;
    expectInterrupted(step, step.outputs);
    expect(results.requests.filter(({ path }) => path.includes("ArtifactService"))).toEqual([]);
  },
);

test.concurrent("a prompt whose response was lost is resumed even if its release notes were edited in between", async () => {
  await using fake = await startFakeHeygen({ videoStatuses: ["completed"] });
  await using results = await startFakeResults();
  await using github = await startFakeGithub({ releases: [release] });
  fake.on("POST /v3/video-agents", "lost");
  const video = { prompt: "Tell: {{ release.notes }}", release_tag: "v2", upload_artifact: "false" };
  const inputs = inputsFor(fake, { ...video, github_token: github.token });
  const env = { GITHUB_API_URL: github.url };
  const first = startBuiltAction({ inputs, results, env });
  await expect.poll(() => fake.billed, { timeout: 120_000 }).toBe(1);
  first.child.kill("SIGKILL");
  await first.done;
  github.state.releases = [{ ...release, body: "- Faster, and a typo mended" }];
  const second = await runBuiltAction({ inputs, results, env: { ...env, GITHUB_RUN_ATTEMPT: "2" } });
  expect(second).toMatchObject({ exitCode: 0, outputs: { status: "completed", resumed: "true" } });
  expect(fake.billed).toBe(1);
});

// Root can write to every folder, so the step runs as another user.
const unprivileged = process.getuid?.() === 0 ? { uid: 65_534 } : {};

test.concurrent("a folder without write permission is rejected as `output_path` before anything is sent", async () => {
  await using fake = await startFakeHeygen();
  const workspace = createTemporaryFolder();
  mkdirSync(join(workspace, "videos"));
  chmodSync(join(workspace, "videos"), 0o555);
  chmodSync(workspace, 0o755);
  const inputs = inputsFor(fake, { prompt: "Hi", output_path: "videos/x.mp4" });
  const step = await runBuiltAction({ inputs, workspace, ...unprivileged });
  expect(step).toMatchObject({ exitCode: 1, outputs: { error_code: "invalid_input" } });
  expect(step.annotations).toMatchObject([{ level: "error" }]);
  expect(step.annotations[0]?.message).toContain('`output_path` is "videos/x.mp4"');
  expect(step.annotations[0]?.message).toContain("cannot be written to (EACCES)");
  expect(fake.requests).toEqual([]);
});

describe.concurrent.each(["as it is", "in Base64"])("a key that an error response repeats %s", (name) => {
  test("is not shown by the action in dist/", async () => {
    await using fake = await startFakeHeygen({ apiKey: fakeKey });
    const encoded = secretEncodings[name]?.(fakeKey);
    fake.on("POST /v3/videos", failure(401, "unauthorized", `The key ${encoded} is not valid`));
    const env = { ACTIONS_STEP_DEBUG: "true", RUNNER_DEBUG: "1" };
    const step = await runBuiltAction({ inputs: inputsFor(fake, { ...script, api_key: fakeKey }), env });
    expect(step.annotations[0]?.message).toContain("is not valid");
    expect(containsSecret(visibleOutput(step) + JSON.stringify(step.outputs), fakeKey)).toBe(false);
  });
});

test.concurrent("without GITHUB_WORKSPACE the action in dist/ writes the video into its working directory", async () => {
  await using fake = await startFakeHeygen(quick);
  const inputs = inputsFor(fake, { ...script, upload_artifact: "false" });
  const step = await runBuiltAction({ inputs, env: { GITHUB_WORKSPACE: undefined } });
  expect(step).toMatchObject({ exitCode: 0, outputs: { status: "completed" } });
  expect(readdirSync(join(step.workspace, "videos"))).toContain("Reel-v_1.mp4");
});
