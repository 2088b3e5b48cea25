import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  type ArtifactOptions,
  createSidecarArtifactPublishers,
  createVideoArtifactPublisher,
} from "../../src/publish/artifact.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { createWorkspace } from "../support/files/workspace.ts";
import { completed, videoFormat } from "../support/pipeline/render-states.ts";
import { failureOf } from "../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../support/runtime/fake-runtime.ts";
import { type FakeResults, startFakeResults } from "../support/stores/fake-results.ts";

// The artifact client logs every request to stdout.
beforeEach(() => void vi.spyOn(process.stdout, "write").mockReturnValue(true));

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** A finished video with its sidecars, and the environment of a runner with this artifact service. */
function createScene(results: FakeResults, changes: Partial<ArtifactOptions> = {}) {
  const workspace = createWorkspace({ "reel.mp4": "video", "reel.poster.jpg": "poster", "reel.srt": "text" });
  vi.stubEnv("ACTIONS_RESULTS_URL", results.url);
  vi.stubEnv("ACTIONS_RUNTIME_TOKEN", results.token);
  vi.stubEnv("GITHUB_SERVER_URL", "https://github.com");
  vi.stubEnv("GITHUB_WORKSPACE", workspace);
  const inWorkspace = (name: string) => join(workspace, name);
  const render = {
    ...completed,
    local: { path: inWorkspace("reel.mp4"), sizeBytes: 5, sha256: "", ...videoFormat },
    posterPath: inWorkspace("reel.poster.jpg"),
    subtitlesPath: inWorkspace("reel.srt"),
  };
  const options: ArtifactOptions = {
    name: undefined,
    overwrite: false,
    retentionDays: undefined,
    temporaryFolder: createTemporaryFolder(),
    runUrl: "https://github.com/octo/reel/actions/runs/42",
    ...changes,
  };
  return { render, options, runtime: createFakeRuntime() };
}

const namesIn = (results: FakeResults) => results.artifacts.map(({ name }) => name);
const conflict = { status: 409, body: { code: "already_exists", msg: "taken" } };

test.each([
  [undefined, ["reel.mp4", "reel.poster.jpg", "reel.srt"]],
  ["Release 1.2", ["Release 1.2.mp4", "Release 1.2.poster.jpg", "Release 1.2.srt"]],
  ["Release.MP4", ["Release.MP4", "Release.poster.jpg", "Release.srt"]],
])("with the artifact name %j, the artifacts are %j", async (name, names) => {
  await using results = await startFakeResults();
  const { render, options, runtime } = createScene(results, { name });
  const video = createVideoArtifactPublisher(runtime, options);
  for (const publisher of [video, ...createSidecarArtifactPublishers(runtime, options)])
    await publisher.publish(render);
  expect(namesIn(results)).toEqual(names);
});

test("a name that is taken gets a number, and after five attempts a random one", async () => {
  await using results = await startFakeResults();
  results.fail("CreateArtifact", ...Array(5).fill(conflict));
  const { render, options, runtime } = createScene(results);
  const { artifact } = await createVideoArtifactPublisher(runtime, options).publish(render);
  expect(namesIn(results)).toEqual(["reel-55000.mp4"]);
  expect(artifact?.url).toBe(`${options.runUrl}/artifacts/${artifact?.id}`);
  expect(runtime.lines).toContain("info: The artifact name reel-5.mp4 is taken; trying the next one.");
});

test("the upload fails after 15 taken names, and the error says how to upload the video", async () => {
  await using results = await startFakeResults();
  results.fail("CreateArtifact", ...Array(15).fill(conflict));
  const { render, options, runtime } = createScene(results);
  const { code, message, hint } = await failureOf(() =>
    createVideoArtifactPublisher(runtime, options).publish(render),
  );
  expect([code, message]).toEqual([
    "publish_failed",
    "The artifact was not uploaded: 15 names are taken, the last one tried is reel-55000.mp4",
  ]);
  expect(hint).toContain("`video_path`");
});

test("a server without unzipped artifacts is a warning that names the file", async () => {
  await using results = await startFakeResults();
  const { render, options, runtime } = createScene(results);
  vi.stubEnv("GITHUB_SERVER_URL", "https://git.example.com");
  expect(await createVideoArtifactPublisher(runtime, options).publish(render)).toEqual({});
  expect(runtime.lines).toEqual([expect.stringContaining(`the path of ${basename(render.local.path)}.`)]);
});
