import { describe, expect, test } from "vitest";
import type { ActionOptions } from "../support/action/run-action.ts";
import { runStep } from "../support/action/run-step.ts";
import type { WorkflowEvent } from "../support/action/runner.ts";
import { createWorkspace } from "../support/files/workspace.ts";
import { startFakeGithub } from "../support/github/fake-github.ts";
import { createReleaseEvent } from "../support/github/release-event.ts";
import { type FakeHeygen, startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { linesWithSecrets, toReadableText } from "../support/leaks/visible-output.ts";
import { startFakeResults } from "../support/stores/fake-results.ts";

const quick = { videoStatuses: ["completed"] };
const tagPush: WorkflowEvent = { name: "push", payload: { ref: "refs/tags/v2", commits: [] } };
const onTag = { GITHUB_REF: "refs/tags/v2", GITHUB_REF_NAME: "v2", GITHUB_REF_TYPE: "tag" };
const release = { id: 2, tag: "v2", name: "Two", body: "## New\n\n- **Faster** by @mona in #12" };

/** Returns the request bodies of all submits. */
function submitted({ requests }: FakeHeygen): unknown[] {
  return requests.filter(({ method }) => method === "POST").map(({ body }) => body);
}

/** Runs a step that uses a fake GitHub API. */
function runWithGithub(
  github: { url: string; token: string },
  fake: FakeHeygen,
  inputs: Record<string, string>,
  options: Omit<ActionOptions, "inputs"> = {},
) {
  const env = { GITHUB_API_URL: github.url, ...options.env };
  return runStep(fake, { github_token: github.token, ...inputs }, { ...options, env });
}

describe.concurrent("a step with no input but the key", () => {
  test("makes a video from the notes of the release", async () => {
    await using fake = await startFakeHeygen(quick);
    const { payload } = createReleaseEvent() as { payload: { release: object } };
    const event = {
      name: "release",
      payload: { ...payload, release: { ...payload.release, body: "- Faster" } },
    };
    const step = await runStep(fake, {}, { event });
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: "completed" } });
    const [body] = submitted(fake) as { prompt: string }[];
    expect(body?.prompt).toContain("Make a 45-second release video: 0.0.1 of octo/showreel-test");
    expect(body?.prompt).toContain("====================\nVersion: 0.0.1\n\n- Faster\n====================");
    expect(fake.requests.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test("makes a video from the release of a pushed tag", async () => {
    await using fake = await startFakeHeygen(quick);
    await using github = await startFakeGithub({ releases: [release] });
    const step = await runWithGithub(github, fake, {}, { event: tagPush, env: onTag });
    expect(step).toMatchObject({ exitCode: 0, annotations: [] });
    expect(submitted(fake)).toMatchObject([
      { prompt: expect.stringContaining("- **Faster** by @mona in #12") },
    ]);
    expect(github.requests.flatMap(({ problems }) => problems)).toEqual([]);
    expect(`${step.stdout}${step.summary}`).not.toContain("mona");
  });

  test("names the missing inputs on any other event", async () => {
    await using fake = await startFakeHeygen();
    const step = await runStep(fake, {}, { event: { name: "push", payload: {} } });
    expect(step.outputs.error_code).toBe("invalid_input");
    expect(step.annotations[0]?.message).toMatch(/^No source is set: set exactly one of `prompt`/);
    expect(fake.requests).toEqual([]);
  });
});

describe.concurrent("a script", () => {
  test("speaks release notes as plain text, with the settings of its front matter", async () => {
    await using fake = await startFakeHeygen(quick);
    await using github = await startFakeGithub({ releases: [release] });
    const workspace = createWorkspace({
      "docs/new.video.md":
        "---\ntitle: New in {{ tag }}\navatar_id: look_1\naspect_ratio: 9:16\n---\n\n# Welcome to {{ release.name }}\n\n{{ release.notes }}\n",
    });
    const inputs = { script_file: "docs/new.video.md", release_tag: "v2" };
    const step = await runWithGithub(github, fake, inputs, { workspace });
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: "completed" } });
    const [body] = submitted(fake) as { script: string }[];
    expect(body).toMatchObject({ title: "New in v2", avatar_id: "look_1", aspect_ratio: "9:16" });
    expect(body?.script.replace(/\s+/g, " ")).toBe("Welcome to Two. New. Faster.");
    expect(toReadableText(step.summary)).toMatch(/^### New in v2$/m);
  });

  test("with an invalid setting in its file is annotated at that line, and nothing is sent", async () => {
    await using fake = await startFakeHeygen();
    const workspace = createWorkspace({ "docs/a.md": "---\navatar_id: look_1\nresolution: 8k\n---\nHello" });
    const step = await runStep(fake, { script_file: "docs/a.md" }, { workspace });
    expect(step.annotations).toMatchObject([{ level: "error", file: "docs/a.md", line: 3 }]);
    expect(step.annotations[0]?.message).toMatch(/^docs\/a\.md:3: `resolution` is "8k"/);
    expect([step.outputs.error_code, fake.requests.length]).toEqual(["invalid_input", 0]);
  });

  test("that is too long is rejected with its length, under the input's name", async () => {
    await using fake = await startFakeHeygen();
    const workspace = createWorkspace({ "a.md": `---\navatar_id: look_1\n---\n${"Word. ".repeat(1_000)}` });
    const step = await runStep(fake, { script_file: "a.md" }, { workspace });
    expect(step.annotations).toMatchObject([{ level: "error", file: "a.md", line: 4 }]);
    expect(step.annotations[0]?.message).toMatch(
      /`script_file` has 5,99\d characters; HeyGen takes at most 5,000/,
    );
    expect(fake.requests).toEqual([]);
  });

  test("that the event's text makes too long is shortened, with one warning", async () => {
    await using fake = await startFakeHeygen(quick);
    const body = "A sentence that says a little. ".repeat(400);
    const event = { name: "release", payload: { action: "published", release: { tag_name: "v2", body } } };
    const step = await runStep(fake, { script: "New: {{ release.notes }}", avatar_id: "look_1" }, { event });
    expect(step).toMatchObject({ exitCode: 0, annotations: [{ level: "warning" }] });
    expect(step.annotations[0]?.message).toMatch(
      /^Shortened \{\{ release\.notes \}\} by [\d,]+ of 12,\d+ characters/,
    );
    const [sent] = submitted(fake) as { script: string }[];
    expect(sent?.script.length).toBeLessThanOrEqual(5_000);
    expect(sent?.script).toMatch(/little\.$/);
  });
});

