import { describe, expect, test } from "vitest";
import { failure } from "../support/heygen/fake-heygen/replies.ts";
import { type FakeHeygen, startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { type CliOptions, runCli, startCli } from "../support/processes/run-cli.ts";

const key = { HEYGEN_API_KEY: "test-key" };
const listAt = (url: string, words: string[], options: CliOptions = {}) =>
  runCli(["list", ...words, "--api-base-url", url], { env: key, ...options });

describe.concurrent("showreel list", () => {
  test("prints a table for people", async () => {
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

  test("prints one JSON array for programs", async () => {
    await using fake = await startFakeHeygen();
    const run = await listAt(fake.url, ["avatars", "--json", "--ownership", "public"]);
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    expect(JSON.parse(run.stdout)).toMatchObject([
      { avatar_id: "look_1", engines: ["avatar_iv", "avatar_iii"] },
      { avatar_id: "look_2" },
    ]);
  });

  test("says on stderr that there is more, or nothing at all", async () => {
    await using fake = await startFakeHeygen();
    const [styles, templates] = await Promise.all([
      listAt(fake.url, ["styles", "--limit", "3", "--json"]),
      listAt(fake.url, ["templates", "--json"]),
    ]);
    expect(JSON.parse(styles.stdout)).toHaveLength(3);
    expect(styles.stderr).toBe("There are more than these 3 styles: --limit shows more.\n");
    expect(templates).toMatchObject({ exitCode: 0, stdout: "[]\n", stderr: "heygen lists no templates.\n" });
  });

  test("can be tried in the sandbox without a key", async () => {
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
    "explains itself: %j",
    async (words) => {
      const run = await runCli(words);
      expect(run).toMatchObject({ exitCode: 0, stderr: "" });
      expect(run.stdout).toContain("--gender");
      expect(run.stdout).not.toContain("--timeout-minutes");
    },
  );
});

describe.concurrent("a long list", () => {
  const names = Array.from({ length: 2_000 }, (_, index) => ({ id: `t_${index}`, name: "n".repeat(80) }));

  async function start(fake: FakeHeygen) {
    fake.on("GET /v3/templates", { status: 200, body: { data: names } });
    const words = ["list", "templates", "--json", "--limit", "2000", "--api-base-url", fake.url];
    return startCli(words, { env: key });
  }

  test("reaches a slow reader whole", async () => {
    await using fake = await startFakeHeygen();
    const { child, done } = await start(fake);
    child.stdout.pause();
    setTimeout(() => child.stdout.resume(), 2_000);
    const run = await done;
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    expect(JSON.parse(run.stdout)).toHaveLength(2_000);
  });

  test("may be left half read, as `head` does", async () => {
    await using fake = await startFakeHeygen();
    const { child, done } = await start(fake);
    child.stdout.destroy();
    expect(await done).toMatchObject({ exitCode: 0, stderr: "" });
  });
});

describe.concurrent("a list that cannot be had is told on stderr alone:", () => {
  const nowhere = "http://127.0.0.1:9";

  test.each<[what: string, words: string[], says: string[]]>([
    [
      "nothing to list",
      [],
      ["needs to know what to list", "showreel list avatars", "showreel list templates"],
    ],
    ["a wrong word", ["voice"], ['no list of "voice"', "Did you mean voices?"]],
    ["a word with no near one", ["everything"], ['"everything"', "showreel list styles"]],
    ["a flag first", ["--json", "voices"], ["needs to know what to list"]],
    ["an unknown flag", ["voices", "--promt", "x"], ["--promt"]],
    ["a flag of another command", ["voices", "--dotenv", "x.env"], ["--dotenv"]],
    ["a bad limit", ["voices", "--limit", "0"], ["--limit", "from 1 to 10000"]],
    [
      "a filter that does not fit",
      ["avatars", "--gender", "male"],
      ["--gender is not supported for a list of avatars"],
    ],
    [
      "a provider without lists",
      ["voices", "--provider", "reelbot"],
      ["--provider is reelbot, which has no lists"],
    ],
    ["the other one", ["voices", "--provider", "heygen_v2"], ["heygen_v2, which has no lists"]],
  ])("%s", async (_what, words, says) => {
    const run = await listAt(nowhere, words);
    expect(run).toMatchObject({ exitCode: 2, stdout: "" });
    for (const part of says) expect(run.stderr).toContain(part);
    expect(run.stderr).not.toMatch(/TypeError|ERR_|\n\s+at /);
  });

  test("no key", async () => {
    const run = await runCli(["list", "voices"]);
    expect(run).toMatchObject({ exitCode: 2, stdout: "" });
    expect(run.stderr).toContain("HEYGEN_API_KEY is empty");
  });

  test("a refused key", async () => {
    await using fake = await startFakeHeygen();
    fake.on("GET /v3/voices", failure(401, "unauthorized", "Unauthorized"));
    const run = await listAt(fake.url, ["voices"]);
    expect(run).toMatchObject({ exitCode: 3, stdout: "" });
    expect(run.stderr).toContain("unauthorized: HeyGen says");
    expect(run.stderr).not.toContain("test-key");
  });
});
