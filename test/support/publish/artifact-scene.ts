import { join } from "node:path";
import { vi } from "vitest";
import type { ArtifactOptions } from "../../../src/publish/artifact/upload.ts";
import { createTemporaryFolder } from "../files/temporary-folder.ts";
import { createWorkspace } from "../files/workspace.ts";
import { completed, videoFormat } from "../pipeline/render-states.ts";
import { createFakeRuntime } from "../runtime/fake-runtime.ts";
import type { FakeResults } from "../stores/fake-results.ts";

/** A finished video with its sidecars, and the environment of a runner with this artifact service. */
export function createArtifactScene(results: FakeResults, changes: Partial<ArtifactOptions> = {}) {
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
    service: { url: new URL(results.url), token: results.token },
    ...changes,
  };
  return { render, options, runtime: createFakeRuntime() };
}
