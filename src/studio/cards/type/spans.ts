import type { Phrase } from "../../storyboard/storyboard.ts";
import type { FontSet, Role } from "../fonts/font-set.ts";
import { cleanText } from "./clean.ts";
import type { Span } from "./paragraph.ts";
import { findMissing } from "./shape-text.ts";

const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
const letter = /\p{L}/u;

/**
 * Returns text without what no font has. A missing letter takes its whole word with it, because the rest of a word
 * would only confuse.
 */
export function keepDrawable(text: string, role: Role, fonts: FontSet): string {
  const missing = findMissing(text, role, fonts);
  if (missing.length === 0) return text;
  const words = text.split(" ").map((word) => {
    const lost = findMissing(word, role, fonts).map(({ grapheme }) => grapheme);
    if (lost.some((grapheme) => letter.test(grapheme) && !spaceless.test(grapheme))) return "";
    return lost.reduce((rest, grapheme) => rest.replaceAll(grapheme, ""), word);
  });
  return words.filter((word) => word !== "").join(" ");
}

/** Returns the phrases of a paragraph as clean spans with the spaces between them. `first` numbers the first phrase. */
export function toSpans(phrases: readonly Phrase[], first: number, fonts: FontSet, language: string): Span[] {
  const spans: Span[] = [];
  for (const [index, phrase] of phrases.entries()) {
    const text = keepDrawable(setSpaces(cleanText(phrase.text), language), "display", fonts);
    if (text === "") continue;
    const last = spans.at(-1);
    if (last !== undefined && !spaceless.test(last.text.slice(-1)) && !spaceless.test(text.slice(0, 1))) {
      spans.push({ text: " ", phrase: last.phrase });
    }
    spans.push(...splitCode(text).map((part) => ({ ...part, phrase: first + index })));
  }
  return spans;
}

/** French puts a space before some stops, which must not begin a line. */
function setSpaces(text: string, language: string): string {
  const joined = text.replace(/(\p{N}) (?=[%€$£°]|[kMGT]?B\b|ms\b|fps\b)/gu, "$1\u00a0");
  return language === "fr" ? joined.replace(/ (?=[:;!?»%])|(?<=«) /g, "\u00a0") : joined;
}

/** Words between backticks are code. */
function splitCode(text: string): Pick<Span, "text" | "isCode">[] {
  return text
    .split(/(`[^`]+`)/)
    .filter((part) => part !== "")
    .map((part) => (/^`[^`]+`$/.test(part) ? { text: part.slice(1, -1), isCode: true } : { text: part }));
}
