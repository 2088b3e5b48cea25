import { expect, test } from "vitest";
import { actionSettings, readSettings } from "../../../src/inputs/schema/settings.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

const read = async (text: string) =>
  (await readSettings(actionSettings(["heygen"]), { provider_options: text })).provider_options;

test.each([
  ["a YAML map", "fit: cover\nvoice_settings:\n  speed: 1.1\n  locale: en-US\n"],
  ["a YAML map on one line", "{fit: cover, voice_settings: {speed: 1.1, locale: en-US}}"],
  ["a JSON map", '{"fit": "cover", "voice_settings": {"speed": 1.1, "locale": "en-US"}}'],
  ["a YAML map with a comment", "# how it looks\nfit: cover\nvoice_settings: {speed: 1.1, locale: en-US}"],
])("a map setting accepts %s", async (_, text) => {
  expect(await read(text)).toEqual({ fit: "cover", voice_settings: { speed: 1.1, locale: "en-US" } });
});

test("a map setting keeps nested lists, numbers, strings and null", async () => {
  expect(await read('{"a": [1, "two", null, true, {"b": []}]}')).toEqual({
    a: [1, "two", null, true, { b: [] }],
  });
});

test("a map setting resolves YAML aliases", async () => {
  expect(await read("one: &same {speed: 1}\ntwo: *same")).toEqual({ one: { speed: 1 }, two: { speed: 1 } });
});

test.each([
  ["a list", "- fit\n- cover"],
  ["a string", "cover"],
  ["a number", "42"],
  ["only a comment", "# later"],
  ["a number that JSON does not have", "speed: .nan"],
])("a map setting rejects %s, which is not a map", async (_, text) => {
  const { message } = await failureOf(() => read(text));
  expect(message).toContain("it must be a YAML or JSON map (this is not a map of names and values).");
});

test.each([
  ["invalid JSON", '{"fit": "cover"'],
  ["invalid YAML", "fit: cover: contain"],
  ["a duplicate key", "fit: cover\nfit: contain"],
  ["two documents", "fit: cover\n---\nfit: contain"],
  ["an alias without an anchor", "fit: *unknown"],
])("a map setting rejects %s with the parser's reason on one line", async (_, text) => {
  const { code, message } = await failureOf(() => read(text));
  expect(code).toBe("invalid_input");
  expect(message).toMatch(/^`provider_options` is ".+": it must be a YAML or JSON map \(.{5,}\)\.$/);
});

test("a map setting rejects aliases that expand exponentially", async () => {
  const levels = ["a: &a [x, x, x, x, x, x, x, x, x, x]"];
  for (const [name, below] of ["ba", "cb", "dc", "ed", "fe", "gf", "hg", "ih"]) {
    levels.push(`${name}: &${name} [${Array(10).fill(`*${below}`).join(", ")}]`);
  }
  const { message } = await failureOf(() => read(levels.join("\n")));
  expect(message).toContain("Excessive alias count");
});
