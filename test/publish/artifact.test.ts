import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  createRejectedArtifactPublisher,
  createSidecarArtifactPublishers,
  createVideoArtifactPublisher,
} from "../../src/publish/artifact/publishers.ts";
import type { ArtifactOptions } from "../../src/publish/artifact/upload.ts";
import { createArtifactScene } from "../support/publish/artifact-scene.ts";
import { failureOf } from "../support/runtime/failure-of.ts";
import { type FakeResults, startFakeResults } from "../support/stores/fake-results.ts";

// The artifact client logs every request to stdout.
beforeEach(() => void vi.spyOn(process.stdout, "write").mockReturnValue(true));

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const namesIn = (results: FakeResults) => results.artifacts.map(({ name }) => name);
const conflict = { status: 409, body: { code: "already_exists", msg: "taken" } };

test.each([
  [undefined, ["reel.mp4", "reel.poster.jpg", "reel.srt"]],
  ["Release 1.2", ["Release 1.2.mp4", "Release 1.2.poster.jpg", "Release 1.2.srt"]],
  ["Release.MP4", ["Release.MP4", "Release.poster.jpg", "Release.srt"]],
])("with the artifact name %j, the artifacts are %j", async (name, names) => {
  await using results = await startFakeResults();
  const { render, options, runtime } = createArtifactScene(results, { name });
  const video = createVideoArtifactPublisher(runtime, options);
  for (const publisher of [video, ...createSidecarArtifactPublishers(runtime, options)])
    await publisher.publish(render);
  expect(namesIn(results)).toEqual(names);
});

test("a name that is taken gets a number, and after five attempts a random one", async () => {
  await using results = await startFakeResults();
  results.fail("CreateArtifact", ...Array(5).fill(conflict));
  const { render, options, runtime } = createArtifactScene(results);
  const { artifact } = await createVideoArtifactPublisher(runtime, options).publish(render);
  expect(namesIn(results)).toEqual(["reel-55000.mp4"]);
  expect(artifact?.url).toBe(`${options.runUrl}/artifacts/${artifact?.id}`);
  expect(runtime.lines).toContain("info: The artifact name reel-5.mp4 is taken; trying the next one.");
});

test("the upload fails after 15 taken names, and the error says how to upload the video", async () => {
  await using results = await startFakeResults();
  results.fail("CreateArtifact", ...Array(15).fill(conflict));
  const { render, options, runtime } = createArtifactScene(results);
  const { code, message, hint } = await failureOf(() =>
    createVideoArtifactPublisher(runtime, options).publish(render),
  );
  expect([code, message]).toEqual([
    "publish_failed",
    "The artifact was not uploaded: 15 names are taken, the last one tried is reel-55000.mp4",
  ]);
  expect(hint).toContain("`video_path`");
});

describe("a rejected file", () => {
  async function publishRejected(results: FakeResults, changes: Partial<ArtifactOptions> = {}) {
    const { render, options, runtime } = createArtifactScene(results, changes);
    const { local: _, ...unfinished } = render;
    const path = join(dirname(render.local.path), "reel.rejected-2.mp4");
    writeFileSync(path, "broken");
    const rejected = { path, sizeBytes: 6, sha256: "" };
    const publisher = createRejectedArtifactPublisher(runtime, options);
    return { runtime, publish: () => publisher.publish({ ...unfinished, rejected }) };
  }

  test.each([
    [undefined, "reel.rejected-2.mp4"],
    ["Release 1.2", "Release 1.2.rejected.mp4"],
    ["Release.mp4", "Release.rejected.mp4"],
  ])("with the artifact name %j is the artifact %j", async (name, expected) => {
    await using results = await startFakeResults();
    const { runtime, publish } = await publishRejected(results, { name });
    const { rejectedArtifact } = await publish();
    expect(namesIn(results)).toEqual([expected]);
    expect(runtime.lines).toContain(
      `notice: The rejected file was uploaded as an artifact: ${rejectedArtifact?.url}`,
    );
  });

  test("that can't be uploaded is not called a complete video", async () => {
    await using results = await startFakeResults();
    results.fail("CreateArtifact", { status: 403, body: { code: "permission_denied", msg: "no" } });
    const { publish } = await publishRejected(results);
    expect((await failureOf(publish)).hint).toBe(
      "`rejected_path` holds its path. Upload it in a later step with `if: always()`.",
    );
  });
});
