import { describe, expect, test, vi } from "vitest";
import { failure } from "../support/heygen/fake-heygen/replies.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { startCli } from "../support/processes/run-cli.ts";
import { flagsFor, runCliWith } from "../support/processes/run-cli-with-fake.ts";

const script = ["--script", "Welcome.", "--avatar-id", "look_1"];

describe.concurrent("the exit status of the command line is", () => {
  test("0 when the video is here", async () => {
    await using fake = await startFakeHeygen({ videoStatuses: ["completed"] });
    expect(await runCliWith(fake, script)).toMatchObject({ exitCode: 0, outputs: { status: "completed" } });
  });

  test("0 when it need not wait", async () => {
    await using fake = await startFakeHeygen();
    const run = await runCliWith(fake, [...script, "--wait", "false"]);
    expect(run).toMatchObject({ exitCode: 0, outputs: { status: "processing", video_id: "v_1" } });
  });

  test("0 when it may leave a late video", async () => {
    await using fake = await startFakeHeygen({ videoStatuses: ["processing"] });
    const run = await runCliWith(fake, [...script, "--timeout-minutes", "0.01", "--on-timeout", "detach"]);
    expect(run).toMatchObject({ exitCode: 0, outputs: { status: "processing", error_code: "" } });
  });

  test("1 when nobody answers", async () => {
    const run = await runCliWith({ url: "http://127.0.0.1:9" }, [...script, "--timeout-minutes", "0.01"]);
    expect(run).toMatchObject({ exitCode: 1, outputs: { status: "failed", error_code: "network_error" } });
    expect(run.stderr).toContain("ECONNREFUSED");
  });

  test("2 when the input is bad", async () => {
    await using fake = await startFakeHeygen();
    const run = await runCliWith(fake, ["--script", "Welcome."]);
    expect(run).toMatchObject({ exitCode: 2, outputs: { status: "failed", error_code: "invalid_input" } });
    expect([run.stderr.includes("--avatar-id"), fake.requests]).toEqual([true, []]);
  });

  test.each([
    ["key", failure(401, "unauthorized", "Unauthorized"), "unauthorized"],
    ["wallet", failure(402, "insufficient_credit", "Add funds"), "out_of_credit"],
  ])("3 when the %s is refused", async (_what, reply, code) => {
    await using fake = await startFakeHeygen();
    fake.on("POST /v3/videos", reply);
    const run = await runCliWith(fake, script);
    expect(run).toMatchObject({ exitCode: 3, outputs: { status: "failed", error_code: code } });
    expect(run.stderr).toContain(`${code}: HeyGen says: `);
  });

  test("4 when the time is up, and stderr says how to go on", async () => {
    await using fake = await startFakeHeygen({ videoStatuses: ["processing"] });
    const run = await runCliWith(fake, [...script, "--timeout-minutes", "0.01"]);
    expect(run).toMatchObject({ exitCode: 4, outputs: { status: "processing", error_code: "timed_out" } });
    expect(run.stderr).toContain("is still rendering");
    expect(run.stderr).toContain('--video-id set to "v_1"');
  });

  test("5 when the video failed, and stderr says why", async () => {
    await using fake = await startFakeHeygen({ videoStatuses: ["failed"] });
    const run = await runCliWith(fake, script);
    expect(run).toMatchObject({
      exitCode: 5,
      outputs: { status: "failed", error_code: "generation_failed" },
    });
    expect(run.stderr).toContain("Avatar rendering timed out");
  });

  test.each(["SIGINT", "SIGTERM"] as const)("130 after %s, and the ids are handed on", async (name) => {
    await using fake = await startFakeHeygen();
    fake.on("GET /v3/videos/{video_id}", "hang");
    const { child, done } = startCli(flagsFor(fake, ...script), { env: { HEYGEN_API_KEY: "test-key" } });
    await vi.waitFor(() => expect(fake.requests).toHaveLength(2), { timeout: 120_000, interval: 20 });
    child.kill(name);
    const run = await done;
    expect(run.exitCode).toBe(130);
    expect(JSON.parse(run.stdout)).toMatchObject({
      status: "processing",
      video_id: "v_1",
      error_code: "interrupted",
    });
    expect(run.stderr).toContain('--video-id set to "v_1"');
  });
});
