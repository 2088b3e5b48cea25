import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { voiceFor, voices } from "../../../src/studio/voice/voices.ts";

test.each([
  ["en", undefined, "en-US"],
  ["en-GB", undefined, "en-GB"],
  ["de", undefined, "de-DE"],
  ["de-AT", undefined, "de-DE"],
  ["pt-BR", undefined, undefined],
  ["ja", undefined, undefined],
  ["en", "en-GB", "en-GB"],
  ["ja", "fr-FR", "fr-FR"],
  ["en", "none", undefined],
  ["en", "klingon", undefined],
])("a text in %s with the voice_id %s is spoken by %s", (language, voiceId, expected) => {
  expect(voiceFor(language, voiceId)?.id).toBe(expected);
});

test("the language of each voice has that voice or another one", () => {
  for (const { languageCode } of voices) {
    expect(voiceFor(languageCode)?.languageCode).toBe(languageCode);
  }
});

test("the list of the voices loads nothing of the studio", () => {
  expect(readFileSync("src/studio/voice/voices.ts", "utf8")).not.toMatch(/\bimport\b|\brequire\b/);
});
