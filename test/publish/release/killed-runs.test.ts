import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Runtime } from "../../../src/base/runtime.ts";
import type { VideoState } from "../../../src/jobs/video-record.ts";
import { readWorkflow } from "../../../src/platform/github/workflow.ts";
import { createReleasePublishers } from "../../../src/publish/release/publisher.ts";
import { createWorkspace } from "../../support/files/workspace.ts";
import { eventEnvironment } from "../../support/github/event-environment.ts";
import type { FakeReleaseAsset } from "../../support/github/fake-github/objects/objects.ts";
import { type FakeGithub, startFakeGithub } from "../../support/github/fake-github.ts";
import { completed, videoFormat } from "../../support/pipeline/render-states.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

const digestOf = (content: string) => createHash("sha256").update(content).digest("hex");

function videoOf(content: string): VideoState {
  const folder = createWorkspace({ "v.mp4": content });
  const local = { path: join(folder, "v.mp4"), sizeBytes: content.length, ...videoFormat };
  return { ...completed, local: { ...local, sha256: digestOf(content) } };
}

/** Attaches a video as this attempt of run 42 does. */
async function attach(github: FakeGithub, runtime: Runtime, attempt: number, content: string) {
  const env = { GITHUB_API_URL: github.url, GITHUB_RUN_ID: "42", GITHUB_RUN_ATTEMPT: String(attempt) };
  const workflow = readWorkflow(runtime, eventEnvironment("workflow_dispatch", {}, env), github.token);
  const place = { tag: "v2", key: "ci/video/make/tour", fileName: () => "tour" };
  await createReleasePublishers(runtime, workflow, place).files.publish(videoOf(content));
}

/** Kills the run at the request of this number, before it is sent or after its response. */
function dyingRuntime(request: number, moment: "before" | "behind") {
  const runtime = createFakeRuntime();
  const { promise: dead, resolve: die } = Promise.withResolvers<void>();
  const forever = new Promise<never>(() => {});
  let count = 0;
  const dying: Runtime = {
    ...runtime,
    async fetch(input, init) {
      count += 1;
      if (count < request) return runtime.fetch(input, init);
      if (moment === "behind") await runtime.fetch(input, init);
      die();
      return forever;
    },
  };
  return { dying, dead };
}

const fileOf = (id: number, name: string, content: string, createdAt?: string): FakeReleaseAsset => ({
  id,
  name,
  contentType: "video/mp4",
  bytes: content.length,
  sha256: digestOf(content),
  ...(createdAt !== undefined && { createdAt }),
});

const releaseWith = (...assets: FakeReleaseAsset[]) => ({ releases: [{ id: 2, tag: "v2", assets }] });
const namesAt = ({ state }: FakeGithub) => state.releases[0]?.assets?.map(({ name }) => name) ?? [];

// Find the release, list its assets, upload, list again, rename the old asset, rename the new one, delete the old.
const boundaries = [1, 2, 3, 4, 5, 6, 7].flatMap((request) =>
  (["before", "behind"] as const).map((moment) => ({ request, moment })),
);

describe.each(boundaries)("a run that is killed $moment request $request to a release", (cut) => {
  test.each([
    ["the same video", "new"],
    ["another video", "newer"],
  ])("leaves one asset after the next attempt with %s", async (_, content) => {
    await using github = await startFakeGithub(releaseWith(fileOf(9, "tour.mp4", "old")));
    const { dying, dead } = dyingRuntime(cut.request, cut.moment);
    await Promise.race([dead, attach(github, dying, 1, "new")]);
    await attach(github, createFakeRuntime(), 2, content);
    expect(namesAt(github)).toEqual(["tour.mp4"]);
    expect(github.state.releases[0]?.assets?.[0]?.sha256).toBe(digestOf(content));
  });
});

describe("another asset of the release", () => {
  const longAgo = "2025-12-30T00:00:00Z";
  const justNow = "2025-12-31T23:59:00Z";

  test.each<[string, FakeReleaseAsset]>([
    ["a file that had to make room", fileOf(8, "showreel-8-tour.mp4", "older", longAgo)],
    ["a file that had to make room just now", fileOf(8, "showreel-8-tour.mp4", "older", justNow)],
    ["a file on its way in another run, for days", fileOf(8, "showreel-r7.1.abc-tour.mp4", "x", longAgo)],
    ["a file on its way in an earlier attempt", fileOf(8, "showreel-r42.1.abc-tour.mp4", "x", justNow)],
  ])("is deleted if a killed run left it: %s", async (_, leftover) => {
    await using github = await startFakeGithub(releaseWith(leftover, fileOf(9, "tour.mp4", "old")));
    for (const content of ["new", "new"]) await attach(github, createFakeRuntime(), 2, content);
    expect(namesAt(github)).toEqual(["tour.mp4"]);
  });

  test.each<[string, FakeReleaseAsset]>([
    ["a file on its way in another run", fileOf(8, "showreel-r43.1.abc-tour.mp4", "x", justNow)],
    ["a file on its way in a later attempt", fileOf(8, "showreel-r42.3.abc-tour.mp4", "x", justNow)],
    ["what made room for another file", fileOf(8, "showreel-8-detour.mp4", "x", longAgo)],
    ["a file on its way to another name", fileOf(8, "showreel-r7.1.abc-a-tour.mp4", "x", longAgo)],
    ["a person's file of a name like ours", fileOf(8, "showreel-9-tour.mp4", "x", longAgo)],
    ["a person's file with our name in it", fileOf(8, "my-tour.mp4", "x", longAgo)],
  ])("is kept if no killed run left it: %s", async (_, other) => {
    await using github = await startFakeGithub(releaseWith(other));
    await attach(github, createFakeRuntime(), 2, "new");
    expect(namesAt(github)).toEqual([other.name, "tour.mp4"]);
  });
});
