import type { Measure } from "./break-lines.ts";
import type { Token } from "./break-points.ts";
import type { Run } from "./shape-text.ts";

// Words of these scripts are hyphenated; identifiers and the words of other scripts are just broken.
const word = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]+[\p{P}]*$/u;
const camelCase = /\p{Ll}\p{Lu}/u;
const leastLetters = 4;
// A syllable usually begins with one consonant.
const vowels = "aeiouyäöüàáâãåæèéêëìíîïòóôõøùúûýœаеёиоуыэюяαειουηω";
const syllable = new RegExp(`^(?:sch|ch|ph|th|sh|qu|[^${vowels}])[${vowels}]`, "i");

// Letters that are one sound.
const sounds = ["sch", "ch", "ph", "th", "sh", "qu"];

/** Whether a break would divide letters that are one sound. */
function isInSound(text: string, at: number): boolean {
  return sounds.some((sound) => {
    const found = text.slice(at - sound.length + 1, at + sound.length - 1).indexOf(sound);
    return found !== -1;
  });
}

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
    const isInside = at - start >= leastLetters && end - at >= leastLetters;
    return isInside && syllable.test(text.slice(at)) && !isInSound(text, at);
  }

  function toTokens(from: number, breaks: readonly number[], to: number): Token[] {
    return [from, ...breaks].map((at, index) => {
      const next = breaks[index] ?? to;
      return next === end || !isWord ? { start: at, end: next } : { start: at, end: next, hyphen };
    });
  }
}
