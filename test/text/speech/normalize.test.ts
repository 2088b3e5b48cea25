import { describe, expect, test } from "vitest";
import { toSpeech } from "../../../src/text/speech/index.ts";
import { dialectRepetitions, repeatTo, spokenRepetitions } from "../../support/long-texts.ts";
import { findUnspeakable } from "./find-unspeakable.ts";

// scripts/bench/linear-time.ts measures how the time grows.
test.each([...spokenRepetitions, ...dialectRepetitions])("converts 20,000 characters of %j", (part) => {
  expect(findUnspeakable(toSpeech(repeatTo(part, 20_000)))).toEqual([]);
});

test("does not overflow the stack at a thousand levels of quotes and lists", () => {
  const stairs = Array.from({ length: 600 }, (_, depth) => `${" ".repeat(depth * 2)}- a`).join("\n");
  expect(toSpeech(`${"> ".repeat(1_000)}deep\n\n${stairs}`)).toContain("deep.");
});

describe("a document that is parsed in chunks", () => {
  const long = (part: string) => Array.from({ length: 1_500 }, () => part).join("\n\n");

  test("finds link definitions at its end", () => {
    const spoken = toSpeech(`${long("Read [the guide][a] at home.")}\n\n[a]: https://a.example`);
    expect(new Set(spoken.split("\n\n"))).toEqual(new Set(["Read the guide at home."]));
  });

  test("is not split inside code or a comment", () => {
    const hidden = (open: string, close: string) =>
      `${open}\n\n## Not spoken\n\nsecret\n\n${close}\n\nWords.`;
    const spoken = toSpeech(`${long(hidden("```", "```"))}\n\n${long(hidden("<!--", "-->"))}`);
    expect(new Set(spoken.split("\n\n"))).toEqual(new Set(["Words."]));
  });
});
