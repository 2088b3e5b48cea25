import { describe, expect, test } from "vitest";
import { cleanLine, cleanText } from "../../../../src/studio/cards/type/clean.ts";

describe("Cleaned text", () => {
  test.each([
    ["control characters and NUL", "a\0b\u001b[0mc\u0085d", "ab[0mcd"],
    ["lone surrogates", "a\ud800b\udc00", "ab"],
    ["directions: overrides, embeddings, isolates and marks", "a\u202eb\u202cc\u2066d\u2069\u200fe", "abcde"],
    ["invisible characters: soft hyphens, zero-width spaces, tags", "a\u00adb\u200bc\u{e0041}d", "abcd"],
    ["code points that are no characters, and private ones", "a\uffffb\ue000c\u{10ffff}", "abc"],
  ])("has no %s", (_, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  test("has at most three marks on a letter", () => {
    expect(cleanText(`Z${"\u0300\u0316\u0327".repeat(20)}algo`).match(/\p{M}/gu)).toHaveLength(3);
  });

  test("keeps what joins letters and emoji", () => {
    expect(cleanText("می‌خواهم 👩‍💻")).toBe("می‌خواهم 👩‍💻");
  });

  test("is composed, so that a font has the letter", () => {
    expect(cleanText("u\u0308")).toBe("ü");
  });

  test("is one line with single spaces, and keeps no-break spaces", () => {
    expect(cleanText("  one \n\t two\u00a0three\u202f! ")).toBe("one two\u00a0three\u00a0!");
  });
});

test("a cleaned line of code keeps its spaces, and has spaces for tabs", () => {
  expect(cleanLine("\tif (a)  {\0")).toBe("  if (a)  {");
});
