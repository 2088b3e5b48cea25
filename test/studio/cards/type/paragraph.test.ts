import { describe, expect, test } from "vitest";
import type { Line } from "../../../../src/studio/cards/type/line.ts";
import { type Paragraph, type Span, shapeParagraph } from "../../../../src/studio/cards/type/paragraph.ts";
import { fakeFonts } from "../../../support/studio/fake-font.ts";

const fonts = fakeFonts();
const shape = (spans: string | readonly Span[], language = "en", isRightToLeft = false) =>
  shapeParagraph(typeof spans === "string" ? [{ text: spans, phrase: 0 }] : spans, "text", {
    fonts,
    language,
    isRightToLeft,
  });
/** Breaks into lines of at most so many letters, each half an em wide. */
const breakAt = (paragraph: Paragraph, letters: number, anywhere = false) =>
  paragraph.break(letters / 2, anywhere)?.map(({ start, end }) => paragraph.text.slice(start, end));
const lines = (text: string, letters: number, language = "en") => breakAt(shape(text, language), letters);
/** Returns the letters of a line from left to right. */
const letters = ({ glyphs }: Line) => String.fromCharCode(...glyphs.map(({ id }) => id));
const visual = (paragraph: Paragraph) => letters(paragraph.whole());

describe("Lines", () => {
  test("are about equally long", () => {
    expect(lines("one two six ten red", 15)).toEqual(["one two six", "ten red"]);
    expect(lines("aaaa bbbb cccc dddd eeee ffff", 20)).toEqual(["aaaa bbbb cccc", "dddd eeee ffff"]);
  });

  test("do not end with an article or a preposition", () => {
    expect(lines("The history of the city", 14)).toEqual(["The history", "of the city"]);
    expect(lines("Documentation of the project", 17)).toEqual(["Documentation", "of the project"]);
  });

  test("do not leave a single word behind", () => {
    expect(lines("one two three four five six", 22)?.at(-1)).toMatch(/ /);
  });

  test("begin with a new phrase where that is possible", () => {
    const phrases = shape([
      { text: "Run it again,", phrase: 0 },
      { text: " ", phrase: 0 },
      { text: "then see what happens.", phrase: 1 },
    ]);
    expect(breakAt(phrases, 24)).toEqual(["Run it again,", "then see what happens."]);
  });

  test("do not end with a short word that begins a phrase", () => {
    const text = [
      { text: "It was large. ", phrase: 0 },
      { text: "It builds what has changed.", phrase: 1 },
    ];
    expect(breakAt(shape(text), 18)).toEqual(["It was large.", "It builds what", "has changed."]);
  });

  test("keep a number with the name before it", () => {
    expect(lines("Nothing new in Atlas 2.4 at all", 20)).toEqual(["Nothing new in", "Atlas 2.4 at all"]);
  });

  test("keep a word together with what a no-break space joins to it", () => {
    expect(lines("Pourquoi\u00a0? Parce que", 10)).toEqual(["Pourquoi\u00a0?", "Parce que"]);
  });

  test("break paths and addresses after their separators", () => {
    expect(lines("src/studio/cards/paragraph.ts", 18)).toEqual(["src/studio/", "cards/paragraph.ts"]);
    expect(lines("a-very-long-repository-name", 16)).toEqual(["a-very-long-", "repository-name"]);
  });

  test("do not break short words with a hyphen or a slash", () => {
    expect(lines("input and/or output", 11)).toEqual(["input", "and/or", "output"]);
  });

  test("of Japanese break between phrases, and never before a stop or after a bracket", () => {
    expect(lines("東京都に行きました。", 6, "ja")).toEqual(["東京都に", "行きました。"]);
    for (let width = 8; width < 14; width += 1) {
      for (const line of lines("これは「コード」です、はい。", width, "ja") ?? []) {
        expect(line).not.toMatch(/^[、。」]|「$/u);
      }
    }
  });

  test("do not exist if a word is too wide for them", () => {
    expect(lines("a Donaudampfschiff", 10)).toBeUndefined();
  });
});

describe("As a last resort,", () => {
  test("a long word is broken with a hyphen between syllables", () => {
    const paragraph = shape("Donaudampfschiff");
    const ranges = paragraph.break(5.5, true) ?? [];
    expect(ranges.map((range) => letters(paragraph.line(range)))).toEqual(["Donaudampf-", "schiff"]);
  });

  test("an identifier is broken at its humps, without a hyphen", () => {
    expect(breakAt(shape("useIncrementalRegeneration"), 16, true)).toEqual([
      "useIncremental",
      "Regeneration",
    ]);
  });

  test("anything else is broken anywhere, and nothing is lost", () => {
    const broken = breakAt(shape("x".repeat(100)), 7, true) ?? [];
    expect(broken.join("")).toBe("x".repeat(100));
    expect(Math.max(...broken.map((line) => line.length))).toBeLessThanOrEqual(7);
  });
});

describe("From right to left,", () => {
  test("Hebrew is drawn with its first letter at the right", () => {
    expect(visual(shape("שלום", "he", true))).toBe("םולש");
  });

  test("a name in Latin letters and a number keep their order", () => {
    expect(visual(shape("שלום Atlas 2.4 טוב", "he", true))).toBe("בוט Atlas 2.4 םולש");
  });

  test("a stop comes after the last word, at the left", () => {
    expect(visual(shape("שלום.", "he", true))).toBe(".םולש");
  });

  test("a quotation in an English sentence runs the other way", () => {
    expect(visual(shape("Say שלום now", "en"))).toBe("Say םולש now");
  });
});

test("a glyph knows the phrase that it belongs to", () => {
  const paragraph = shape([
    { text: "ab ", phrase: 3 },
    { text: "cd", phrase: 4 },
  ]);
  expect(paragraph.whole().glyphs.map(({ phrase }) => phrase)).toEqual([3, 3, 3, 4, 4]);
});
