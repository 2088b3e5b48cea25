import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCli } from "../support/cli/run-cli.ts";
import { runCliWith } from "../support/cli/run-cli-with-fake.ts";
import { failure } from "../support/heygen/fake-heygen/replies.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";

const script = ["--script", "Welcome.", "--avatar-id", "look_1"];

describe.concurrent("showreel check", () => {
  test.each([[["check", ...script]], [[...script, "--dry-run"]]])(
    "validates the request with the provider and pays nothing: %j",
    async ([first = "", ...rest]) => {
      await using fake = await startFakeHeygen();
      const url = ["--api-base-url", fake.url];
      const run = await runCli([first, ...rest, ...url], { env: { HEYGEN_API_KEY: "test-key" } });
      expect(run.exitCode).toBe(0);
      expect(JSON.parse(run.stdout)).toMatchObject({ status: "pending", video_id: "", error_code: "" });
      expect(run.stderr).toContain("Account: wallet, 12.50 USD\n");
      expect(run.stderr).toContain("Nothing was submitted: this was a dry run.");
      expect(fake.requests.map(({ method }) => method)).toEqual(["GET", "GET"]);
      expect([fake.billed, existsSync(join(run.cwd, ".showreel"))]).toEqual([0, false]);
    },
  );

  test("stores nothing, so the next run submits a new video", async () => {
    await using fake = await startFakeHeygen();
    const checked = await runCli(["check", "--api-base-url", fake.url, ...script], {
      env: { HEYGEN_API_KEY: "test-key" },
    });
    const run = await runCliWith(fake, [...script, "--wait", "false"], { cwd: checked.cwd });
    expect(run.outputs).toMatchObject({ status: "processing", resumed: "false" });
    expect(fake.billed).toBe(1);
  });

  test("succeeds with the sandbox provider", async () => {
    const run = await runCli(["check", "--provider", "sandbox", "--prompt", "A short welcome"]);
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toContain("Expected cost: nothing");
  });

  test("exits with status 3 when the provider rejects the key", async () => {
    await using fake = await startFakeHeygen();
    fake.on("GET /v3/users/me", failure(401, "unauthorized", "Unauthorized"));
    const run = await runCliWith(fake, [...script, "--dry-run"]);
    expect(run).toMatchObject({ exitCode: 3, outputs: { status: "failed", error_code: "unauthorized" } });
  });

  test("exits with status 2 when the avatar does not exist, and names the flag", async () => {
    await using fake = await startFakeHeygen();
    const run = await runCliWith(fake, ["--script", "Welcome.", "--avatar-id", "look_9", "--dry-run"]);
    expect(run).toMatchObject({ exitCode: 2, outputs: { status: "failed", error_code: "invalid_input" } });
    expect(run.stderr).toContain('--avatar-id is "look_9"');
    expect(run.stderr).toContain("showreel list avatars");
  });

  test("requires the same inputs as a run without --dry-run", async () => {
    const run = await runCli(["check"], { env: { HEYGEN_API_KEY: "test-key" } });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain("No source is set");
  });
});
