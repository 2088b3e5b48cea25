import { describe, expect, test, vi } from "vitest";
import { expectInterrupted } from "../support/cli/expect-interrupted.ts";
import { startCli } from "../support/cli/run-cli.ts";
import { flagsFor, runCliWith } from "../support/cli/run-cli-with-fake.ts";
import { failure } from "../support/heygen/fake-heygen/replies.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";

const script = ["--script", "Welcome.", "--avatar-id", "look_1"];

describe.concurrent("the exit status of the command line is", () => {
  test("0 when the video is downloaded", async () => {
    await using fake = await startFakeHeygen({ videoStatuses: ["completed"] });
    expect(await runCliWith(fake, script)).toMatchObject({ exitCode: 0, outputs: { status: "completed" } });
  });

  test("0 with --wait false, while the video renders", async () => {
    await using fake = await startFakeHeygen();
    const run = await runCliWith(fake, [...script, "--wait", "false"]);
    expect(run).toMatchObject({ exitCode: 0, outputs: { status: "processing", video_id: "v_1" } });
  });

  test("0 at the timeout with --on-timeout detach", async () => {
    await using fake = await startFakeHeygen({ videoStatuses: ["processing"] });
    const run = await runCliWith(fake, [...script, "--timeout-minutes", "0.01", "--on-timeout", "detach"]);
    expect(run).toMatchObject({ exitCode: 0, outputs: { status: "processing", error_code: "" } });
  });

  test("1 when the provider refuses the connection", async () => {
    const run = await runCliWith({ url: "http://127.0.0.1:9" }, [...script, "--timeout-minutes", "0.01"]);
    expect(run).toMatchObject({ exitCode: 1, outputs: { status: "failed", error_code: "network_error" } });
    expect(run.stderr).toContain("ECONNREFUSED");
  });

  test("2 when the input is invalid", async () => {
    await using fake = await startFakeHeygen();
    const run = await runCliWith(fake, ["--script", "Welcome."]);
    expect(run).toMatchObject({ exitCode: 2, outputs: { status: "failed", error_code: "invalid_input" } });
    expect([run.stderr.includes("--avatar-id"), fake.requests]).toEqual([true, []]);
  });

  test.each([
    ["the API key", failure(401, "unauthorized", "Unauthorized"), "unauthorized"],
    ["the request for lack of credit", failure(402, "insufficient_credit", "Add funds"), "out_of_credit"],
  ])("3 when the provider rejects %s", async (_reason, reply, code) => {
    await using fake = await startFakeHeygen();
    fake.on("POST /v3/videos", reply);
    const run = await runCliWith(fake, script);
    expect(run).toMatchObject({ exitCode: 3, outputs: { status: "failed", error_code: code } });
    expect(run.stderr).toContain(`${code}: HeyGen says: `);
  });

  test("4 at the timeout, and stderr shows how to resume", async () => {
    await using fake = await startFakeHeygen({ videoStatuses: ["processing"] });
    const run = await runCliWith(fake, [...script, "--timeout-minutes", "0.01"]);
    expect(run).toMatchObject({ exitCode: 4, outputs: { status: "processing", error_code: "timed_out" } });
    expect(run.stderr).toContain("is still rendering");
    expect(run.stderr).toContain('--video-id set to "v_1"');
  });

  test("5 when rendering failed, and stderr has the provider's reason", async () => {
    await using fake = await startFakeHeygen({ videoStatuses: ["failed"] });
    const run = await runCliWith(fake, script);
    expect(run).toMatchObject({
      exitCode: 5,
      outputs: { status: "failed", error_code: "generation_failed" },
    });
    expect(run.stderr).toContain("Avatar rendering timed out");
  });

  test("130 when it is interrupted, and stdout and stderr have the video's id", async () => {
    await using fake = await startFakeHeygen();
    fake.on("GET /v3/videos/{video_id}", "hang");
    const { interrupt, done } = startCli(flagsFor(fake, ...script), { env: { HEYGEN_API_KEY: "test-key" } });
    await vi.waitFor(() => expect(fake.requests).toHaveLength(2), { timeout: 120_000, interval: 20 });
    interrupt();
    expectInterrupted(await done);
  });
});
