import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { parseOutputFile } from "../support/action/output-file.ts";
import { startAction } from "../support/action/run-action.ts";
import { inputsFor } from "../support/action/run-step.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { type FakeHeygen, type FakeRoute, startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { type FakeResults, startFakeResults } from "../support/stores/fake-results.ts";

const readVideo: FakeRoute = "GET /v3/videos/{video_id}";
const readSession: FakeRoute = "GET /v3/video-agents/{session_id}";
const script = { script: "Welcome.", avatar_id: "look_1" };
const prompt = { prompt: "A short welcome" };

const statusRequests = (fake: FakeHeygen) => fake.requests.filter(({ method }) => method === "GET");

/** Starts a step whose first status request gets no response. `readOutputs` reads its output file. */
function startHangingStep(fake: FakeHeygen, inputs: Record<string, string>, results?: FakeResults) {
  fake.on(readVideo, "hang");
  fake.on(readSession, "hang");
  const file = join(createTemporaryFolder(), "output");
  writeFileSync(file, "");
  const env = { GITHUB_OUTPUT: file };
  const started = startAction({ inputs: inputsFor(fake, inputs), env, ...(results && { results }) });
  const statusRequested = vi.waitFor(() => expect(statusRequests(fake)).toHaveLength(1), {
    timeout: 120_000,
    interval: 20,
  });
  return { ...started, statusRequested, readOutputs: () => parseOutputFile(readFileSync(file, "utf8")) };
}

describe.concurrent("a run that is interrupted", () => {
  test.each([
    { what: "a prompt", inputs: prompt, ids: { session_id: "sess_1", video_id: "" } },
    { what: "a script", inputs: script, ids: { session_id: "", video_id: "v_1" } },
  ])("has the ids of $what in its outputs before the first status response", async ({ inputs, ids }) => {
    await using fake = await startFakeHeygen();
    const { child, statusRequested, done, readOutputs } = startHangingStep(fake, inputs);
    await statusRequested;
    expect(readOutputs()).toMatchObject({ status: "processing", resumed: "false", error_code: "", ...ids });
    child.kill("SIGKILL");
    await done;
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "ends within five seconds of %s and says how to resume",
    async (name) => {
      await using fake = await startFakeHeygen();
      await using results = await startFakeResults();
      const { child, statusRequested, done, readOutputs } = startHangingStep(fake, script, results);
      await statusRequested;
      const killed = performance.now();
      child.kill(name);
      const step = await done;
      expect(performance.now() - killed).toBeLessThan(5_000);
      expect(step.exitCode).toBe(1);
      expect(readOutputs()).toMatchObject({
        status: "processing",
        video_id: "v_1",
        error_code: "interrupted",
      });
      expect(step.annotations).toMatchObject([{ level: "error", title: "Showreel: interrupted" }]);
      expect(step.annotations[0]?.message).toContain("interrupted");
      expect(step.annotations[0]?.message).toContain('`video_id` set to "v_1"');
      expect(step.summary).toContain("interrupted");
      expect(results.requests.filter(({ path }) => path.includes("ArtifactService"))).toEqual([]);
    },
  );
});
