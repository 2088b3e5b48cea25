import type { Token } from "./break-points.ts";
import type { Run } from "./shape-text.ts";

// Words of these scripts are hyphenated; identifiers and the words of other scripts are just broken.
const word = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]+[\p{P}]*$/u;
const camelCase = /\p{Ll}\p{Lu}/u;
const leastLetters = 4;
// A syllable usually begins with one consonant.
const syllable =
  /^[^aeiouyäöüàáâãåæèéêëìíîïòóôõøùúûýœаеёиоуыэюяαειουηω][aeiouyäöüàáâãåæèéêëìíîïòóôõøùúûýœаеёиоуыэюяαειουηω]/i;

/** Breaks a token that is wider than a line between any two clusters, as a last resort. `hyphen` is its width. */
export function breakWord(text: string, token: Token, runs: readonly Run[], hyphen: number): Token[] {
  const { start, end } = token;
  const clusters = runs.flatMap((run) => run.glyphs.map(({ cluster }) => cluster));
  const starts = [...new Set(clusters.filter((cluster) => cluster >= start && cluster < end))].sort(
    (a, b) => a - b,
  );
  const content = text.slice(start, end);
  const isWord = word.test(content) && !camelCase.test(content);
  const syllables = starts.filter(
    (at) => at - start >= leastLetters && end - at >= leastLetters && syllable.test(text.slice(at)),
  );
  const breaks = isWord ? [start, ...syllables] : starts;
  return breaks.map((from, index) => {
    const to = breaks[index + 1];
    return to === undefined || !isWord ? { start: from, end: to ?? end } : { start: from, end: to, hyphen };
  });
}
