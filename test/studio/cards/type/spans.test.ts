import { describe, expect, test } from "vitest";
import { keepDrawable, readable, toSpans } from "../../../../src/studio/cards/type/spans.ts";
import { phrases } from "../../../support/studio/cards.ts";
import { fakeFonts } from "../../../support/studio/fake-font.ts";

// They have Latin, Hebrew and Japanese letters.
const fonts = fakeFonts();
const contextOf = (language: string) => ({ fonts, language, isRightToLeft: false });
const spansOf = (texts: string[], language = "en") => toSpans(phrases(...texts), 0, contextOf(language));
const codeIn = (text: string) => spansOf([text]).flatMap((span) => (span.isCode ? [span.text] : []));

describe("Phrases", () => {
  test("are joined by a space that belongs to the phrase before it", () => {
    expect(spansOf(["One", "two"]).map(({ text, phrase }) => `${phrase}${text}`)).toEqual([
      "0One",
      "0 ",
      "1two",
    ]);
  });

  test("are joined without a space where they are attached", () => {
    const attached = phrases("こんにちは、", "世界。").map((phrase) => ({ ...phrase, attached: true }));
    const spans = toSpans(attached, 0, contextOf("ja"));
    expect(spans.map(({ text }) => text).join("")).toBe("こんにちは、世界。");
  });

  test("of French keep its stops with the word before them", () => {
    expect(spansOf(["Pourquoi ? « Parce que » : voilà !"], "fr")[0]?.text).toBe(
      "Pourquoi\u00a0? «\u00a0Parce que\u00a0»\u00a0: voilà\u00a0!",
    );
  });

  test("keep a number and its unit together", () => {
    expect(spansOf(["40 % of 12 MB"])[0]?.text).toBe("40\u00a0% of 12\u00a0MB");
  });
});

describe("Code in a sentence", () => {
  test.each([
    ["words between backticks", "Run `npx atlas` now", ["npx atlas"]],
    ["options", "With --dry-run, nothing is written", ["--dry-run"]],
    ["calls", "Call build() first", ["build()"]],
    ["names with underscores or humps", "Set max_size and useAtlas", ["max_size", "useAtlas"]],
    [
      "files and paths",
      "See atlas.config.ts, src/index.ts and /etc/hosts.",
      ["atlas.config.ts", "src/index.ts", "/etc/hosts"],
    ],
  ])("is %s", (_, text, code) => {
    expect(codeIn(text)).toEqual(code);
  });

  test.each([
    "Input and/or output",
    "On macOS and iPhone",
    "Well-known GitHub",
    "Node.js and Vue.js",
    "Version 2.4.1",
    "owner/name",
    "24/7",
  ])("is nothing of %s", (text) => {
    expect(codeIn(text)).toEqual([]);
  });
});

describe("Text that no font has", () => {
  test("is left out word by word", () => {
    expect(keepDrawable("Say привет to us", "text", fonts)).toBe("Say to us");
  });

  test("is left out letter by letter in scripts without spaces", () => {
    expect(keepDrawable("日本\u{2a6d6}語", "text", fonts)).toBe("日本語");
  });

  test("leaves a word that an emoji was attached to", () => {
    expect(keepDrawable("Released🎉 today", "text", fonts)).toBe("Released today");
  });

  test("makes a sentence unreadable if too much of it is missing", () => {
    expect(readable("Say привет to us all today", "text", fonts)).toBe("");
    expect(readable("One мир among many, many other words", "text", fonts)).toBe(
      "One among many, many other words",
    );
  });
});
