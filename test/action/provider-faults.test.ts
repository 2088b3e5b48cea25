import { describe, expect, test } from "vitest";
import { runStep } from "../support/action/run-step.ts";
import { failure } from "../support/heygen/fake-heygen/replies.ts";
import { type Fault, startFakeHeygen } from "../support/heygen/fake-heygen.ts";

const script = { script: "Welcome.", avatar_id: "look_1" };
const prompt = { prompt: "A short welcome" };
const generating = { status: "generating", video_id: "v_1" };

describe.concurrent("while the video renders", () => {
  test.each<[string, Fault]>([
    ["a server error", failure(500, "internal_error", "Something went wrong")],
    ["an HTML page", { status: 502, body: "<html>Bad gateway</html>" }],
    ["an HTML page with status 200", { status: 200, body: "<html>Sign in</html>" }],
    [
      "a rate limit",
      { ...failure(429, "rate_limit_exceeded", "Slow down"), headers: { "retry-after": "1" } },
    ],
    ["a reset connection", "reset"],
  ])("%s in response to a status request does not end the run", async (_title, fault) => {
    await using fake = await startFakeHeygen({ videoStatuses: ["completed"] });
    fake.on("GET /v3/videos/{video_id}", fault);
    const step = await runStep(fake, script);
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: "completed" } });
    expect(fake.billed).toBe(1);
  });

  test("a session that is temporarily not found does not end the run", async () => {
    await using fake = await startFakeHeygen({ sessionStatuses: [generating], videoStatuses: ["completed"] });
    fake.on("GET /v3/video-agents/{session_id}", failure(404, "not_found", "Session not found"));
    const step = await runStep(fake, prompt);
    expect(step).toMatchObject({ exitCode: 0, outputs: { status: "completed", video_id: "v_1" } });
  });

  test("an unknown status counts as still rendering", async () => {
    await using fake = await startFakeHeygen({ videoStatuses: ["moderating", "completed"] });
    const step = await runStep(fake, script);
    expect(step).toMatchObject({ exitCode: 0, outputs: { status: "completed" } });
    expect(step.stdout).toContain("moderating");
  });

  test("the step waits for the link of a completed video", async () => {
    await using fake = await startFakeHeygen({
      videoStatuses: [{ status: "completed", video_url: null }, "completed"],
    });
    expect(await runStep(fake, script)).toMatchObject({ exitCode: 0, outputs: { status: "completed" } });
  });

  test("a completed session without a video id has its videos listed", async () => {
    await using fake = await startFakeHeygen({
      sessionStatuses: [{ status: "completed", video_id: null }],
      videoStatuses: ["completed"],
    });
    const step = await runStep(fake, prompt);
    expect(step).toMatchObject({ exitCode: 0, outputs: { status: "completed", video_id: "v_1" } });
  });

  test("a revoked key ends the run with how to resume the video", async () => {
    await using fake = await startFakeHeygen();
    fake.on("GET /v3/videos/{video_id}", failure(401, "unauthorized", "Unauthorized"));
    const step = await runStep(fake, script);
    expect(step).toMatchObject({ exitCode: 1, outputs: { error_code: "unauthorized", video_id: "v_1" } });
    expect(step.annotations[0]?.message).toContain('`video_id` set to "v_1"');
  });
});

describe.concurrent("a video that is not completed", () => {
  test("ends the step as generation_failed, with the provider's reason", async () => {
    await using fake = await startFakeHeygen({ videoStatuses: ["failed"] });
    const step = await runStep(fake, script);
    expect(step).toMatchObject({
      exitCode: 1,
      outputs: { status: "failed", error_code: "generation_failed" },
    });
    expect(step.annotations).toMatchObject([{ level: "error", title: "Showreel: generation_failed" }]);
    expect(step.annotations[0]?.message).toContain("Avatar rendering timed out (rendering_failed)");
    expect(step.annotations[0]?.message).not.toContain("Resume it");
    expect(step.outputs.video_id).toBe("v_1");
  });

  test("because the agent waits for input shows the agent's question and how to continue", async () => {
    const messages = [{ role: "model", type: "text", content: "Which logo shall I use?" }];
    await using fake = await startFakeHeygen({
      sessionStatuses: [{ status: "waiting_for_input", video_id: null, messages }],
    });
    const step = await runStep(fake, prompt);
    expect(step).toMatchObject({ exitCode: 1, outputs: { error_code: "generation_failed", video_id: "" } });
    expect(step.annotations[0]?.message).toContain("Which logo shall I use?");
    expect(step.annotations[0]?.message).toContain('`video_id` set to "sess_1"');
  });

  test("because its session failed shows the session's reason", async () => {
    const messages = [{ role: "model", type: "error", content: "The script is empty" }];
    await using fake = await startFakeHeygen({
      sessionStatuses: [{ status: "failed", video_id: null, messages }],
    });
    const step = await runStep(fake, prompt);
    expect(step).toMatchObject({
      exitCode: 1,
      outputs: { error_code: "generation_failed", status: "failed" },
    });
    expect(step.annotations[0]?.message).toContain("The script is empty");
  });

  test("because its id does not exist is reported with one error, and nothing is paid for", async () => {
    await using fake = await startFakeHeygen();
    const step = await runStep(fake, { video_id: "v_404" });
    expect(step).toMatchObject({ exitCode: 1, outputs: { error_code: "provider_error", status: "failed" } });
    expect(step.annotations).toHaveLength(1);
    expect(step.annotations[0]?.message).toContain("video_not_found");
    expect(step.annotations[0]?.message).toContain("Check `video_id`");
    expect([fake.billed, fake.requests.length]).toEqual([0, 5]);
  });

  test("because its id does not exist does not count as resumed", async () => {
    await using fake = await startFakeHeygen();
    const step = await runStep(fake, { video_id: "v_404" });
    expect(step.outputs.resumed).not.toBe("true");
  });
});

test("an unreachable provider is a network error with its cause", async () => {
  const step = await runStep({ url: "http://127.0.0.1:9" }, { ...script, timeout_minutes: "0.01" });
  expect(step).toMatchObject({ exitCode: 1, outputs: { error_code: "network_error", status: "failed" } });
  expect(step.annotations).toHaveLength(1);
  expect(step.annotations[0]?.message).toContain("ECONNREFUSED");
});
