import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openData } from "../../../src/studio/data.ts";
import { openNarrator } from "../../../src/studio/voice/narrator.ts";
import type { Utterance } from "../../../src/studio/voice/utterance.ts";
import { type StudioVoice, voices } from "../../../src/studio/voice/voices.ts";
import { propertyRuns } from "../../support/property-runs.ts";

const data = openData("dist/studio/data");
const english = await openNarrator(voices[0], data);
const sentence = ["This is a sentence,", "and it never changes."];
const expected = describeSpeech(english.narrate(sentence));

/** Returns what can be compared quickly, even if the samples differ. */
function describeSpeech({ samples, seconds, starts }: Partial<Utterance> = {}) {
  return {
    digest: createHash("sha256")
      .update(samples ?? new Int16Array())
      .digest("hex"),
    seconds,
    starts,
  };
}

// Sentences whose phrases all end with a comma: the voice pauses there, so it can be heard where they start.
const sentences: Readonly<Record<StudioVoice["languageCode"], readonly string[]>> = {
  en: ["When a release is published,", "the video is rendered in a minute,", "and everybody can watch it."],
  de: [
    "Wenn eine Version erscheint,",
    "wird das Video in einer Minute berechnet,",
    "und alle können es sehen.",
  ],
  fr: [
    "Quand une version est publiée,",
    "la vidéo est prête en une minute,",
    "et tout le monde peut la voir.",
  ],
  es: ["Cuando se publica una versión,", "el vídeo está listo en un minuto,", "y todos pueden verlo."],
  it: ["Quando esce una versione,", "il video è pronto in un minuto,", "e tutti possono vederlo."],
};

/** Returns when the voice begins again after a pause, in seconds. */
function findOnsets(samples: Int16Array): number[] {
  const onsets: number[] = [];
  let quiet = 0;
  for (let start = 0; start + 80 <= samples.length; start += 80) {
    const sum = samples.subarray(start, start + 80).reduce((total, sample) => total + Math.abs(sample), 0);
    if (sum / 80 < 60) quiet += 1;
    else {
      if (quiet >= 20) onsets.push(start / 16_000);
      quiet = 0;
    }
  }
  return onsets;
}

describe.each(voices.map((voice) => [voice.id, voice] as const))("the voice %s", (_id, voice) => {
  test("starts the phrases of a sentence when their times say so, and is never clipped", async () => {
    const narrator = await openNarrator(voice, data);
    const { samples, starts } = narrator.narrate(sentences[voice.languageCode]) as Utterance;
    expect(starts).toHaveLength(3);
    expect(starts[0]).toBe(0);
    const onsets = findOnsets(samples);
    for (const start of starts.slice(1)) {
      expect(Math.min(...onsets.map((onset) => Math.abs(onset - start)))).toBeLessThan(0.06);
    }
    expect(samples.filter((sample) => Math.abs(sample) > 32_000)).toHaveLength(0);
  });
});

describe("a narrator", () => {
  test("has no silence before and after the speech", () => {
    const { samples, seconds } = english.narrate(sentence) as Utterance;
    const isHeard = (sample: number) => Math.abs(sample) > 100;
    expect(samples.findIndex(isHeard) / 16_000).toBeLessThan(0.05);
    expect(seconds - samples.findLastIndex(isHeard) / 16_000).toBeLessThan(0.05);
    expect(seconds).toBe(samples.length / 16_000);
  });

  test("says the same every time, whatever it said before", async () => {
    english.narrate(["Something else, and 12 numbers."]);
    expect(describeSpeech(english.narrate(sentence))).toEqual(expected);
    const another = await openNarrator(voices[0], data);
    expect(describeSpeech(another.narrate(sentence))).toEqual(expected);
  });

  test("speaks a sentence in the same way if it is divided into phrases", () => {
    const whole = english.narrate([
      "The command shows all of the results at once, and it stops.",
    ]) as Utterance;
    const phrases = ["The command shows", "all of the results at once,", "and it stops."];
    expect({ ...describeSpeech(english.narrate(phrases)), starts: [0] }).toEqual(describeSpeech(whole));
  });

  test("finds about where a phrase starts without a pause before it", () => {
    const { starts } = english.narrate(["The command shows", "all of the results at once."]) as Utterance;
    const part = english.narrate(["The command shows"]) as Utterance;
    expect(Math.abs((starts[1] ?? 0) - part.seconds)).toBeLessThan(0.3);
  });

  test("lets a phrase without words start with the next one", () => {
    const { starts, seconds } = english.narrate([
      "🎉",
      "Hello there,",
      "🚀",
      "everybody.",
      "💥",
    ]) as Utterance;
    expect(starts).toHaveLength(5);
    expect(starts[0]).toBe(starts[1]);
    expect(starts[2]).toBe(starts[3]);
    expect(starts[4]).toBe(seconds);
  });

  test.each([
    ["nothing", ""],
    ["white space", " \n\t"],
    ["emoji", "🎉👩‍👩‍👧🇨🇭"],
    ["stops", "... !!! ---"],
    ["Japanese", "これはテストです。"],
    ["Arabic", "مرحبا بالعالم"],
    ["a number of 400 digits", "9".repeat(400)],
    ["a word of 5,000 letters", "x".repeat(5_000)],
  ])("says nothing for %s", (_name, text) => {
    expect(english.narrate([text])).toBeUndefined();
  });

  test.each([
    ["markup", "</volume><play file='/etc/passwd'/><volume level=\"500\">Hello &amp; &lt;goodbye&gt;"],
    ["control characters", "\u0000\u0001\u001b[31mHello\u0007\u0000 again"],
    ["half an emoji", "\ud83d Hello \udc00"],
    ["a sentence of 1,000 letters", "words and ".repeat(100)],
    ["5,000 marks", `Hello ${"?!.,;:-'".repeat(600)} again`],
    ["long paths", "a/b/c/d/".repeat(600)],
    ["combining marks", `e${"\u0301".repeat(3_000)} Hello`],
    ["numbers", "12345.6789e10 0xDEADBEEF 1,2,3,4 1-2-3-4-5 99999999999 1e400"],
  ])("survives %s", (_name, text) => {
    const utterance = english.narrate([text]);
    expect(utterance?.seconds ?? 0).toBeLessThan(100);
    expect(describeSpeech(english.narrate(sentence))).toEqual(expected);
  });

  test("survives any text", () => {
    const anyPhrases = fc.array(fc.string({ unit: "grapheme", maxLength: 20 }), { maxLength: 4 });
    fc.assert(
      fc.property(anyPhrases, (phrases) => {
        const utterance = english.narrate(phrases);
        if (!utterance) return;
        expect(utterance.starts).toHaveLength(phrases.length);
        expect(utterance.starts).toEqual(utterance.starts.toSorted((one, other) => one - other));
        expect(utterance.starts.at(-1)).toBeLessThanOrEqual(utterance.seconds);
      }),
      propertyRuns(200),
    );
  });
});
