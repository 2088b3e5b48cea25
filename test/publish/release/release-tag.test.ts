import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../../src/base/errors.ts";
import { readSettings, sharedSettings } from "../../../src/inputs/schema/settings.ts";
import { createRecord, type VideoState } from "../../../src/jobs/video-record.ts";
import { createPublishStages } from "../../../src/publish/publish-stages.ts";
import type { Publisher } from "../../../src/publish/publisher.ts";
import { createWorkspace } from "../../support/files/workspace.ts";
import type { FakeRelease } from "../../support/github/fake-github/objects/objects.ts";
import {
  type FakeRoute,
  failure,
  forbidden,
  notFound,
  type ScriptedReply,
  secondaryLimit,
  serverError,
  validationFailed,
} from "../../support/github/fake-github.ts";
import { type OpenedWorkflow, openWorkflow } from "../../support/github/open-workflow.ts";
import { completed, videoFormat } from "../../support/pipeline/render-states.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

const ends = { head: { ref: "topic", sha: "d".repeat(40) }, base: { ref: "main", sha: "a".repeat(40) } };
const pull = { number: 7, title: "Add", ...ends };
const payload = { pull_request: { number: 7, title: "Add", head: { sha: "d".repeat(40) } } };
const upload = "POST /uploads/repos/{owner}/{repo}/releases/{release_id}/assets";
const rename = "PATCH /repos/{owner}/{repo}/releases/assets/{asset_id}";
const assets = "GET /repos/{owner}/{repo}/releases/{release_id}/assets";
const notes = "PATCH /repos/{owner}/{repo}/releases/{release_id}";
const byTag = "GET /repos/{owner}/{repo}/releases/tags/{tag}";
const comment = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";

const release: FakeRelease = { id: 2, tag: "v2", body: "Hello." };
const artifact = {
  id: "7",
  url: "https://github.com/octo/reel/actions/runs/42/artifacts/7",
  digest: "sha256:ab",
};
const uploads: Publisher = { name: "artifact", isEssential: true, publish: async () => ({ artifact }) };

function videoHere(changes: object = {}): VideoState {
  const path = join(createWorkspace({ "v.mp4": "video" }), "v.mp4");
  const sha256 = createHash("sha256").update("video").digest("hex");
  const local = { path, sizeBytes: 5, sha256, ...videoFormat, ...changes };
  const { artifact: _none, ...render } = completed;
  return {
    ...render,
    remote: { ...completed.remote, pageUrl: undefined } as VideoState["remote"] & object,
    local,
  };
}

/** Runs all steps that follow the download of a video. */
async function publish(opened: OpenedWorkflow, video: VideoState, files: readonly Publisher[] = [uploads]) {
  const typed = { prompt: "a", release_tag: "v2", comment: "true" };
  const settings = await readSettings(sharedSettings(["heygen"]), typed);
  const stages = await createPublishStages(opened.runtime, opened.workflow, settings, files);
  const record = createRecord(opened.runtime, "Release 2", () => {});
  record.update(video);
  const end = await stages.publish(record).catch((error: unknown) => error);
  return { end, render: record.current() };
}

const open = (changes: Partial<FakeRelease> = {}, releases = [{ ...release, ...changes }]) =>
  openWorkflow({ event: "pull_request", payload, github: { pulls: [pull], releases } });

const always = (reply: ScriptedReply) => Array<ScriptedReply>(30).fill(reply);

