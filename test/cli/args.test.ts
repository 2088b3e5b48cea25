import { describe, expect, test } from "vitest";
import { readArguments } from "../../src/cli/args.ts";
import { listSettings } from "../../src/cli/list-settings.ts";
import { sharedSettings } from "../../src/inputs/schema/settings.ts";
import { failureOf } from "../support/runtime/failure-of.ts";

const schema = sharedSettings(["heygen", "sandbox"]);
const read = (...argv: string[]) => readArguments(schema, argv, {});
const rejectionText = async (...argv: string[]) => {
  const { code, message, hint } = await failureOf(() => read(...argv));
  expect(code).toBe("invalid_input");
  return `${message} ${hint}`;
};

describe("readArguments", () => {
  test.each<[string[], Record<string, string>]>([
    [["--title", "-5"], { title: "-5" }],
    [["--title=-5"], { title: "-5" }],
    [["--title", "--unknown"], { title: "--unknown" }],
    [["--title=a=b"], { title: "a=b" }],
    [["--captions"], { captions: "true" }],
    [["--captions", "--title", "A"], { captions: "true", title: "A" }],
    [["--captions", "false"], { captions: "false" }],
    [["--captions=false"], { captions: "false" }],
    [["render", "--title", "A"], { title: "A" }],
    [["check", "--title", "A"], { title: "A", dry_run: "true" }],
    [["preview", "a.md"], { provider: "sandbox", script_file: "a.md", captions: "true" }],
    [["preview", "a.md", "--title", "A"], { script_file: "a.md", title: "A" }],
    [["preview", "a.md", "--captions", "false"], { captions: "false" }],
    [["preview", "a.md", "--captions=false"], { captions: "false" }],
    [["preview", "-"], { script_file: "-" }],
  ])("reads %j", (argv, settings) => {
    expect(read(...argv).settings).toMatchObject(settings);
  });

  test.each(["--help", "-h"])("reads `preview %s`", (flag) => {
    expect(read("preview", flag).help).toBe(true);
  });

  test("reads the flags that are not settings", () => {
    expect(read("-h", "--version", "--dotenv", "a.env", "--dotenv-include-url")).toMatchObject({
      help: true,
      version: true,
      dotenv: "a.env",
      dotenvIncludeUrl: true,
    });
  });

  test("reads a setting that has no flag on the command line from the environment", () => {
    const env = { SHOWREEL_TITLE: "From the environment", SHOWREEL_SCRIPT: "Hello" };
    const { settings } = readArguments(schema, ["--title", "From the flag"], env);
    expect(settings).toMatchObject({ title: "From the flag", script: "Hello" });
  });
});

describe("an invalid command line", () => {
  test.each<[argv: string[], expected: string]>([
    [["--prompt=Hi", "stray"], 'Unexpected argument "stray".'],
    [["--prompt", "Hi", "stray"], 'Unexpected argument "stray".'],
    [["--captions", "stray"], '--captions is followed by "stray": it must be true or false.'],
    [["--wait", "no"], '--wait is followed by "no": it must be true or false.'],
    [["--title", "A", "--title", "B"], "--title is given twice."],
    [["--title=A", "--captions", "--title", "B"], "--title is given twice."],
    [["--captions", "--captions", "false"], "--captions is given twice."],
    [["--dotenv", "a", "--dotenv=b"], "--dotenv is given twice."],
    [["-h", "--help"], "--help is given twice."],
    [["--prompt", "Hi", "--", "stray"], 'Unexpected argument "stray".'],
    [["--help=x"], "--help takes no value."],
    [["--version=1"], "--version takes no value."],
    [["--dotenv-include-url=true"], "--dotenv-include-url takes no value."],
    [["--title", "-secret", "--xyzzy"], 'Unknown flag "--xyzzy".'],
    [["--xyzzy", "value", "--captions"], 'Unknown flag "--xyzzy".'],
    [["--__proto__"], 'Unknown flag "--__proto__".'],
    [["HEYGEN_API_KEY=sk_live_1", "--prompt", "Hi"], 'Unexpected argument "HEYGEN_API_KEY".'],
    [["--captions", "sk_V2aB9xQ7LmN4pR8tZ"], "--captions is followed by a value: it must be true or false."],
    [["preview"], "showreel preview needs the file of a video."],
    [["preview", "--captions"], "showreel preview needs the file of a video."],
    [["preview", "a.md", "b.md"], 'Unexpected argument "b.md".'],
    [["preview", "a.md", "--provider", "heygen"], "--provider is given twice."],
    [["-x"], 'Unknown flag "-x".'],
    [["-hx"], 'Unknown flag "-hx".'],
    [["--title"], "--title needs a value."],
    [["--title", "--captions"], "--title needs a value."],
    [["--dotenv"], "--dotenv needs a value."],
  ])("%j is rejected, and the message names the invalid argument", async (argv, expected) => {
    expect(await rejectionText(...argv)).toContain(expected);
  });

  test.each([
    [["--title", "-secret", "--xyzzy"]],
    [["--xyzzy=-secret"]],
    [["--api-key", "-secret"]],
    [["--title", "-secret", "--title", "-secret"]],
    [["--help=-secret"]],
    [["--titel", "-secret"]],
    [["--titel=-secret"]],
  ])("%j is rejected without printing its value", async (argv) => {
    expect(await rejectionText(...argv)).not.toContain("secret");
  });

  test.each<[argv: string[], hint: string]>([
    [["--promt", "Hi"], "Did you mean --prompt?"],
    [["-title", "Hi"], "Did you mean --title?"],
    [["chek"], "Did you mean showreel check?"],
    [["lst", "voices"], "Did you mean showreel list?"],
    [["--prompt=Hello", "world"], "Put a value that contains spaces in quotes."],
    [["--xyzzy"], "All flags: showreel --help"],
    [["--wait", "no"], "Use --wait true or --wait false."],
    [["--timeout", "5"], "Did you mean --timeout-minutes?"],
    [["--poll", "5"], "Did you mean --poll-interval-seconds?"],
    [["--max-cost", "5"], "Did you mean --max-cost-usd?"],
    [["--avatar", "look_1"], "Did you mean --avatar-id?"],
    [["--template-", "x"], "Did you mean --template"],
    [["--on", "x"], "Did you mean --on-timeout or --on-interrupt?"],
    [["--title", "A", "--title", "B"], "Keep one of them."],
    [["--files", "a", "--files", "b"], "Put all items into one value, one per line."],
    [
      ["--api-key", "x"],
      "A key comes from the environment alone: HEYGEN_API_KEY, REELBOT_API_KEY, or GITHUB_TOKEN",
    ],
    [["--heygen-api-key=x"], "A key comes from the environment alone"],
    [["--github-token", "x"], "A key comes from the environment alone"],
  ])("%j is rejected with a suggestion", async (argv, hint) => {
    expect(await rejectionText(...argv)).toContain(hint);
  });

  test("with a negated flag is rejected with the flag that turns the setting off", async () => {
    const text = await rejectionText("--no-captions");
    expect(text).toContain('Unknown flag "--no-captions". To turn it off: --captions false.');
    expect(text).not.toContain("Did you mean");
  });

  test("of `showreel list` is rejected with a hint about `showreel list --help`", async () => {
    const { hint } = await failureOf(() => readArguments(listSettings, ["chek"], {}, "showreel list"));
    expect(hint).toContain("All flags: showreel list --help");
    expect(hint).not.toContain("Did you mean");
  });
});
