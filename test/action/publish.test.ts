import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DefaultArtifactClient } from "@actions/artifact";
import { afterEach, describe, expect, test, vi } from "vitest";
import { runAction, startAction } from "../support/action/run-action.ts";
import { inputsFor, runStep } from "../support/action/run-step.ts";
import { createWorkspace } from "../support/files/workspace.ts";
import { forbidden, startFakeGithub } from "../support/github/fake-github.ts";
import { inspectPage } from "../support/github-page/inspect-page.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { linesWithSecrets, toReadableText } from "../support/leaks/visible-output.ts";
import { startFakeResults } from "../support/stores/fake-results.ts";

const script = { script: "Welcome.", avatar_id: "look_1", title: "Reel" };
const quick = { videoStatuses: ["completed"] };
const refs = { head: { ref: "topic", sha: "d".repeat(40) }, base: { ref: "main", sha: "a".repeat(40) } };
const pull = { number: 7, title: "Add", ...refs };
const head = { ...refs.head, repo: { full_name: "octo/showreel-test" } };
const onPull = { name: "pull_request", payload: { pull_request: { ...pull, head } } };
const release = { id: 2, tag: "v2", name: "Two", body: "- Faster" };

afterEach(() => void vi.unstubAllEnvs());

describe.concurrent("one step publishes its video", () => {
  test("as artifacts, in a comment, and on a release", async () => {
    await using fake = await startFakeHeygen(quick);
    await using results = await startFakeResults();
    await using github = await startFakeGithub({ pulls: [pull], releases: [release] });
    const video = {
      ...script,
      captions: "true",
      comment: "true",
      release_tag: "v2",
      github_token: github.token,
    };
    const env = { GITHUB_API_URL: github.url };
    const step = await runAction({ inputs: inputsFor(fake, video), results, event: onPull, env });
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: "completed" } });

    const artifacts = results.artifacts.map(({ name, contentType }) => `${name} ${contentType}`).sort();
    expect(artifacts).toEqual([
      "Reel-v_1.mp4 video/mp4",
      "Reel-v_1.poster.jpg image/jpeg",
      "Reel-v_1.srt application/octet-stream",
    ]);
    const download = "https://github.com/octo/showreel-test/releases/download/v2";
    expect(step.outputs).toMatchObject({
      release_asset_url: `${download}/Reel.mp4`,
      comment_url: expect.stringMatching(
        /^https:\/\/github\.com\/octo\/showreel-test\/pull\/7#issuecomment-\d+$/,
      ),
    });
    expect(github.state.releases[0]?.assets).toMatchObject([
      { name: "Reel.mp4", sha256: step.outputs.sha256 },
      { name: "Reel.jpg" },
    ]);
    expect(github.state.releases[0]?.body).toContain(`<img src="${download}/Reel.jpg"`);
    const [comment, ...others] = github.state.comments;
    expect(others).toEqual([]);
    expect(inspectPage(comment?.body ?? "").images).toEqual([{ src: `${download}/Reel.jpg`, alt: "Reel" }]);
    expect(toReadableText(comment?.body ?? "")).toContain(
      `[▶ Watch the video](${step.outputs.artifact_url})`,
    );
    expect(github.requests.flatMap(({ problems }) => problems)).toEqual([]);
    expect(linesWithSecrets(step)).toEqual([]);
    expect(JSON.stringify([github.state.comments, github.state.releases])).not.toMatch(/secret-|Signature/);
  });

  test("in a comment that reports rendering, and then the failure", async () => {
    await using fake = await startFakeHeygen({ videoStatuses: ["processing", "failed"] });
    await using github = await startFakeGithub({ pulls: [pull] });
    const inputs = { ...script, comment: "true", github_token: github.token };
    const step = await runStep(fake, inputs, { event: onPull, env: { GITHUB_API_URL: github.url } });
    expect(step.outputs).toMatchObject({ status: "failed", error_code: "generation_failed" });
    const written = github.requests
      .filter(({ method }) => method !== "GET")
      .map(({ body }) => JSON.stringify(body));
    expect(written[0]).toContain("**Rendering**");
    expect(written.at(-1)).toContain("**generation_failed**");
    expect(github.state.comments).toHaveLength(1);
  });

  test("and without permissions keeps it, warns about each missing one, and fails for the release", async () => {
    await using fake = await startFakeHeygen(quick);
    await using results = await startFakeResults();
    await using github = await startFakeGithub({ pulls: [pull], releases: [release], canPush: false });
    const comments = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
    github.on(comments, forbidden(), forbidden(), forbidden(), forbidden());
    const video = { ...script, comment: "true", release_tag: "v2", github_token: github.token };
    const env = { GITHUB_API_URL: github.url };
    const step = await runAction({ inputs: inputsFor(fake, video), results, event: onPull, env });
    expect(step).toMatchObject({
      exitCode: 1,
      outputs: { status: "completed", error_code: "publish_failed", comment_url: "" },
    });
    const annotations = step.annotations.map(({ level, message }) => `${level} ${message}`).sort();
    expect(annotations).toEqual([
      expect.stringMatching(/^error The video is not on the release v2: [\s\S]+contents: write[\s\S]+v_1/),
      expect.stringMatching(/^warning The comment could not [\s\S]+pull-requests: write/),
      expect.stringMatching(/^warning The link in the release notes could not [\s\S]+contents: write/),
    ]);
    expect(step.outputs.artifact_url).not.toBe("");
  });
});

