import { describe, expect, test } from "vitest";
import { runStep } from "../support/action/run-step.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";

const script = { script: "Welcome.", avatar_id: "look_1" };
const prompt = { prompt: "A short welcome" };

describe.concurrent("a run that does not wait", () => {
  test.each([
    { what: "a prompt", inputs: prompt, ids: { session_id: "sess_1", video_id: "" } },
    { what: "a script", inputs: script, ids: { session_id: "", video_id: "v_1" } },
  ])("submits $what, exports the ids and ends green without a status call", async ({ inputs, ids }) => {
    await using fake = await startFakeHeygen();
    const step = await runStep(fake, { ...inputs, wait: "false", upload_artifact: "true" });
    expect(step).toMatchObject({ exitCode: 0, annotations: [] });
    expect(step.outputs).toMatchObject({ status: "processing", error_code: "", video_path: "", ...ids });
    expect(step.summary).toContain("still rendering at HeyGen");
    expect([fake.billed, fake.requests.map(({ method }) => method)]).toEqual([1, ["POST"]]);
  });
});

describe.concurrent("when the time is up", () => {
  const rendering = { videoStatuses: ["processing"] };
  const soon = { ...script, timeout_minutes: "0.02" };

  test("the step fails, and says that the video is still rendering and how to resume it", async () => {
    await using fake = await startFakeHeygen(rendering);
    const step = await runStep(fake, soon);
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ status: "processing", video_id: "v_1", error_code: "timed_out" });
    expect(step.annotations).toMatchObject([{ level: "error", title: "Showreel: timed_out" }]);
    const words = step.annotations[0]?.message;
    expect(words).toContain("is still rendering");
    expect(words).toContain("paid for");
    expect(words).toContain('`video_id` set to "v_1"');
  });

  test("the step ends green with `on_timeout: detach`, and still says how to take the video up", async () => {
    await using fake = await startFakeHeygen(rendering);
    const step = await runStep(fake, { ...soon, on_timeout: "detach", upload_artifact: "true" });
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({ status: "processing", video_id: "v_1", error_code: "" });
    expect(step.annotations.filter(({ level }) => level === "error")).toEqual([]);
    expect(step.stdout).toContain("is still rendering");
    expect(step.stdout).toContain('`video_id` set to "v_1"');
  });
});
