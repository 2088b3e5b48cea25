import { describe, expect, test } from "vitest";
import { describeSettings } from "../../../src/inputs/schema/describe-settings.ts";
import { actionSettings, readSettings } from "../../../src/inputs/schema/settings.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

const schema = actionSettings(["heygen", "sandbox"]);
const read = (typed: Record<string, string | undefined>) => readSettings(schema, typed);

const defaults = {
  provider: "heygen",
  template_options: {},
  variables: {},
  captions: false,
  provider_options: {},
  timeout_minutes: 20,
  wait: true,
  on_timeout: "fail",
  reuse: "run",
  on_interrupt: "keep",
  allow_untrusted: false,
  dry_run: false,
  max_size_mb: 10_240,
  comment: false,
  upload_artifact: true,
  overwrite_artifact: false,
  upload_extras: true,
};

test("settings that are not set have their defaults", async () => {
  expect(await read({})).toEqual(defaults);
});

test("every empty setting has its default", async () => {
  const names = Object.keys(schema.shape);
  for (const empty of ["", "  ", "\n", undefined]) {
    expect(await read(Object.fromEntries(names.map((name) => [name, empty])))).toEqual(defaults);
  }
});

test("the documented defaults are the defaults that are used", async () => {
  const described = describeSettings(schema).filter(({ defaultValue }) => defaultValue !== "");
  const typed = Object.fromEntries(described.map(({ name, defaultValue }) => [name, defaultValue]));
  expect(Object.keys(typed).sort()).toEqual(Object.keys(defaults).sort());
  expect(await read(typed)).toEqual(defaults);
});

test("every setting has a description", () => {
  for (const { name, description } of describeSettings(schema))
    expect(description, name).toMatch(/^\S.+\.$/s);
});

test.each([
  ["timeout_minutes", "7.5", 7.5],
  ["timeout_minutes", " 5 ", 5],
  ["timeout_minutes", "1440", 1_440],
  ["timeout_minutes", "0.05", 0.05],
  ["poll_interval_seconds", "1", 1],
  ["poll_interval_seconds", "300", 300],
  ["retention_days", "1", 1],
  ["retention_days", "90", 90],
  ["wait", "false", false],
  ["wait", "True", true],
  ["captions", "TRUE", true],
  ["provider", "sandbox", "sandbox"],
  ["orientation", "portrait", "portrait"],
  ["on_timeout", "detach", "detach"],
  ["api_base_url", "http://127.0.0.1:8080/heygen", "http://127.0.0.1:8080/heygen"],
  ["provider_options", "fit: cover", { fit: "cover" }],
  ["variables", "version: 1.10\nname: Ada", { version: "1.10", name: "Ada" }],
  ["template", "pull_request", "pull_request"],
  ["template_options", "length: 60", { length: 60 }],
  ["max_cost_usd", "2.50", 2.5],
  ["max_cost_usd", "0", 0],
  ["allow_untrusted", "true", true],
  ["prompt", "  two\nlines  ", "  two\nlines  "],
])("`%s` accepts %j", async (name, value, parsed) => {
  expect(await read({ [name]: value })).toEqual({ ...defaults, [name]: parsed });
});

const number = { minutes: "a number of minutes above 0 and at most 1440", seconds: "seconds from 1 to 300" };

