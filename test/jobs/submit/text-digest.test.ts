import { describe, expect, test } from "vitest";
import {
  compareTexts,
  compareToDigest,
  digestText,
  type TextSimilarity,
} from "../../../src/jobs/submit/text-digest.ts";

const sent = "Tell what is new in Café 2.0:\n\n- a “dark” mode & faster starts\n- ½ the size";

/** What a provider may show of it. */
const shown: readonly (readonly [what: string, text: string, likeness: TextSimilarity])[] = [
  ["as it was sent", sent, "same"],
  ["with blanks around it", `\n  ${sent}\t\n`, "same"],
  ["in one line", sent.replaceAll(/\s+/g, " "), "same"],
  ["with the line ends of Windows", sent.replaceAll("\n", "\r\n"), "same"],
  ["with hard spaces", sent.replaceAll(" ", "\u00a0"), "same"],
  ["with lines that are trimmed and doubled", sent.replaceAll("\n", "  \n\n  "), "same"],
  ["with its accents apart (NFD)", sent.normalize("NFD"), "same"],
  ["in forms of compatibility (NFKC)", sent.normalize("NFKC"), "same"],
  ["with entities by name", sent.replace("&", "&amp;").replace("“", "&ldquo;"), "same"],
  ["with entities by number", sent.replace("é", "&#233;").replace("½", "&#xBD;"), "same"],
  ["escaped twice", sent.replace("&", "&amp;amp;"), "same"],
  ["with straight quotation marks", sent.replaceAll(/[“”]/g, '"'), "similar"],
  ["without its accents", sent.replace("é", "e"), "similar"],
  ["without its punctuation", sent.replaceAll(/[^\p{L}\p{N}\s½]/gu, ""), "similar"],
  ["without its marks of a list", sent.replaceAll("- ", "• "), "similar"],
  ["in small letters", sent.toLowerCase(), "similar"],
  ["as HTML", `<p>${sent.replaceAll("\n", "<br>")}</p>`, "similar"],
  ["with characters that nobody sees", sent.replaceAll(" ", " \u200b"), "similar"],
  ["cut off", `${sent.slice(0, 40)}…`, "similar"],
  ["without its first line", sent.split("\n").slice(2).join("\n"), "similar"],
  ["within a larger text", `Video brief: ${sent}\nOrientation: landscape`, "similar"],
  ["with another number", sent.replace("2.0", "2.1"), "other"],
  ["with a word more in the middle", sent.replace("dark", "very dark"), "other"],
  ["a few letters of it", "Tell what", "other"],
  ["another text", "A short welcome", "other"],
  ["nothing", "", "other"],
];

describe("a text that a provider shows", () => {
  test.each(shown)("%s is told from others", (_, text, likeness) => {
    expect([compareTexts(text, sent), compareTexts(sent, text)]).toEqual([likeness, likeness]);
  });

  // A mark knows no parts.
  const parts = ["cut off", "without its first line", "within a larger text"];
  test.each(shown)("%s is told from others by the mark of what was sent", (what, text, likeness) => {
    expect(compareToDigest(text, digestText(sent))).toBe(parts.includes(what) ? "other" : likeness);
  });

  test("of two short ones neither is a part of the other", () => {
    expect(compareTexts("A tour", "A tour of the house")).toBe("other");
  });

  test("of signs alone is told from others", () => {
    expect([compareTexts("🎬", "🎬"), compareTexts("🎬", "🎥"), compareTexts("🎬", "A film")]).toEqual([
      "same",
      "similar",
      "other",
    ]);
  });
});

test("a mark is 16 hexadecimal digits, by which nobody learns the text", () => {
  expect(digestText(sent)).toMatch(/^[0-9a-f]{16}$/);
  expect(digestText(`${sent} `)).toBe(digestText(sent));
});
