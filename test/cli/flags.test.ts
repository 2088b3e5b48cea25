import { describe, expect, test } from "vitest";
import packageFile from "../../package.json" with { type: "json" };
import { readActionMetadata } from "../support/action/action-metadata.ts";
import { runCli } from "../support/cli/run-cli.ts";
import { runCliWith } from "../support/cli/run-cli-with-fake.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";

const script = ["--script", "Welcome.", "--avatar-id", "look_1"];
const unreachable = { url: "http://127.0.0.1:9" };
const actionOnlySettings = [
  "api_key",
  "github_token",
  "upload_artifact",
  "artifact_name",
  "overwrite_artifact",
  "retention_days",
  "upload_extras",
];

describe.concurrent("the command line's", () => {
  test("--help lists every setting as a flag, and shows defaults", async () => {
    const { inputs } = readActionMetadata();
    const run = await runCli(["--help"]);
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    const listed = run.stdout.match(/^ {2}--[\w-]+/gm)?.map((flag) => flag.trim()) ?? [];
    const settings = Object.keys(inputs).filter((name) => !actionOnlySettings.includes(name));
    const flags = settings.map((name) => `--${name.replaceAll("_", "-")}`);
    expect(listed).toEqual([
      ...flags,
      "--dotenv",
      "--dotenv-include-url",
      "--include-urls",
      "--help",
      "--version",
    ]);
    expect(run.stdout).toContain("Default: heygen.");
    expect(run.stdout).toContain("HEYGEN_API_KEY");
  });

  test("-h prints the same as --help", async () => {
    const [short, long] = await Promise.all([runCli(["-h"]), runCli(["--help"])]);
    expect(short).toMatchObject({ exitCode: 0, stdout: long.stdout });
  });

  test("--version prints the version of the package", async () => {
    expect(await runCli(["--version"])).toMatchObject({ exitCode: 0, stdout: `${packageFile.version}\n` });
  });
});

describe.concurrent("an error on the command line names the flag and value as typed:", () => {
  test.each<[title: string, flags: string[], expected: string[]]>([
    ["an unknown flag, with a suggestion", ["--promt", "Hi"], ["--promt", "Did you mean --prompt?"]],
    [
      "an unknown flag with `=`, with a suggestion",
      ["--promt=Hello world"],
      ["--promt", "Did you mean --prompt?"],
    ],
    ["an unknown flag that resembles none", ["--xyzzy"], ["--xyzzy", "showreel --help"]],
    ["an unexpected argument", [...script, "--wait", "false", "stray"], ["stray", "showreel --help"]],
    ["an invalid number", [...script, "--timeout-minutes", "abc"], ["--timeout-minutes", "abc", "1440"]],
    ["a negative number", [...script, "--timeout-minutes", "-5"], ["--timeout-minutes", "-5", "1440"]],
    ["a negative number with `=`", [...script, "--timeout-minutes=-5"], ["--timeout-minutes", "-5", "1440"]],
    ["a flag without its value", [...script, "--timeout-minutes"], ["--timeout-minutes"]],
    ["an invalid boolean", [...script, "--wait=perhaps"], ["--wait", "perhaps", "true or false"]],
    ["two sources", [...script, "--prompt", "Hi"], ["--prompt", "--script", "--video-id"]],
    ["no source", [], ["--prompt", "--script", "--video-id"]],
    ["an unknown provider", [...script, "--provider", "runway"], ["--provider", "runway", "sandbox"]],
    [
      "an output path outside the working directory",
      [...script, "--output-path", "../x.mp4"],
      ["--output-path", "../x.mp4"],
    ],
    [
      "an unknown provider option",
      ["--prompt", "Hi", "--provider-options", "{brand_kit: 1}"],
      ["brand_kit_id"],
    ],
  ])("%s", async (_title, flags, expected) => {
    const run = await runCliWith(unreachable, flags);
    expect(run).toMatchObject({ exitCode: 2, outputs: { status: "failed", error_code: "invalid_input" } });
    for (const part of expected) expect(run.stderr).toContain(part);
    expect(run.stderr).not.toMatch(/TypeError|ERR_|\n\s+at /);
  });

  test("an invalid value in the environment, by the name of its variable", async () => {
    const run = await runCliWith(unreachable, script, { env: { SHOWREEL_TIMEOUT_MINUTES: "abc" } });
    expect(run).toMatchObject({ exitCode: 2, outputs: { error_code: "invalid_input" } });
    expect(run.stderr).toContain("SHOWREEL_TIMEOUT_MINUTES");
    expect(run.stderr).not.toContain("--timeout-minutes");
  });
});

describe.concurrent("an environment variable", () => {
  async function readTitle(flags: string[], env: Record<string, string>) {
    await using fake = await startFakeHeygen();
    await runCliWith(fake, [...script, "--wait", "false", ...flags], { env });
    return Reflect.get(Object(fake.requests[0]?.body), "title");
  }

  test("sets a setting that has no flag on the command line", async () => {
    expect(await readTitle([], { SHOWREEL_TITLE: "From the environment" })).toBe("From the environment");
  });

  test("is overridden by a flag", async () => {
    const env = { SHOWREEL_TITLE: "From the environment" };
    expect(await readTitle(["--title", "From the flag"], env)).toBe("From the flag");
  });

  test("is used when the flag is empty, because an empty setting counts as unset", async () => {
    expect(await readTitle(["--title", ""], { SHOWREEL_TITLE: "From the environment" })).toBe(
      "From the environment",
    );
  });
});

describe.concurrent("the API key", () => {
  test("is read from HEYGEN_API_KEY only, and the error names that variable when it is empty", async () => {
    const run = await runCliWith(unreachable, script, {
      env: { HEYGEN_API_KEY: "", SHOWREEL_API_KEY: "test-key" },
    });
    expect(run).toMatchObject({ exitCode: 2, outputs: { error_code: "invalid_input" } });
    expect(run.stderr).toContain("HEYGEN_API_KEY is empty");
  });

  test.each([[["--api-key", "test-key"]], [["--api-key=test-key"]]])(
    "can't be passed as a flag, and %j is rejected without printing it",
    async (flags) => {
      const run = await runCliWith(unreachable, [...script, ...flags]);
      expect(run.exitCode).toBe(2);
      expect(run.stderr).toContain("--api-key");
      expect(run.stdout + run.stderr).not.toContain("test-key");
    },
  );
});