describe("a release in `release_tag` that does not get the video", () => {
  test.each<[string, FakeRoute, ScriptedReply, RegExp]>([
    ["may not be written to", upload, forbidden(), /contents: write/],
    ["is gone", upload, notFound(), /was deleted during the run/],
    ["refuses the file", upload, validationFailed("custom", "No."), /HTTP 422/],
    ["cannot be reached for long", upload, serverError(), /HTTP 500/],
    ["breaks off each time", upload, "hang up", /No response from GitHub/],
    ["asks for a pause without end", upload, secondaryLimit(100_000), /rate limit is exceeded/],
    ["does not say what it has", assets, failure(503, "No."), /HTTP 503/],
    ["does not give the name", rename, forbidden(), /contents: write/],
    ["is not to be seen", byTag, forbidden(), /contents: write/],
    ["is not there", byTag, notFound(), /No release with the tag v2 was found/],
  ])("fails the step if it %s, after everything else is published", async (_, route, reply, words) => {
    await using opened = await open({}, route === byTag ? [] : [release]);
    opened.github.on(route, ...always(reply));
    const { end, render } = await publish(opened, videoHere());
    expect(end).toBeInstanceOf(ShowreelError);
    const { code, message, hint = "", submitted } = end as ShowreelError;
    expect([code, message]).toEqual(["publish_failed", expect.stringContaining("release v2: ")]);
    expect(`${message}\n${hint}`).toMatch(words);
    expect(submitted).toBeUndefined();
    // The video is kept and reported.
    expect(render).toMatchObject({ status: "completed", artifact, local: { sizeBytes: 5 } });
    expect(render.commentUrl).toContain("#issuecomment-");
  });

  test.each<[string, Partial<FakeRelease>, object]>([
    ["it is immutable", { immutable: true }, {}],
    ["the video has 2 GiB", {}, { sizeBytes: 2 * 1_024 ** 3 }],
  ])("does not fail the step if its notes get the link instead, because %s", async (_, changes, local) => {
    await using opened = await open(changes);
    const { end } = await publish(opened, videoHere(local));
    expect([end, opened.warnings()]).toEqual([undefined, []]);
    expect(opened.github.state.releases[0]?.body).toContain(`[▶ Watch the video](${artifact.url})`);
  });

  test.each<[string, ScriptedReply]>([
    ["may not be written", forbidden()],
    ["take no write", notFound()],
    ["cannot be reached for long", serverError()],
  ])("fails the step if it is immutable and its notes %s", async (_, reply) => {
    await using opened = await open({ immutable: true });
    opened.github.on(notes, ...always(reply));
    const { end, render } = await publish(opened, videoHere());
    expect(end).toMatchObject({ code: "publish_failed" });
    expect(render.commentUrl).toContain("#issuecomment-");
  });

  test("fails the step if it is immutable and there is no page to link to", async () => {
    await using opened = await open({ immutable: true });
    const { end } = await publish(opened, videoHere(), []);
    expect(end).toMatchObject({ code: "publish_failed", message: expect.stringContaining("takes no file") });
  });
});

describe("anything else that cannot be published", () => {
  test.each<[string, FakeRoute]>([
    ["the link in the notes of a release that has the file", notes],
    ["the comment", comment],
  ])("logs a warning: %s", async (_, route) => {
    await using opened = await open();
    opened.github.on(route, ...always(forbidden()));
    const { end, render } = await publish(opened, videoHere());
    expect(end).toBeUndefined();
    expect(opened.warnings()).toEqual([expect.stringContaining("the video itself is complete")]);
    expect(render.releaseAssetUrl).toContain("/v2/");
  });

  test("is reported as one error and warnings if the artifact and the release both fail", async () => {
    await using opened = await open();
    opened.github.on(upload, forbidden());
    const refusal = new ShowreelError("publish_failed", "The artifact was not uploaded.");
    const broken: Publisher = { ...uploads, publish: () => Promise.reject(refusal) };
    const { end } = await publish(opened, videoHere(), [broken]);
    expect(end).toBe(refusal);
    expect(opened.warnings().join("\n")).toContain("The release's file could not be published");
  });
});

test("rejects `release_tag` without a repository before anything is submitted", async () => {
  await using opened = await openWorkflow({ env: { GITHUB_REPOSITORY: "" } });
  const settings = await readSettings(sharedSettings(["heygen"]), { prompt: "a", release_tag: "v2" });
  const failure = await failureOf(async () =>
    createPublishStages(opened.runtime, opened.workflow, settings, []),
  );
  expect(failure).toMatchObject({
    code: "invalid_input",
    hint: expect.stringContaining("GITHUB_REPOSITORY"),
  });
});

test("`auto` names no release in a run without a tag", async () => {
  await using opened = await openWorkflow({ event: "push" });
  const settings = await readSettings(sharedSettings(["heygen"]), { prompt: "a", release_tag: "auto" });
  await createPublishStages(opened.runtime, opened.workflow, settings, []);
  expect(opened.warnings()).toEqual([
    expect.stringContaining("No release found for `release_tag`: it is auto"),
  ]);
});
