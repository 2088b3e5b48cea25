import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runStep } from "../support/action/run-step.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { type FakeHeygen, startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { sampleVideo } from "../support/pipeline/video-run.ts";
import { startFakeResults } from "../support/stores/fake-results.ts";

const script = { script: "Welcome.", avatar_id: "look_1", title: "Reel" };
const startFake = () => startFakeHeygen({ video: sampleVideo, videoStatuses: ["completed"] });
const fetched = ({ requests }: FakeHeygen) =>
  requests.filter(({ path }) => path.startsWith("/files/")).length;

/** A machine with a tool cache, whose steps each begin with a clean workspace. */
function createMachine(kind: string | undefined, cache = join(createTemporaryFolder(), "tools")) {
  const env = { RUNNER_ENVIRONMENT: kind, RUNNER_TOOL_CACHE: cache };
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

const told = ({ outputs }: { readonly outputs: Record<string, string> }) => {
  const { status, video_id, sha256, size_bytes, duration_seconds } = outputs;
  return { status, video_id, sha256, size_bytes, duration_seconds };
};

describe.concurrent.each(["self-hosted", undefined])(
  "a machine of one's own (%s) keeps its videos",
  (kind) => {
    test("so that the next attempt, with a clean workspace, downloads nothing", async () => {
      await using fake = await startFake();
      await using results = await startFakeResults();
      const machine = createMachine(kind);
      const first = await machine.run(fake, script, 1, results);
      expect(first).toMatchObject({ exitCode: 0, outputs: { status: "completed" } });
      const second = await machine.run(fake, script, 2, results);
      expect(second).toMatchObject({ exitCode: 0, annotations: [], outputs: { resumed: "true" } });
      expect(told(second)).toEqual(told(first));
      expect(second.outputs.video_path).not.toBe(first.outputs.video_path);
      expect(readFileSync(second.outputs.video_path ?? "").equals(sampleVideo)).toBe(true);
      expect(second.stdout).toContain("Restored the video from this machine's cache; nothing to download.");
      expect([fetched(fake), fake.billed]).toEqual([1, 1]);
    });
  },
);

describe.concurrent("a machine of one's own", () => {
  test("gives the video also to another run that takes it up by its id", async () => {
    await using fake = await startFake();
    const machine = createMachine("self-hosted");
    const first = await machine.run(fake, script);
    const second = await machine.run(fake, { video_id: "v_1", title: "Another", output_path: "reel.mp4" });
    expect(second).toMatchObject({ exitCode: 0, annotations: [] });
    expect(told(second)).toEqual(told(first));
    expect(second.outputs.video_path).toBe(join(second.workspace, "reel.mp4"));
    expect(fetched(fake)).toBe(1);
  });

  test("downloads the video again when its tool cache was cleared", async () => {
    await using fake = await startFake();
    const machine = createMachine("self-hosted");
    await machine.run(fake, script);
    rmSync(machine.cache, { recursive: true });
    const second = await machine.run(fake, { video_id: "v_1" });
    expect(second).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: "completed" } });
    expect(fetched(fake)).toBe(2);
  });

  test("whose tool cache cannot be written to still gets its video", async () => {
    await using fake = await startFake();
    const machine = createMachine("self-hosted", process.execPath);
    const step = await machine.run(fake, script);
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: "completed" } });
  });
});

test("a machine of GitHub's, which is thrown away, keeps nothing", async () => {
  await using fake = await startFake();
  const machine = createMachine("github-hosted");
  await machine.run(fake, script);
  expect(existsSync(machine.cache) ? readdirSync(machine.cache) : []).toEqual([]);
  expect(await machine.run(fake, { video_id: "v_1" })).toMatchObject({ exitCode: 0 });
  expect(fetched(fake)).toBe(2);
});