describe.concurrent("a run that ends before its video is completed", () => {
  const withComment = { ...script, comment: "true" };

  test("says in comment and summary how to resume it, and sets `comment_url`", async () => {
    await using fake = await startFakeHeygen({ videoStatuses: ["processing"] });
    await using github = await startFakeGithub({ pulls: [pull] });
    const inputs = { ...withComment, wait: "false", github_token: github.token };
    const step = await runStep(fake, inputs, { event: onPull, env: { GITHUB_API_URL: github.url } });
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: "processing" } });
    expect(step.outputs.comment_url).toContain("#issuecomment-");
    for (const text of [github.state.comments[0]?.body ?? "", step.summary]) {
      expect(toReadableText(text)).toContain('Resume it with <code>video_id</code> set to "v_1"');
    }
  });

  test("warns when it has no permission to comment", async () => {
    await using fake = await startFakeHeygen({ videoStatuses: ["processing"] });
    await using github = await startFakeGithub({ pulls: [pull] });
    github.on("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", forbidden(), forbidden());
    const inputs = { ...withComment, wait: "false", github_token: github.token };
    const step = await runStep(fake, inputs, { event: onPull, env: { GITHUB_API_URL: github.url } });
    expect(step.annotations).toMatchObject([
      { level: "warning", message: expect.stringContaining("pull-requests: write") },
    ]);
  });

  test("reports in the comment that it was interrupted", async () => {
    await using fake = await startFakeHeygen({ videoStatuses: ["processing"] });
    await using github = await startFakeGithub({ pulls: [pull] });
    const inputs = inputsFor(fake, { ...withComment, upload_artifact: "false", github_token: github.token });
    const { interrupt, done } = startAction({ inputs, event: onPull, env: { GITHUB_API_URL: github.url } });
    await expect.poll(() => github.state.comments.length, { timeout: 120_000 }).toBe(1);
    interrupt();
    const step = await done;
    expect(step.outputs).toMatchObject({ status: "processing", error_code: "interrupted" });
    expect(toReadableText(github.state.comments[0]?.body ?? "")).toContain("**interrupted**");
    expect(toReadableText(github.state.comments[0]?.body ?? "")).toContain("The video is paid for.");
  });
});

describe.concurrent("files next to the video", () => {
  test("do not overwrite the user's files", async () => {
    await using fake = await startFakeHeygen(quick);
    await using results = await startFakeResults();
    const workspace = createWorkspace({ "docs/intro.jpg": "mine" });
    const inputs = inputsFor(fake, { ...script, output_path: "docs/intro.mp4" });
    await runAction({ inputs, results, workspace });
    expect(readFileSync(join(workspace, "docs", "intro.jpg"), "utf8")).toBe("mine");
    expect(results.artifacts.map(({ name }) => name).sort()).toEqual(["intro.mp4", "intro.poster.jpg"]);
  });

  test("are named after the artifact, even if its name contains dots", async () => {
    await using fake = await startFakeHeygen(quick);
    await using results = await startFakeResults();
    await runAction({ inputs: inputsFor(fake, { ...script, artifact_name: "release-1.2.3" }), results });
    const names = results.artifacts.map(({ name }) => name).sort();
    expect(names).toEqual(["release-1.2.3.mp4", "release-1.2.3.poster.jpg"]);
  });
});

test("a run that makes no video does not comment on the pull request", async () => {
  await using fake = await startFakeHeygen(quick);
  await using github = await startFakeGithub({ pulls: [pull] });
  const inputs = inputsFor(fake, { template: "docs", comment: "true", github_token: github.token });
  const step = await runAction({ inputs, event: onPull, env: { GITHUB_API_URL: github.url } });
  expect(step).toMatchObject({ exitCode: 0, outputs: { status: "skipped" } });
  expect(github.state.comments).toEqual([]);
});

