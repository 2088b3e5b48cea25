import { describe, expect, test } from "vitest";
import {
  type ErrorDetails,
  formatError,
  formatHint,
  invalidInputError,
  ShowreelError,
} from "../../src/base/errors.ts";

const details: Required<ErrorDetails> = {
  hint: "Run again later.",
  githubHint: "Forks get no secrets.",
  settings: ["prompt", "length"],
  location: { file: "video.md", line: 3 },
  submitted: undefined,
  retryable: true,
  retryAfterMs: 5_000,
  outcomeUnknown: true,
  terminal: true,
  needsFreshLink: true,
  recurs: true,
  response: { status: 503, body: {}, description: "HTTP 503", retryAfterMs: 5_000, headers: {} },
  cause: new Error("socket hang up"),
};

describe("ShowreelError.with", () => {
  const error = new ShowreelError("provider_error", "The request failed.", details);

  test("keeps every fact that it is not asked to change", () => {
    expect(error.with({})).toMatchObject({
      code: "provider_error",
      message: "The request failed.",
      ...details,
    });
  });

  test.each<[string, unknown]>([
    ["code", "timed_out"],
    ["message", "The upload failed."],
    ["hint", "Try another file."],
    ["settings", []],
    ["location", undefined],
    ["retryable", false],
    ["retryAfterMs", 1],
    ["outcomeUnknown", false],
    ["terminal", false],
    ["needsFreshLink", false],
    ["response", undefined],
    ["cause", undefined],
  ])("changes %s alone", (name, value) => {
    const before = { code: "provider_error", message: "The request failed.", ...details };
    const { code, message, cause, ...facts } = error.with({ [name]: value });
    expect({ ...facts, code, message, cause }).toEqual({ ...before, [name]: value, name: "ShowreelError" });
  });

  test("returns a copy, and leaves the original as it is", () => {
    const copy = error.with({ hint: "Try another file." });
    expect(copy).not.toBe(error);
    expect(copy).toBeInstanceOf(ShowreelError);
    expect(error.hint).toBe("Run again later.");
  });

  test("keeps the stack of the place where the error was made, under the new message", () => {
    const { stack = "" } = error.with({ message: "Costs $& more." });
    expect(stack.split("\n").slice(1)).toEqual(error.stack?.split("\n").slice(1));
    expect(stack).toContain("Costs $& more.");
    expect(stack).not.toContain("The request failed.");
  });
});

test("an error whose outcome is unknown never claims that nothing was submitted", () => {
  const rejected = new ShowreelError("invalid_input", "The request was rejected.", { submitted: false });
  expect(rejected.with({ hint: "Shorten it." }).submitted).toBe(false);
  expect(rejected.with({ submitted: undefined }).submitted).toBeUndefined();
  expect(rejected.with({ outcomeUnknown: true }).submitted).toBeUndefined();
});

describe("formatHint", () => {
  test.each<[string, Pick<ShowreelError, "hint" | "submitted">, string]>([
    ["is empty without hint and facts", { hint: undefined, submitted: undefined }, ""],
    ["is the hint", { hint: "Shorten it.", submitted: undefined }, "Shorten it."],
    [
      "says that nothing was submitted, after the hint",
      { hint: "Shorten it.", submitted: false },
      "Shorten it. Nothing was submitted.",
    ],
    ["says so without a hint", { hint: undefined, submitted: false }, "Nothing was submitted."],
    [
      "says so on a line of its own after lines to copy",
      { hint: "Add this:\npermissions:\n  contents: read", submitted: false },
      "Add this:\npermissions:\n  contents: read\nNothing was submitted.",
    ],
  ])("%s", (_, error, text) => {
    expect(formatHint(error)).toBe(text);
  });
});

test("the hint for a workflow of GitHub is shown only there, before the note that nothing was submitted", () => {
  const error = invalidInputError("The key is empty.", {
    hint: "Set it.",
    githubHint: "Forks get no secrets.",
  });
  expect(formatError(error, { inGitHub: true })).toBe(
    "The key is empty.\nSet it. Forks get no secrets. Nothing was submitted.",
  );
  expect(formatError(error)).toBe("The key is empty.\nSet it. Nothing was submitted.");
});

describe("formatError", () => {
  test("is the message alone without a hint", () => {
    expect(formatError(new ShowreelError("timed_out", "Timed out."))).toBe("Timed out.");
    const unsubmitted = invalidInputError("No source is set.");
    expect(formatError(unsubmitted, { includeSubmitted: false })).toBe("No source is set.");
  });

  test("has the hint on the next line, with or without the note that nothing was submitted", () => {
    const error = invalidInputError("`prompt` is too long.", { hint: "Shorten it." });
    expect(formatError(error)).toBe("`prompt` is too long.\nShorten it. Nothing was submitted.");
    expect(formatError(error, { includeSubmitted: false })).toBe("`prompt` is too long.\nShorten it.");
  });
});

test("invalidInputError is an error of the input, before anything was submitted", () => {
  const error = invalidInputError("`prompt` is too long.", { hint: "Shorten it.", settings: ["prompt"] });
  expect(error).toMatchObject({
    code: "invalid_input",
    message: "`prompt` is too long.",
    hint: "Shorten it.",
    settings: ["prompt"],
    submitted: false,
  });
});
