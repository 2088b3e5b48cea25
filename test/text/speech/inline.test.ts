import { expect, test } from "vitest";
import { toSpeech } from "../../../src/text/speech/index.ts";

test.each([
  ["Use `timeout_minutes` or `--dry-run`", "Use timeout minutes or dry run."],
  ["Call `parseConfig()` of `@acme/core`", "Call parseConfig of acme/core."],
  ["`open(path, { safe: true })` is new", "open is new."],
  ["Fix `a ?? b` in the parser", "Fix in the parser."],
  ["Replace `a = b` by `c = d`. Then restart.", "Then restart."],
  ["For C# and F# and .NET", "For C sharp and F sharp and dot NET."],
])("speaks names, versions and flags in code, and drops other code: %s", (markdown, spoken) => {
  expect(toSpeech(markdown)).toBe(spoken);
});
