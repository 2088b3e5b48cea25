import { describe, expect, test } from "vitest";
import packageFile from "../../package.json" with { type: "json" };
import { readActionMetadata } from "../support/action/action-metadata.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { runCli } from "../support/processes/run-cli.ts";
import { runCliWith } from "../support/processes/run-cli-with-fake.ts";

const script = ["--script", "Welcome.", "--avatar-id", "look_1"];
const nowhere = { url: "http://127.0.0.1:9" };
const forActionOnly = [
  "api_key",
  "github_token",
  "upload_artifact",
  "artifact_name",
  "overwrite_artifact",
  "retention_days",
  "upload_extras",
];

describe.concurrent("the command line explains itself:", () => {
  test("--help lists every setting as a flag, with its default", async () => {
    const { inputs } = readActionMetadata();
    const run = await runCli(["--help"]);
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    const listed = run.stdout.match(/^ {2}--[\w-]+/gm)?.map((flag) => flag.trim()) ?? [];
    const settings = Object.keys(inputs).filter((name) => !forActionOnly.includes(name));
    const flags = settings.map((name) => `--${name.replaceAll("_", "-")}`);
    expect(listed).toEqual([...flags, "--dotenv", "--dotenv-include-url", "--help", "--version"]);
    expect(run.stdout).toContain("Default: heygen.");
    expect(run.stdout).toContain("HEYGEN_API_KEY");
  });

  test("-h says the same as --help", async () => {
    const [short, long] = await Promise.all([runCli(["-h"]), runCli(["--help"])]);
    expect(short).toMatchObject({ exitCode: 0, stdout: long.stdout });
  });

  test("--version is the package's", async () => {
    expect(await runCli(["--version"])).toMatchObject({ exitCode: 0, stdout: `${packageFile.version}\n` });
  });
});

describe.concurrent("a slip on the command line is told as it was typed:", () => {
  test.each<[what: string, flags: string[], says: string[]]>([
    ["an unknown flag with its nearest", ["--promt", "Hi"], ["--promt", "Did you mean --prompt?"]],
    ["an unknown flag with `=`", ["--promt=Hello world"], ["--promt", "Did you mean --prompt?"]],
    ["an unknown flag without a near one", ["--xyzzy"], ["--xyzzy", "showreel --help"]],
    ["a stray word", [...script, "--wait", "false", "stray"], ["stray", "showreel --help"]],
    ["a bad number", [...script, "--timeout-minutes", "abc"], ["--timeout-minutes", "abc", "1440"]],
    ["a negative number", [...script, "--timeout-minutes", "-5"], ["--timeout-minutes", "-5", "1440"]],
    ["a negative number with `=`", [...script, "--timeout-minutes=-5"], ["--timeout-minutes", "-5", "1440"]],
    ["a flag without its value", [...script, "--timeout-minutes"], ["--timeout-minutes"]],
    ["a bad switch", [...script, "--wait=perhaps"], ["--wait", "perhaps", "true or false"]],
    ["two sources", [...script, "--prompt", "Hi"], ["--prompt", "--script", "--video-id"]],
    ["no source", [], ["--prompt", "--script", "--video-id"]],
    ["an unknown provider", [...script, "--provider", "runway"], ["--provider", "runway", "sandbox"]],
    ["a path out of the folder", [...script, "--output-path", "../x.mp4"], ["--output-path", "../x.mp4"]],
    ["a mistyped option", ["--prompt", "Hi", "--provider-options", "{brand_kit: 1}"], ["brand_kit_id"]],
  ])("%s", async (_what, flags, says) => {
    const run = await runCliWith(nowhere, flags);
    expect(run).toMatchObject({ exitCode: 2, outputs: { status: "failed", error_code: "invalid_input" } });
    for (const part of says) expect(run.stderr).toContain(part);
    expect(run.stderr).not.toMatch(/TypeError|ERR_|\n\s+at /);
  });

  test("a bad value from the environment under the variable's name", async () => {
    const run = await runCliWith(nowhere, script, { env: { SHOWREEL_TIMEOUT_MINUTES: "abc" } });
    expect(run).toMatchObject({ exitCode: 2, outputs: { error_code: "invalid_input" } });
    expect(run.stderr).toContain("SHOWREEL_TIMEOUT_MINUTES");
    expect(run.stderr).not.toContain("--timeout-minutes");
  });
});

describe.concurrent("the environment", () => {
  async function readTitle(flags: string[], env: Record<string, string>) {
    await using fake = await startFakeHeygen();
    await runCliWith(fake, [...script, "--wait", "false", ...flags], { env });
    return Reflect.get(Object(fake.requests[0]?.body), "title");
  }

  test("gives a setting that no flag gives", async () => {
    expect(await readTitle([], { SHOWREEL_TITLE: "From the environment" })).toBe("From the environment");
  });

  test("yields to a flag", async () => {
    const env = { SHOWREEL_TITLE: "From the environment" };
    expect(await readTitle(["--title", "From the flag"], env)).toBe("From the flag");
  });

  test("counts where a flag is empty, because empty is not given", async () => {
    expect(await readTitle(["--title", ""], { SHOWREEL_TITLE: "From the environment" })).toBe(
      "From the environment",
    );
  });
});

describe.concurrent("the key", () => {
  test("comes from HEYGEN_API_KEY, and its absence is told under that name", async () => {
    const run = await runCliWith(nowhere, script, {
      env: { HEYGEN_API_KEY: "", SHOWREEL_API_KEY: "test-key" },
    });
    expect(run).toMatchObject({ exitCode: 2, outputs: { error_code: "invalid_input" } });
    expect(run.stderr).toContain("HEYGEN_API_KEY is empty");
  });

  test.each([[["--api-key", "test-key"]], [["--api-key=test-key"]]])(
    "is no flag, and %j does not show it",
    async (flags) => {
      const run = await runCliWith(nowhere, [...script, ...flags]);
      expect(run.exitCode).toBe(2);
      expect(run.stderr).toContain("--api-key");
      expect(run.stdout + run.stderr).not.toContain("test-key");
    },
  );
});