test.each([
  ["provider", "runway", "`heygen` or `sandbox`"],
  ["orientation", "square", "`landscape` or `portrait`"],
  ["captions", "yes", "`true` or `false`"],
  ["wait", "perhaps", "`true` or `false`"],
  ["upload_artifact", "1", "`true` or `false`"],
  ["on_timeout", "ignore", "`fail` or `detach`"],
  ["timeout_minutes", "0", number.minutes],
  ["timeout_minutes", "-1", number.minutes],
  ["timeout_minutes", "1440.5", number.minutes],
  ["timeout_minutes", "Infinity", number.minutes],
  ["timeout_minutes", "20 minutes", number.minutes],
  ["poll_interval_seconds", "0.99", number.seconds],
  ["timeout_minutes", "0x10", number.minutes],
  ["timeout_minutes", "1e1", number.minutes],
  ["timeout_minutes", "7,5", number.minutes],
  ["timeout_minutes", "+5", number.minutes],
  ["timeout_minutes", "1_000", number.minutes],
  ["timeout_minutes", "٥", number.minutes],
  ["poll_interval_seconds", "0b11", number.seconds],
  ["poll_interval_seconds", "5s", number.seconds],
  ["length", "0x1e", "a whole number of seconds from 10 to 1800"],
  ["poll_interval_seconds", "301", number.seconds],
  ["poll_interval_seconds", "often", number.seconds],
  ["retention_days", "0", "a whole number of days from 1 to 90"],
  ["retention_days", "91", "a whole number of days from 1 to 90"],
  ["retention_days", "1.5", "a whole number of days from 1 to 90"],
  ["api_base_url", "gateway", "an http or https URL"],
  ["api_base_url", "ftp://gateway.example", "an http or https URL"],
  ["provider_options", "- a list", "a YAML or JSON map"],
  ["variables", "a: [1, 2]", "a YAML or JSON map of names and texts"],
  ["variables", "two words: x", "a YAML or JSON map of names and texts"],
  ["template", "relase", "one of `release`, `pull_request`, `docs`"],
  ["max_cost_usd", "-1", "a number of US dollars from 0"],
  ["max_cost_usd", "cheap", "a number of US dollars from 0"],
  ["max_cost_usd", "0x1", "a number of US dollars from 0"],
  ["max_cost_usd", "$2", "a number of US dollars from 0"],
  ["max_size_mb", "1e3", "a number of MiB above 0 and at most 1048576"],
])("`%s` rejects %j, and the message says what is allowed", async (name, value, allowed) => {
  const { code, message } = await failureOf(() => read({ [name]: value }));
  expect(code).toBe("invalid_input");
  expect(message.startsWith(`\`${name}\` is "${value}": it must be `)).toBe(true);
  expect(message).toContain(allowed);
});

describe("the error for an invalid setting", () => {
  test("has one line per invalid setting", async () => {
    const typed = { provider: "runway", wait: "perhaps", timeout_minutes: "soon", prompt: "fine" };
    const { message } = await failureOf(() => read(typed));
    const named = message
      .split("\n")
      .map((sentence) => /^`(\w+)` is .+ it must be .+\.$/.exec(sentence)?.[1]);
    expect(named).toEqual(["provider", "timeout_minutes", "wait"]);
  });

  test("suggests the value that was probably meant", async () => {
    const { hint } = await failureOf(() => read({ provider: "heygne", orientation: "potrait" }));
    expect(hint).toBe("Did you mean heygen, portrait?");
  });

  test("suggests nothing when no allowed value is similar", async () => {
    const { hint, submitted } = await failureOf(() => read({ provider: "something else" }));
    expect(hint).not.toContain("Did you mean");
    expect(submitted).toBe(false);
  });

  test("says how to write a number", async () => {
    const { message } = await failureOf(() => read({ poll_interval_seconds: "0x10" }));
    expect(message).toBe(
      '`poll_interval_seconds` is "0x10": it must be a number of seconds from 1 to 300 (only digits and a decimal point).',
    );
  });

  test("suggests no number, because any other could be meant", async () => {
    const { hint } = await failureOf(() => read({ timeout_minutes: "0" }));
    expect(hint).not.toContain("Did you mean");
  });

  test("shows the value as one short line without control characters or workflow commands", async () => {
    const { message } = await failureOf(() => read({ provider: `\u001b[31ma\n##[error]${"x".repeat(500)}` }));
    expect(message).toMatch(/^`provider` is "a # # \[error\]x+…": it must be/);
    expect(message.length).toBeLessThan(200);
  });
});
