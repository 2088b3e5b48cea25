import { describe, expect, test } from "vitest";
import {
  compareTexts,
  compareToDigest,
  digestText,
  type TextSimilarity,
} from "../../../src/jobs/submit/text-digest.ts";

const sent = "Tell what is new in Café 2.0:\n\n- a “dark” mode & faster starts\n- ½ the size";

/** How a provider may return the text, and how similar that counts. */
const returned: readonly (readonly [change: string, text: string, similarity: TextSimilarity])[] = [
  ["as it was sent", sent, "same"],
  ["with white space around it", `\n  ${sent}\t\n`, "same"],
  ["on one line", sent.replaceAll(/\s+/g, " "), "same"],
  ["with Windows line endings", sent.replaceAll("\n", "\r\n"), "same"],
  ["with no-break spaces", sent.replaceAll(" ", "\u00a0"), "same"],
  ["with trailing spaces and blank lines", sent.replaceAll("\n", "  \n\n  "), "same"],
  ["with decomposed accents (NFD)", sent.normalize("NFD"), "same"],
  ["in compatibility form (NFKC)", sent.normalize("NFKC"), "same"],
  ["with named entities", sent.replace("&", "&amp;").replace("“", "&ldquo;"), "same"],
  ["with numeric entities", sent.replace("é", "&#233;").replace("½", "&#xBD;"), "same"],
  ["escaped twice", sent.replace("&", "&amp;amp;"), "same"],
  ["with straight quotation marks", sent.replaceAll(/[“”]/g, '"'), "similar"],
  ["without its accents", sent.replace("é", "e"), "similar"],
  ["without its punctuation", sent.replaceAll(/[^\p{L}\p{N}\s½]/gu, ""), "similar"],
  ["with other list bullets", sent.replaceAll("- ", "• "), "similar"],
  ["in lower case", sent.toLowerCase(), "similar"],
  ["as HTML", `<p>${sent.replaceAll("\n", "<br>")}</p>`, "similar"],
  ["with zero-width spaces", sent.replaceAll(" ", " \u200b"), "similar"],
  ["truncated", `${sent.slice(0, 40)}…`, "similar"],
  ["without its first line", sent.split("\n").slice(2).join("\n"), "similar"],
  ["within a larger text", `Video brief: ${sent}\nOrientation: landscape`, "similar"],
  ["with another number", sent.replace("2.0", "2.1"), "other"],
  ["with an extra word in the middle", sent.replace("dark", "very dark"), "other"],
  ["only its first words", "Tell what", "other"],
  ["another text", "A short welcome", "other"],
  ["an empty text", "", "other"],
];

describe("a text that the provider returns", () => {
  test.each(returned)("%s is classified as the same, a similar or another text", (_, text, similarity) => {
    expect([compareTexts(text, sent), compareTexts(sent, text)]).toEqual([similarity, similarity]);
  });

  // A digest cannot recognize a part of a text.
  const partial = ["truncated", "without its first line", "within a larger text"];
  test.each(returned)("%s is classified by the digest of the sent text", (change, text, similarity) => {
    expect(compareToDigest(text, digestText(sent))).toBe(partial.includes(change) ? "other" : similarity);
  });

  test("that is short does not count as part of a longer one", () => {
    expect(compareTexts("A tour", "A tour of the house")).toBe("other");
  });

  test("of symbols only is classified as well", () => {
    expect([compareTexts("🎬", "🎬"), compareTexts("🎬", "🎥"), compareTexts("🎬", "A film")]).toEqual([
      "same",
      "similar",
      "other",
    ]);
  });
});

test("a digest is 16 hexadecimal digits and ignores white space at the end", () => {
  expect(digestText(sent)).toMatch(/^[0-9a-f]{16}$/);
  expect(digestText(`${sent} `)).toBe(digestText(sent));
});
