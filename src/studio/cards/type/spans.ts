import type { Phrase } from "../../storyboard/storyboard.ts";
import type { FontSet, Role } from "../fonts/font-set.ts";
import { cleanText } from "./clean.ts";
import type { Span } from "./paragraph.ts";
import { findMissing, type TypeContext } from "./shape-text.ts";

const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
const letter = /\p{L}/u;

/**
 * Returns text without what no font has. A missing letter takes its whole word with it, because the rest of a
 * word would only confuse.
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

// A sentence that has lost more of its letters can't be understood.
const mostLost = 0.2;

/** Returns text without what no font has; nothing if so much is missing that it can't be understood. */
export function readable(text: string, role: Role, fonts: FontSet): string {
  const rest = keepDrawable(text, role, fonts);
  const letters = countLetters(text);
  return letters - countLetters(rest) > mostLost * letters ? "" : rest;
}

const countLetters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

/**
 * Returns the phrases of a paragraph as clean spans with the spaces between them. `first` numbers the first
 * phrase.
 */
export function toSpans(phrases: readonly Phrase[], first: number, { fonts, language }: TypeContext): Span[] {
  const spans: Span[] = [];
  for (const [index, phrase] of phrases.entries()) {
    const text = keepDrawable(setSpaces(cleanText(phrase.text), language), "display", fonts);
    if (text === "") continue;
    const last = spans.at(-1);
    if (last !== undefined && !phrase.attached) spans.push({ text: " ", phrase: last.phrase });
    spans.push(...splitCode(text).map((part) => ({ ...part, phrase: first + index })));
  }
  return spans;
}

/** Joins what must not be divided: a number and its unit, and a word and the stops that French sets off. */
function setSpaces(text: string, language: string): string {
  const joined = text.replace(/(\p{N}) (?=[%‰€$£°]|[kMGT]?B\b|ms\b|fps\b)/gu, "$1\u00a0");
  return language === "fr" ? joined.replace(/ (?=[:;!?»%])|(?<=«) /g, "\u00a0") : joined;
}

const endings = "[cm]?[jt]sx?|json|ya?ml|toml|mdx?|py|go|rs|rb|java|sh|css|html|txt|xml|lock";
// Between backticks, or what can only be code: an option, a call, names with underscores or humps, a file or
// a path.
const code = new RegExp(
  [
    "(`[^`]+`",
    "(?<![\\w/.-])(?:--[a-z][\\w-]+",
    "[\\w.]+\\(\\)",
    "[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+",
    "[a-z]{2,}[A-Z][a-z]+\\w*",
    `(?:\\.{0,2}/)?(?:[\\w@-][\\w.@-]*/)*[\\w-]+(?:\\.[\\w-]+)*\\.(?:${endings})`,
    "\\.{0,2}(?:/[\\w.@-]*[\\w@-]){2,}/?)(?![\\w/-]))",
  ].join("|"),
);

// "Node.js" is the name of a product, and "node.js" that of a file.
const product = /^\p{Lu}\w*\.js$/u;

function splitCode(text: string): Pick<Span, "text" | "isCode">[] {
  return text
    .split(code)
    .map((part, index) => ({
      text: part.replace(/^`([^`]+)`$/, "$1"),
      isCode: index % 2 === 1 && !product.test(part),
    }))
    .filter((part) => part.text !== "");
}