describe.concurrent("a later attempt", () => {
  test("resumes the video even if the release was edited in between", async () => {
    await using fake = await startFakeHeygen(quick);
    await using results = await startFakeResults();
    await using github = await startFakeGithub({ releases: [release] });
    const attempt = (number: string) =>
      runWithGithub(
        github,
        fake,
        {},
        { event: tagPush, results, env: { ...onTag, GITHUB_RUN_ATTEMPT: number } },
      );
    expect((await attempt("1")).outputs).toMatchObject({ status: "completed", resumed: "false" });
    github.state.releases = [{ ...release, body: "Quite different." }];
    expect((await attempt("2")).outputs).toMatchObject({
      status: "completed",
      resumed: "true",
      video_id: "v_1",
    });
    github.state.releases = [];
    github.state.generatedNotes = { name: "v2", body: "Made up." };
    expect((await attempt("3")).outputs).toMatchObject({
      status: "completed",
      resumed: "true",
      video_id: "v_1",
    });
    expect(fake.billed).toBe(1);
  });

  test("for another release makes another video", async () => {
    await using fake = await startFakeHeygen(quick);
    await using results = await startFakeResults();
    await using github = await startFakeGithub({ releases: [release, { id: 1, tag: "v1", body: "Old." }] });
    for (const release_tag of ["v2", "v1"]) await runWithGithub(github, fake, { release_tag }, { results });
    expect(fake.billed).toBe(2);
  });
});

test("the token is masked, and sent only to GitHub", async () => {
  await using fake = await startFakeHeygen(quick);
  await using github = await startFakeGithub({ releases: [release] });
  const step = await runWithGithub(github, fake, {}, { event: tagPush, env: onTag });
  expect(step).toMatchObject({ exitCode: 0, outputs: { status: "completed" } });
  expect(fake.billed).toBe(1);
  expect(JSON.stringify(github.requests)).toContain(github.token);
  expect(step.masks).toContain(github.token);
  expect(JSON.stringify(fake.requests)).not.toContain(github.token);
  expect(JSON.stringify(github.requests)).not.toContain("test-key");
  expect(linesWithSecrets(step)).toEqual([]);
  expect(step.stdout.replaceAll(`::add-mask::${github.token}`, "")).not.toContain(github.token);
});
