import { joinPhrases } from "../storyboard.ts";
import type { TextPart } from "./sentences.ts";
import { type SmallWords, smallWordsOf } from "./small-words.ts";
import { lineWidth } from "./text-width.ts";
import { splitTokens, type Token } from "./tokens.ts";

/**
 * Splits a sentence into phrases that fit into the two lines of a caption, after punctuation if possible, and
 * never between an article or a preposition and its word.
 */
export function splitPhrases({ text, attached }: TextPart, language: string): TextPart[] {
  const tokens = splitTokens(text, language);
  const starts = chooseStarts(tokens, smallWordsOf(language));
  return starts.map((start, index) => ({
    text: joinPhrases(tokens.slice(start, starts[index + 1])),
    attached: index === 0 ? attached : (tokens[start]?.attached ?? false),
  }));
}

/** Returns where each phrase starts, so that the sum of all costs is the least. */
function chooseStarts(tokens: readonly Token[], words: SmallWords): number[] {
  const endCosts = tokens.map((token, index) => costOfEnd(token, tokens[index + 1], words));
  // The least cost of the tokens from each one on, and where the phrase that begins there ends.
  const costs = new Array<number>(tokens.length + 1).fill(0);
  const ends = new Array<number>(tokens.length).fill(0);
  for (let start = tokens.length - 1; start >= 0; start -= 1) {
    costs[start] = Number.POSITIVE_INFINITY;
    for (const { end, width } of phrasesFrom(tokens, start)) {
      const cost = costOfWidth(width) + (endCosts[end - 1] ?? 0) + (costs[end] ?? 0);
      if (cost >= (costs[start] ?? 0)) continue;
      costs[start] = cost;
      ends[start] = end;
    }
  }
  const starts: number[] = [];
  for (let start = 0; start < tokens.length; start = ends[start] ?? tokens.length) starts.push(start);
  return starts;
}

/** Yields every end of a phrase that starts at a token and fits into two lines. */
function* phrasesFrom(tokens: readonly Token[], start: number): Generator<{ end: number; width: number }> {
  let [lines, line, width] = [1, 0, 0];
  for (let index = start; index < tokens.length; index += 1) {
    const token = tokens[index] ?? { attached: false, width: 0 };
    const space = token.attached || line === 0 ? 0 : 1;
    if (line + space + token.width > lineWidth) {
      if (lines === 2) return;
      lines = 2;
      line = token.width;
    } else {
      line += space + token.width;
    }
    width += space + token.width;
    yield { end: index + 1, width };
  }
}

// A phrase of a few characters flickers, and each additional phrase needs a reason.
function costOfWidth(width: number): number {
  const empty = Math.max(0, 1 - width / (2 * lineWidth));
  return 0.8 + empty ** 2 + (width < 16 ? 1 : 0);
}

const quotes = "[\\p{Pe}\\p{Pf}\"']*$";
const stop = new RegExp(`[.!?;:…。．！？；：।؟؛—–]${quotes}`, "u");
const comma = new RegExp(`[,،，、]${quotes}`, "u");
const separate = 30;

export function costOfEnd(token: Token, next: Token | undefined, { leading, joining }: SmallWords): number {
  if (next === undefined || stop.test(token.text)) return 0;
  if (comma.test(token.text)) return 0.1;
  if (opensGroup(next.text)) return 0.3;
  if (leading.has(bareWord(token.text)) || endsWithNumber(token, next)) return separate;
  if (joining.has(bareWord(token.text))) return separate / 2;
  if (joining.has(bareWord(next.text))) return 0.5;
  if (next.attached) return isInsideWord(token, next) ? 3 : costWithoutSpaces(token, next);
  return leading.has(bareWord(next.text)) ? 0.8 : 1.1;
}

const opensGroup = (text: string) => /^[\p{Ps}«“„]/u.test(text);

function bareWord(text: string): string {
  return text.toLowerCase().replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, "");
}

/** Whether a number and its unit, or two parts of a number, are divided. */
function endsWithNumber(token: Token, next: Token): boolean {
  return (
    /^[\p{Sc}~≈<>=≤≥±]?\d[\d.,]*$/u.test(token.text) && /^(?:\d|[\p{L}%°‰€]{1,3}(?!\p{L}))/u.test(next.text)
  );
}

function isInsideWord(token: Token, next: Token): boolean {
  return /[\p{Script=Latin}\p{N}]$/u.test(token.text) && /^[\p{Script=Latin}\p{N}]/u.test(next.text);
}

// In Japanese, a part of a sentence begins with a content word after particles in hiragana.
function costWithoutSpaces(token: Token, next: Token): number {
  const beginsWord = /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}\p{N}]/u.test(next.text);
  if (/\p{Script=Hiragana}$/u.test(token.text)) return beginsWord ? 0.8 : 2.5;
  return /^\p{Script=Hiragana}/u.test(next.text) ? 3 : 1.4;
}
