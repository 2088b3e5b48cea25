import { describe, expect, test } from "vitest";
import { runStep } from "../support/action/run-step.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";

const script = { script: "Welcome.", avatar_id: "look_1" };
const prompt = { prompt: "A short welcome" };

describe.concurrent("with `wait: false`, a run", () => {
  test.each([
    { what: "a prompt", inputs: prompt, ids: { session_id: "sess_1", video_id: "" } },
    { what: "a script", inputs: script, ids: { session_id: "", video_id: "v_1" } },
  ])("submits $what, sets the id outputs and succeeds without a status request", async ({ inputs, ids }) => {
    await using fake = await startFakeHeygen();
    const step = await runStep(fake, { ...inputs, wait: "false", upload_artifact: "true" });
    expect(step).toMatchObject({ exitCode: 0, annotations: [] });
    expect(step.outputs).toMatchObject({ status: "processing", error_code: "", video_path: "", ...ids });
    expect(step.summary).toContain("still rendering at HeyGen");
    expect([fake.billed, fake.requests.map(({ method }) => method)]).toEqual([1, ["POST"]]);
  });
});

describe.concurrent("when `timeout_minutes` is over", () => {
  const rendering = { videoStatuses: ["processing"] };
  const soon = { ...script, timeout_minutes: "0.02" };

  test("the step fails, and says that the video is still rendering and how to resume it", async () => {
    await using fake = await startFakeHeygen(rendering);
    const step = await runStep(fake, soon);
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ status: "processing", video_id: "v_1", error_code: "timed_out" });
    expect(step.annotations).toMatchObject([{ level: "error", title: "Showreel: timed_out" }]);
    const message = step.annotations[0]?.message;
    expect(message).toContain("is still rendering");
    expect(message).toContain("paid for");
    expect(message).toContain('`video_id` set to "v_1"');
  });

  test("the step succeeds with `on_timeout: detach`, and still says how to resume the video", async () => {
    await using fake = await startFakeHeygen(rendering);
    const step = await runStep(fake, { ...soon, on_timeout: "detach", upload_artifact: "true" });
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({ status: "processing", video_id: "v_1", error_code: "" });
    expect(step.annotations.filter(({ level }) => level === "error")).toEqual([]);
    expect(step.stdout).toContain("is still rendering");
    expect(step.stdout).toContain('`video_id` set to "v_1"');
  });
});
