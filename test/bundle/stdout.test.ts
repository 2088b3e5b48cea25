import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { startBuiltCli } from "../support/cli/built-cli.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { type FakeHeygen, startFakeHeygen } from "../support/heygen/fake-heygen.ts";

const bundle = fileURLToPath(new URL("../../dist/cli/index.js", import.meta.url));

describe.concurrent("a long list", () => {
  const names = Array.from({ length: 2_000 }, (_, index) => ({ id: `t_${index}`, name: "n".repeat(80) }));

  function start(fake: FakeHeygen) {
    fake.on("GET /v3/templates", { status: 200, body: { data: names } });
    const args = ["list", "templates", "--json", "--limit", "2000", "--api-base-url", fake.url];
    return startBuiltCli(args, { env: { HEYGEN_API_KEY: "test-key" } });
  }

  test("is written completely to a slow reader", async () => {
    await using fake = await startFakeHeygen();
    const { child, done } = start(fake);
    // Longer than a process takes that doesn't wait for its reader.
    child.stdout.pause();
    setTimeout(() => child.stdout.resume(), 1_000);
    const run = await done;
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    expect(JSON.parse(run.stdout)).toHaveLength(2_000);
  });

  test("ends without an error when the reader closes the pipe, as `head` does", async () => {
    await using fake = await startFakeHeygen();
    const { child, done } = start(fake);
    child.stdout.destroy();
    expect(await done).toMatchObject({ exitCode: 0, stderr: "" });
  });
});

test.runIf(existsSync("/dev/full"))(
  "a write error on stdout is reported on stderr and fails the run",
  async () => {
    const command = `exec "$0" "$@" > /dev/full`;
    const flags = ["--provider", "sandbox", "--prompt", "Hello", "--wait", "false"];
    const child = spawn("/bin/sh", ["-c", command, process.execPath, bundle, ...flags], {
      cwd: createTemporaryFolder(),
    });
    let stderr = "";
    child.stderr.on("data", (text) => (stderr += text));
    const [status] = await once(child, "close");
    expect(stderr).toContain("could not be written to stdout (ENOSPC)");
    expect(stderr).toContain("Submitted: session_id");
    expect(status).toBe(1);
  },
);
