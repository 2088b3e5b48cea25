import { expect, test } from "vitest";
import { toSpeech } from "../../../src/text/speech/index.ts";

test.each([
  ["Use `timeout_minutes` or `--dry-run`", "Use timeout_minutes or --dry-run."],
  ["Call `parseConfig()` of `@acme/core`", "Call parseConfig of acme/core."],
  ["`os._exit` ends `__init__` of `a/b.py`", "os._exit ends __init__ of a/b.py."],
  ["Set `A_TRUE@_b`", "Set A_TRUE_b."],
  ["snake_case and os._exit in a text", "snake_case and os._exit in a text."],
  ["`open(path, { safe: true })` is new", "open is new."],
  ["Fix `a ?? b` in the parser", "Fix in the parser."],
  ["Replace `a = b` by `c = d`. Then restart.", "Then restart."],
  ["For C# and F# and .NET", "For C sharp and F sharp and dot NET."],
])("speaks names, versions and flags in code, and drops other code: %s", (markdown, spoken) => {
  expect(toSpeech(markdown)).toBe(spoken);
});
