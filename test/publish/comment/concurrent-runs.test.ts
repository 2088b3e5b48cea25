import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Runtime } from "../../../src/base/runtime.ts";
import { createRecord, type VideoState } from "../../../src/jobs/video-record.ts";
import { readWorkflow } from "../../../src/platform/github/workflow.ts";
import { createCommentPublisher } from "../../../src/publish/comment/publisher.ts";
import { createReleasePublishers } from "../../../src/publish/release/publisher.ts";
import { createWorkspace } from "../../support/files/workspace.ts";
import { eventEnvironment } from "../../support/github/event-environment.ts";
import type { FakeRelease } from "../../support/github/fake-github/objects/objects.ts";
import {
  type FakeGithub,
  secondaryLimit,
  serverError,
  startFakeGithub,
} from "../../support/github/fake-github.ts";
import { completed, videoFormat } from "../../support/pipeline/render-states.ts";
import { interleaveRuns } from "../../support/runtime/interleave-runs.ts";

const notes = "## New\r\n\r\n- Faster  \n\n<!-- a comment -->\n";
const release: FakeRelease = { id: 2, tag: "v2", name: "Two", body: notes };
const ends = { head: { ref: "topic", sha: "d".repeat(40) }, base: { ref: "main", sha: "a".repeat(40) } };
const pull = { number: 7, title: "Add", ...ends };
const patchNotes = "PATCH /repos/{owner}/{repo}/releases/{release_id}";
const patchComment = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";

/** How many runs there are, and the seed of their order. */
const races = [
  ...[1, 2, 3, 4, 5].map((seed) => ({ count: 2, seed })),
  ...[1, 2].map((seed) => ({ count: 20, seed })),
];

function videoOf(content: string): VideoState {
  const folder = createWorkspace({ "v.mp4": content });
  const sha256 = createHash("sha256").update(content).digest("hex");
  const local = { path: join(folder, "v.mp4"), sizeBytes: content.length, sha256, ...videoFormat };
  return { ...completed, local };
}

function workflowOf(github: FakeGithub, runtime: Runtime, event: string, payload: object) {
  return readWorkflow(
    runtime,
    eventEnvironment(event, payload, { GITHUB_API_URL: github.url }),
    github.token,
  );
}

/** Publishes at the release as a run does: files, and then notes. */
async function release2(github: FakeGithub, runtime: Runtime, video: VideoState, key: string, stem: string) {
  const workflow = workflowOf(github, runtime, "workflow_dispatch", {});
  const place = { tag: "v2", key, fileName: () => stem };
  const publishers = createReleasePublishers(runtime, workflow, place);
  const record = createRecord(runtime, "Release 2", () => {});
  record.update(video);
  record.update(await publishers.files.publish(record.current()));
  await publishers.notes.publish(record.current());
}

function comment(github: FakeGithub, runtime: Runtime, key: string) {
  const payload = { pull_request: { number: 7, title: "Add", head: { sha: "d".repeat(40) } } };
  const workflow = workflowOf(github, runtime, "pull_request", payload);
  return createCommentPublisher(runtime, workflow, key).publish(completed);
}

const indexes = (count: number) => Array.from({ length: count }, (_, index) => index);
const keyOf = (index: number) => `ci/video/make/${index}`;

describe.each(races)("$count concurrent runs in the order of seed $seed", ({ count, seed }) => {
  test("keep all assets of the release and all blocks in its notes", async () => {
    await using github = await startFakeGithub({ releases: [release] });
    github.on(patchNotes, serverError(), "lost", secondaryLimit(30));
    const video = videoOf("video");
    const works = indexes(count).map(
      (index) => (runtime: Runtime) => release2(github, runtime, video, keyOf(index), `tour-${index}`),
    );
    await interleaveRuns(seed, works);
    const [filled] = github.state.releases;
    expect(filled?.assets?.map(({ name }) => name).sort()).toEqual(
      indexes(count)
        .map((index) => `tour-${index}.mp4`)
        .sort(),
    );
    expect(filled?.body?.startsWith(notes)).toBe(true);
    for (const index of indexes(count)) {
      expect(filled?.body?.split(`<!-- showreel:${keyOf(index)} -->`)).toHaveLength(2);
      expect(filled?.body).toContain(`/releases/download/v2/tour-${index}.mp4)`);
    }
  });

  test("of one video leave one asset and one block", async () => {
    await using github = await startFakeGithub({ releases: [release] });
    const works = indexes(count).map(
      (index) => (runtime: Runtime) => release2(github, runtime, videoOf(`${index}`), keyOf(0), "tour"),
    );
    await interleaveRuns(seed, works);
    const [filled] = github.state.releases;
    expect(filled?.assets?.map(({ name }) => name)).toEqual(["tour.mp4"]);
    expect(filled?.body?.match(/<!-- showreel:/g)).toHaveLength(1);
  });

  test("of one video leave one comment", async () => {
    await using github = await startFakeGithub({ pulls: [pull] });
    await interleaveRuns(
      seed,
      indexes(count).map(() => (runtime: Runtime) => comment(github, runtime, keyOf(0))),
    );
    expect(github.state.comments).toHaveLength(1);
  });

  test("of as many videos leave as many comments", async () => {
    await using github = await startFakeGithub({ pulls: [pull] });
    github.on(patchComment, serverError(), "lost", secondaryLimit(30));
    await interleaveRuns(
      seed,
      indexes(count).map((index) => (runtime: Runtime) => comment(github, runtime, keyOf(index))),
    );
    expect(new Set(github.state.comments.map(({ body }) => body.split("\n", 1)[0])).size).toBe(count);
    expect(github.state.comments).toHaveLength(count);
  });
});
