import { describe, expect, test } from "vitest";
import type { CliOptions } from "../support/cli/cli.ts";
import { runCli } from "../support/cli/run-cli.ts";
import { failure } from "../support/heygen/fake-heygen/replies.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";

const key = { HEYGEN_API_KEY: "test-key" };
const listAt = (url: string, args: string[], options: CliOptions = {}) =>
  runCli(["list", ...args, "--api-base-url", url], { env: key, ...options });

describe.concurrent("showreel list", () => {
  test("prints a table by default", async () => {
    await using fake = await startFakeHeygen();
    const run = await listAt(fake.url, ["voices"]);
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    expect(run.stdout).toBe(
      [
        "voice_id  name    language  gender  type",
        "voice_1   Clara   English   female  public",
        "voice_2   Daniel  English   male    public",
        "",
      ].join("\n"),
    );
  });

  test("prints one JSON array with --json", async () => {
    await using fake = await startFakeHeygen();
    const run = await listAt(fake.url, ["avatars", "--json", "--ownership", "public"]);
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    expect(JSON.parse(run.stdout)).toMatchObject([
      { avatar_id: "look_1", engines: ["avatar_iv", "avatar_iii"] },
      { avatar_id: "look_2" },
    ]);
  });

  test("reports on stderr that the list was cut at the limit, or is empty", async () => {
    await using fake = await startFakeHeygen();
    const [styles, templates] = await Promise.all([
      listAt(fake.url, ["styles", "--limit", "3", "--json"]),
      listAt(fake.url, ["templates", "--json"]),
    ]);
    expect(JSON.parse(styles.stdout)).toHaveLength(3);
    expect(styles.stderr).toBe("There are more than these 3 styles: --limit shows more.\n");
    expect(templates).toMatchObject({ exitCode: 0, stdout: "[]\n", stderr: "heygen lists no templates.\n" });
  });

  test("works in the sandbox without a key", async () => {
    const runs = await Promise.all(
      ["avatars", "voices", "styles", "templates"].map((kind) =>
        runCli(["list", kind, "--provider", "sandbox", "--json"]),
      ),
    );
    for (const { exitCode, stdout } of runs) {
      expect(exitCode).toBe(0);
      expect(JSON.parse(stdout)).not.toEqual([]);
    }
  });

  test.each([[["list", "--help"]], [["list", "-h"]], [["list", "voices", "--help"]]])(
    "prints its own help: %j",
    async (args) => {
      const run = await runCli(args);
      expect(run).toMatchObject({ exitCode: 0, stderr: "" });
      expect(run.stdout).toContain("--gender");
      expect(run.stdout).not.toContain("--timeout-minutes");
    },
  );
});

describe.concurrent("an error of `showreel list` is written to stderr only:", () => {
  const unreachable = "http://127.0.0.1:9";

  test.each<[title: string, args: string[], expected: string[]]>([
    [
      "no kind of list",
      [],
      ["needs to know what to list", "showreel list avatars", "showreel list templates"],
    ],
    ["an unknown kind, with a suggestion", ["voice"], ['no list of "voice"', "Did you mean voices?"]],
    ["an unknown kind that resembles none", ["everything"], ['"everything"', "showreel list styles"]],
    ["a flag in place of the kind", ["--json", "voices"], ["needs to know what to list"]],
    ["an unknown flag", ["voices", "--promt", "x"], ["--promt"]],
    ["a flag of another command", ["voices", "--dotenv", "x.env"], ["--dotenv"]],
    ["an invalid limit", ["voices", "--limit", "0"], ["--limit", "from 1 to 10000"]],
    [
      "a filter that this kind does not support",
      ["avatars", "--gender", "male"],
      ["--gender is not supported for a list of avatars"],
    ],
    [
      "a provider without lists",
      ["voices", "--provider", "reelbot"],
      ["--provider is reelbot, which has no lists"],
    ],
    [
      "another provider without lists",
      ["voices", "--provider", "heygen_v2"],
      ["heygen_v2, which has no lists"],
    ],
  ])("%s", async (_title, args, expected) => {
    const run = await listAt(unreachable, args);
    expect(run).toMatchObject({ exitCode: 2, stdout: "" });
    for (const part of expected) expect(run.stderr).toContain(part);
    expect(run.stderr).not.toMatch(/TypeError|ERR_|\n\s+at /);
  });

  test("no key", async () => {
    const run = await runCli(["list", "voices"]);
    expect(run).toMatchObject({ exitCode: 2, stdout: "" });
    expect(run.stderr).toContain("HEYGEN_API_KEY is empty");
  });

  test("a key that the provider rejects", async () => {
    await using fake = await startFakeHeygen();
    fake.on("GET /v3/voices", failure(401, "unauthorized", "Unauthorized"));
    const run = await listAt(fake.url, ["voices"]);
    expect(run).toMatchObject({ exitCode: 3, stdout: "" });
    expect(run.stderr).toContain("unauthorized: HeyGen says");
    expect(run.stderr).not.toContain("test-key");
  });
});