test("`release_tag: latest` adds the video to the latest release, and a re-run pays once although a newer one is out", async () => {
  await using fake = await startFakeHeygen(quick);
  await using results = await startFakeResults();
  await using github = await startFakeGithub({ releases: [release] });
  const video = { prompt: "Tell of {{ tag }}: {{ release.notes }}", release_tag: "latest" };
  const inputs = inputsFor(fake, { ...video, github_token: github.token });
  const attempt = (number: string) =>
    runAction({ inputs, results, env: { GITHUB_API_URL: github.url, GITHUB_RUN_ATTEMPT: number } });
  expect(await attempt("1")).toMatchObject({ exitCode: 0, annotations: [], outputs: { resumed: "false" } });
  expect(github.state.releases[0]?.assets?.map(({ name }) => name)).toContainEqual(
    expect.stringMatching(/mp4$/),
  );
  github.state.releases = [
    { ...release, id: 3, tag: "v3", name: "Three", body: "More." },
    ...github.state.releases,
  ];
  expect(await attempt("2")).toMatchObject({ exitCode: 0, outputs: { resumed: "true" } });
  expect(fake.billed).toBe(1);
});

test("two script files without a title become two assets of one release", async () => {
  await using fake = await startFakeHeygen(quick);
  await using results = await startFakeResults();
  await using github = await startFakeGithub({ releases: [release] });
  const workspace = createWorkspace({ "a.md": "Hello.", "b.md": "Good bye." });
  const env = { GITHUB_API_URL: github.url };
  for (const script_file of ["a.md", "b.md"]) {
    const video = { script_file, avatar_id: "look_1", release_tag: "v2", github_token: github.token };
    const step = await runAction({ inputs: inputsFor(fake, video), results, workspace, env });
    expect(step).toMatchObject({ exitCode: 0, annotations: [] });
  }
  const videos = github.state.releases[0]?.assets?.filter(({ name }) => name.endsWith(".mp4"));
  expect(videos).toHaveLength(2);
});

describe.concurrent("an artifact", () => {
  test("of the same name is replaced with `overwrite_artifact`, even if it is not zipped", async () => {
    await using fake = await startFakeHeygen(quick);
    await using results = await startFakeResults();
    const inputs = inputsFor(fake, { ...script, artifact_name: "Reel", upload_extras: "false" });
    await runAction({ inputs, results });
    const second = await runAction({ inputs: { ...inputs, overwrite_artifact: "true" }, results });
    expect(second).toMatchObject({ exitCode: 0, annotations: [] });
    expect(results.artifacts.map(({ name, id }) => [name, String(id)])).toEqual([
      ["Reel.mp4", second.outputs.artifact_id],
    ]);
  });

  test("is a warning on a server without an artifact service, and `video_path` is still set", async () => {
    await using fake = await startFakeHeygen(quick);
    const env = { GITHUB_SERVER_URL: "https://git.example.com" };
    const inputs = inputsFor(fake, { ...script, captions: "true" });
    const step = await runAction({ inputs, env });
    expect(step).toMatchObject({
      exitCode: 0,
      outputs: { status: "completed", artifact_url: "", error_code: "" },
    });
    const messages = step.annotations.map(({ message }) => message).join("\n");
    expect(messages.match(/The artifact was not uploaded to this server, which is not GitHub/g)).toHaveLength(
      1,
    );
    expect(messages).toContain("`video_path` holds the path of Reel-v_1.mp4");
    expect(readFileSync(join(step.workspace, "videos", "Reel-v_1.mp4")).length).toBeGreaterThan(0);
  });
});

test("GitHub's artifact client downloads the uploaded bytes with the same digest", async () => {
  await using fake = await startFakeHeygen(quick);
  await using results = await startFakeResults();
  const step = await runAction({ inputs: inputsFor(fake, script), results });
  const client = new DefaultArtifactClient();
  vi.stubEnv("ACTIONS_RESULTS_URL", results.url);
  vi.stubEnv("ACTIONS_RUNTIME_TOKEN", results.token);
  vi.stubEnv("GITHUB_SERVER_URL", "https://github.com");
  vi.stubEnv("GITHUB_WORKSPACE", step.workspace);
  const { artifact } = await client.getArtifact("Reel-v_1.mp4");
  const folder = join(step.workspace, "downloaded");
  const { downloadPath, digestMismatch } = await client.downloadArtifact(artifact.id, {
    path: folder,
    skipDecompress: true,
    expectedHash: artifact.digest ?? "",
  });
  const bytes = readFileSync(join(downloadPath ?? "", "Reel-v_1.mp4"));
  expect([digestMismatch, createHash("sha256").update(bytes).digest("hex")]).toEqual([
    false,
    step.outputs.sha256,
  ]);
  expect(artifact.digest).toBe(`sha256:${step.outputs.sha256}`);
});
