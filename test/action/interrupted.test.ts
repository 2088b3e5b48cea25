import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { expectInterrupted } from "../support/action/expect-interrupted.ts";
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

describe.concurrent("a run that is interrupted while it waits for a status response", () => {
  test.each([
    { what: "a prompt", inputs: prompt, ids: { session_id: "sess_1", video_id: "" } },
    { what: "a script", inputs: script, ids: { session_id: "", video_id: "v_1" } },
  ])("has the ids of $what in its outputs before that response", async ({ inputs, ids }) => {
    await using fake = await startFakeHeygen();
    const { interrupt, statusRequested, done, readOutputs } = startHangingStep(fake, inputs);
    await statusRequested;
    expect(readOutputs()).toMatchObject({ status: "processing", resumed: "false", error_code: "", ...ids });
    interrupt();
    await done;
  });

  // Time stands still, so a run that waited for anything else would not end.
  test("ends at once and says how to resume", async () => {
    await using fake = await startFakeHeygen();
    await using results = await startFakeResults();
    const { interrupt, statusRequested, done, readOutputs } = startHangingStep(fake, script, results);
    await statusRequested;
    interrupt();
    expectInterrupted(await done, readOutputs());
    expect(results.requests.filter(({ path }) => path.includes("ArtifactService"))).toEqual([]);
  });
});
