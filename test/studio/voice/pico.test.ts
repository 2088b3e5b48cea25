import { expect, test } from "vitest";
import { openData } from "../../../src/studio/data.ts";
import { openVoice } from "../../../src/studio/voice/pico.ts";
import { voices } from "../../../src/studio/voice/voices.ts";

// Texts as they are, without the conversion to spoken words that keeps most of these away from the engine.

const { speak } = await openVoice(voices[0], openData("dist/studio/data"));
const say = (text: string) => speak([{ text, volume: 50 }]);
const loudest = (samples: Int16Array) =>
  samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
const digest = (samples: Int16Array) => Buffer.from(samples.buffer).toString("base64");
const hello = digest(say("Hello."));

test("markup in a text is no markup", () => {
  const quiet = say("One </volume><volume level='1'>two three four five six seven");
  expect(loudest(quiet.subarray(-16_000))).toBeGreaterThan(3_000);
});

test("a NUL in a text does not end it", () => {
  expect(say("One\u0000 two three four").length).toBeGreaterThan(1.5 * say("One").length);
});

test("a text on which the engine fails is silent, and does no harm to the next one", () => {
  expect(say("9".repeat(400))).toHaveLength(0);
  expect(digest(say("Hello."))).toBe(hello);
});

test.each([
  ["stops", "?!.,;:-".repeat(700)],
  ["quotation marks", "\"'`".repeat(1_500)],
  ["letters", "x".repeat(2_000)],
  ["brackets", "<(&".repeat(1_500)],
  ["white space", " \t\n".repeat(1_500)],
  ["emoji", "🎉".repeat(1_200)],
  ["halves of emoji", "\ud83c".repeat(5_000)],
  ["capital letters", "ABC ".repeat(200)],
])("thousands of %s come to an end", (_name, text) => {
  const letters = text.match(/[a-z]/gi)?.length ?? 0;
  expect(say(text).length / 16_000).toBeLessThan(2.1 + letters);
  expect(digest(say("Hello."))).toBe(hello);
});
