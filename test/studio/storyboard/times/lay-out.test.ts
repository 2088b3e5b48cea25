import { describe, expect, it } from "vitest";
import { type Plan, utterancesOf } from "../../../../src/studio/storyboard/plan/plan.ts";
import { planStoryboard } from "../../../../src/studio/storyboard/plan/plan-storyboard.ts";
import { layOut } from "../../../../src/studio/storyboard/times/lay-out.ts";
import { readingTimes, type UtteranceTimes } from "../../../../src/studio/storyboard/times/reading-times.ts";
import { allPhrases, silentStoryboard } from "../../../support/studio/storyboards.ts";

const planOf = (outline: string) => planStoryboard({ title: "Atlas", outline });
const speak = (plan: Plan, times: UtteranceTimes) =>
  layOut(
    plan,
    utterancesOf(plan).map(() => times),
  );
const pausesOf = (outline: string) => {
  const { scenes } = speak(planOf(outline), { seconds: 2, starts: [0] }).storyboard;
  return scenes.map(({ start, end, ...scene }) => {
    const phrases = allPhrases({ language: "en", seconds: 0, scenes: [{ start, end, ...scene }] });
    const times = [start, ...phrases.flatMap((phrase) => [phrase.start, phrase.end]), end];
    return times.flatMap((time, index) =>
      index % 2 === 0 ? [Math.round(((times[index + 1] ?? 0) - time) * 1_000) / 1_000] : [],
    );
  });
};

describe("layOut", () => {
  it("lets the title wait, and closes with a silent card", () => {
    expect(pausesOf("")).toEqual([[0.7, 0.3], [2.5]]);
  });

  it("pauses shortly between sentences, and longer between paragraphs", () => {
    expect(pausesOf("One. Two.\n\nThree.")[1]).toEqual([0.12, 0.22, 0.35, 0.3]);
  });

  it("pauses after headings, introductions and items", () => {
    expect(pausesOf("## A\n\nNew:\n\n- b\n- c")[1]).toEqual([0.12, 0.35, 0.35, 0.35, 0.3]);
  });

  it("shows code for as long as it takes to read, at most 8 s, and longer if words are spoken above it", () => {
    const secondsOf = (lines: number, lead = "") => {
      const plan = planOf(`${lead}\`\`\`\n${"line\n".repeat(lines)}\`\`\``);
      const code = speak(plan, { seconds: 9, starts: [0] }).storyboard.scenes[1];
      return (code?.end ?? 0) - (code?.start ?? 0);
    };
    expect(secondsOf(1)).toBeCloseTo(2.1);
    expect(secondsOf(4)).toBeCloseTo(3.9);
    expect(secondsOf(14)).toBeCloseTo(8);
    expect(secondsOf(1, "Run:\n\n")).toBeGreaterThan(9);
  });

  it("tells where the sound of each utterance starts", () => {
    const { storyboard, soundStarts } = speak(planOf("# A\n\nOne. Two."), { seconds: 1.5, starts: [0] });
    expect(soundStarts).toEqual(allPhrases(storyboard).map(({ start }) => start));
    expect(soundStarts).toEqual([0.7, 2.62, 4.47, 6.19]);
  });

  it("takes the starts of phrases from the voice", () => {
    const plan = planOf(
      "With Atlas, every pull request now builds its own preview for everybody, and the link appears in the conversation.",
    );
    const [, start] = speak(plan, { seconds: 8, starts: [0, 4.5] }).soundStarts;
    const phrases = allPhrases(speak(plan, { seconds: 8, starts: [0, 4.5] }).storyboard).slice(1);
    expect(phrases.map((phrase) => phrase.start - (start ?? 0))).toEqual([0, expect.closeTo(4.5)]);
    expect(phrases[0]?.end).toBe(phrases[1]?.start);
  });

  it.each([
    { seconds: 0, starts: [] },
    { seconds: 8, starts: [0, 0, 0] },
    { seconds: 8, starts: [0, 9, 2] },
    { seconds: Number.NaN, starts: [Number.NaN, Number.POSITIVE_INFINITY, -1] },
  ])("has rising times for a voice that reports %o", (times) => {
    const plan = planOf(`${"A part of a long sentence that is spoken, ".repeat(4)}and its end.`);
    const phrases = allPhrases(speak(plan, times).storyboard);
    expect(phrases.length).toBeGreaterThan(3);
    for (const [index, phrase] of phrases.entries()) {
      expect(phrase.end).toBeGreaterThan(phrase.start);
      expect(phrase.start).toBeGreaterThanOrEqual(phrases[index - 1]?.end ?? 0);
    }
  });

  it("shows what a voice cannot say for as long as it takes to read", () => {
    const storyboard = speak(planOf("🎉".repeat(40)), { seconds: 0, starts: [0] }).storyboard;
    const { start = 0, end = 0 } = allPhrases(storyboard)[1] ?? {};
    expect(end - start).toBeCloseTo(2);
  });
});

describe("readingTimes", () => {
  const secondsOf = (text: string, language = "en") => {
    const [utterance] = utterancesOf(planStoryboard({ title: text, outline: "" }));
    return utterance && readingTimes(utterance, language).seconds;
  };

  it("reads 150 words in a minute", () => {
    expect(secondsOf("one two three four five")).toBe(2);
  });

  it("reads 7 characters of Chinese and Japanese in a second", () => {
    expect(secondsOf("漢字".repeat(7), "ja")).toBe(2);
  });

  it("pauses at commas", () => {
    expect(secondsOf("one, two, three four five")).toBeCloseTo(2.3);
  });

  it("takes longer for words that are long", () => {
    expect(secondsOf("x".repeat(40))).toBe(2);
  });

  it("gives the time of a short text that nobody could read faster", () => {
    expect(secondsOf("A")).toBe(0.5);
  });
});

describe("a silent storyboard", () => {
  it("is as long as its words take to read", () => {
    const { seconds } = silentStoryboard("word ".repeat(150), "Atlas");
    expect(seconds).toBeGreaterThan(60);
    expect(seconds).toBeLessThan(75);
  });
});
