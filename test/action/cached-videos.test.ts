import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runStep } from "../support/action/run-step.ts";
import { sampleVideo } from "../support/files/sample-video.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { type FakeHeygen, startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { startFakeResults } from "../support/stores/fake-results.ts";

const script = { script: "Welcome.", avatar_id: "look_1", title: "Reel" };
const startFake = () => startFakeHeygen({ video: sampleVideo, videoStatuses: ["completed"] });
const countDownloads = ({ requests }: FakeHeygen) =>
  requests.filter(({ path }) => path.startsWith("/files/")).length;

/** Describes a runner with a tool cache. Each of its steps starts with a clean workspace. */
function createRunner(environment: string | undefined, cache = join(createTemporaryFolder(), "tools")) {
  const env = { RUNNER_ENVIRONMENT: environment, RUNNER_TOOL_CACHE: cache };
  return {
    cache,
    run: (
      fake: FakeHeygen,
      inputs: Record<string, string>,
      attempt = 1,
      results?: { url: string; token: string },
    ) =>
      runStep(fake, inputs, {
        env: { ...env, GITHUB_RUN_ATTEMPT: String(attempt) },
        ...(results && { results }),
      }),
  };
}

const videoOutputs = ({ outputs }: { readonly outputs: Record<string, string> }) => {
  const { status, video_id, sha256, size_bytes, duration_seconds } = outputs;
  return { status, video_id, sha256, size_bytes, duration_seconds };
};

describe.concurrent.each(["self-hosted", undefined])(
  "a self-hosted runner (RUNNER_ENVIRONMENT=%s) caches its videos",
  (environment) => {
    test("so that the next attempt, with a clean workspace, downloads nothing", async () => {
      await using fake = await startFake();
      await using results = await startFakeResults();
      const runner = createRunner(environment);
      const first = await runner.run(fake, script, 1, results);
      expect(first).toMatchObject({ exitCode: 0, outputs: { status: "completed" } });
      const second = await runner.run(fake, script, 2, results);
      expect(second).toMatchObject({ exitCode: 0, annotations: [], outputs: { resumed: "true" } });
      expect(videoOutputs(second)).toEqual(videoOutputs(first));
      expect(second.outputs.video_path).not.toBe(first.outputs.video_path);
      expect(readFileSync(second.outputs.video_path ?? "").equals(sampleVideo)).toBe(true);
      expect(second.stdout).toContain("Restored the video from this machine's cache; nothing to download.");
      expect([countDownloads(fake), fake.billed]).toEqual([1, 1]);
    });
  },
);

describe.concurrent("a self-hosted runner", () => {
  test("restores the cached video in another run that resumes it by its id", async () => {
    await using fake = await startFake();
    const runner = createRunner("self-hosted");
    const first = await runner.run(fake, script);
    const second = await runner.run(fake, { video_id: "v_1", title: "Another", output_path: "reel.mp4" });
    expect(second).toMatchObject({ exitCode: 0, annotations: [] });
    expect(videoOutputs(second)).toEqual(videoOutputs(first));
    expect(second.outputs.video_path).toBe(join(second.workspace, "reel.mp4"));
    expect(countDownloads(fake)).toBe(1);
  });

  test("downloads the video again when its tool cache was cleared", async () => {
    await using fake = await startFake();
    const runner = createRunner("self-hosted");
    await runner.run(fake, script);
    rmSync(runner.cache, { recursive: true });
    const second = await runner.run(fake, { video_id: "v_1" });
    expect(second).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: "completed" } });
    expect(countDownloads(fake)).toBe(2);
  });

  test("whose tool cache is not writable still gets its video", async () => {
    await using fake = await startFake();
    const runner = createRunner("self-hosted", process.execPath);
    const step = await runner.run(fake, script);
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: "completed" } });
  });
});

test("a GitHub-hosted runner caches no videos", async () => {
  await using fake = await startFake();
  const runner = createRunner("github-hosted");
  await runner.run(fake, script);
  expect(existsSync(runner.cache) ? readdirSync(runner.cache) : []).toEqual([]);
  expect(await runner.run(fake, { video_id: "v_1" })).toMatchObject({ exitCode: 0 });
  expect(countDownloads(fake)).toBe(2);
});
