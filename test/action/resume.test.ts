import { describe, expect, test } from "vitest";
import { runStep } from "../support/action/run-step.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";

const script = { script: "Welcome.", avatar_id: "look_1" };
const prompt = { prompt: "A short welcome" };

describe.concurrent("a video that exists", () => {
  test.each([
    { what: "its own id", inputs: script, id: "v_1", ids: { video_id: "v_1", session_id: "" } },
    {
      what: "its session's id",
      inputs: prompt,
      id: "sess_1",
      ids: { video_id: "v_1", session_id: "sess_1" },
    },
  ])("is resumed by $what and not paid for again", async ({ inputs, id, ids }) => {
    await using fake = await startFakeHeygen({ videoStatuses: ["completed"] });
    await runStep(fake, { ...inputs, wait: "false" });
    expect(fake.billed).toBe(1);
    const step = await runStep(fake, { video_id: id });
    expect(step).toMatchObject({ exitCode: 0, annotations: [] });
    expect(step.outputs).toMatchObject({ status: "completed", resumed: "true", size_bytes: "4559", ...ids });
    expect(fake.billed).toBe(1);
    expect(fake.requests.flatMap(({ problems }) => problems)).toEqual([]);
    expect(step.summary).toContain("resumed, paid for earlier");
  });
});
