import { describe, expect, test } from "vitest";
import { startBuiltAction } from "../support/action/built-action.ts";
import { inputsFor } from "../support/action/run-step.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { startFakeResults } from "../support/stores/fake-results.ts";

/** Two runs on different machines request the same video at the same time. */
describe.concurrent("two runs at once", () => {
  test.each([
    ["whose cache takes 4 s for each half of a write", { write: 4_000 }],
    ["whose cache takes 6 s for each half of a write", { write: 6_000 }],
    ["whose cache shows an entry after 8 s", { seen: 8_000 }],
    ["whose cache shows an entry after 15 s", { seen: 15_000 }],
  ])("%s pay for one video", async (_what, cacheDelays) => {
    await using fake = await startFakeHeygen({ videoStatuses: ["processing", "completed"] });
    await using results = await startFakeResults({ cacheDelays });
    const inputs = { prompt: "A short welcome", reuse: "content", upload_artifact: "false" };
    const step = { inputs: inputsFor(fake, inputs), results, timeoutMs: 600_000 };
    const runs = [startBuiltAction(step), startBuiltAction(step)];
    const stepResults = await Promise.all(runs.map(({ done }) => done));
    expect(fake.billed).toBe(1);
    for (const { exitCode, outputs } of stepResults)
      expect([exitCode, outputs.status]).toEqual([0, "completed"]);
    expect(new Set(stepResults.map(({ outputs }) => outputs.video_id)).size).toBe(1);
  });
});
