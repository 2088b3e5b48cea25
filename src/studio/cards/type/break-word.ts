import type { Measure } from "./break-lines.ts";
import type { Token } from "./break-points.ts";
import type { Run } from "./shape-text.ts";

// Words of these scripts are hyphenated; identifiers and the words of other scripts are just broken.
const word = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]+[\p{P}]*$/u;
const camelCase = /\p{Ll}\p{Lu}/u;
const leastLetters = 4;
// A syllable usually begins with one consonant.
const vowels = "aeiouyäöüàáâãåæèéêëìíîïòóôõøùúûýœаеёиоуыэюяαειουηω";
const syllable = new RegExp(`^[^${vowels}][${vowels}]`, "i");

export interface WordContext {
  readonly text: string;
  readonly runs: readonly Run[];
  readonly measure: Measure;
  /** The width of a line, and of a hyphen. */
  readonly width: number;
  readonly hyphen: number;
}

/**
 * Breaks a token that is wider than a line: between syllables or the parts of an identifier, else anywhere.
 */
export function breakWord({ start, end }: Token, context: WordContext): Token[] {
  const { text, runs, measure, width, hyphen } = context;
  const clusters = runs.flatMap((run) => run.glyphs.map(({ cluster }) => cluster));
  const inside = [...new Set(clusters.filter((at) => at > start && at < end))].sort((a, b) => a - b);
  const content = text.slice(start, end);
  const isWord = word.test(content) && !camelCase.test(content);
  const isGood = (at: number) => (isWord ? isSyllable(at) : camelCase.test(text.slice(at - 1, at + 1)));
  const tokens = toTokens(start, inside.filter(isGood), end);
  return tokens.flatMap((token) => {
    if (measure(token.start, token.end) + (token.hyphen ?? 0) <= width) return [token];
    return toTokens(
      token.start,
      inside.filter((at) => at > token.start && at < token.end),
      token.end,
    );
  });

  function isSyllable(at: number): boolean {
    return at - start >= leastLetters && end - at >= leastLetters && syllable.test(text.slice(at));
  }

  function toTokens(from: number, breaks: readonly number[], to: number): Token[] {
    return [from, ...breaks].map((at, index) => {
      const next = breaks[index] ?? to;
      return next === end || !isWord ? { start: at, end: next } : { start: at, end: next, hyphen };
    });
  }
}
