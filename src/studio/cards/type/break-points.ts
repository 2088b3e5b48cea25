import { unspacedLetters } from "./letters.ts";

/** A piece of text that is not broken, unless it does not fit on a line of its own. */
export interface Token {
  readonly start: number;
  /** The end without the space behind it. */
  readonly end: number;
  /** The width of the hyphen, in ems, if a line that ends here breaks a word. */
  readonly hyphen?: number;
}

// Kinsoku: what must not begin a line, and what must not end one.
const neverFirst =
  /^[\p{Pe}\p{Pf}\p{Lm}、。，．・：；？！…‥ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々〻％‰℃,.!?:;%)\]}’”]/u;
const neverLast = /[\p{Ps}\p{Pi}￥＄£＠＃([{‘“]$/u;
// Long paths and identifiers break after these.
const insideIdentifier = /(?<=[/_.\-=&?#:,@])(?=[\p{L}\p{N}])/u;
const shortest = 4;

/** Returns the tokens of a text between which a line may break. */
export function findTokens(text: string, language: string): Token[] {
  const tokens: Token[] = [];
  for (const word of text.matchAll(/[^ ]+/g)) {
    const pieces = breakWord(word[0], language);
    let start = word.index;
    for (const piece of pieces) {
      const end = start + piece.length;
      tokens.push({ start, end });
      start = end;
    }
  }
  return tokens;
}

function breakWord(word: string, language: string): string[] {
  if (unspacedLetters.test(word)) return breakSpaceless(word, language);
  // "well-known" and "2024/25" stay whole; "src/studio/cards/index.ts" and a long compound with hyphens need
  // not.
  return join(
    word.split(insideIdentifier),
    (line, piece) => line.length < shortest || piece.length < shortest,
  );
}

function breakSpaceless(word: string, language: string): string[] {
  const segments = new Intl.Segmenter(language, { granularity: "word" }).segment(word);
  const words = [...segments].map(({ segment }) => segment);
  return join(
    words,
    (line, piece) =>
      neverFirst.test(piece) || neverLast.test(line) || isLatin(line, piece) || isEnding(line, piece),
  );
}

// Japanese particles and endings are in hiragana, and follow the word that they belong to.
const hiragana = /^\p{Script=Hiragana}+$/u;
const longestWithEnding = 10;
const isEnding = (line: string, piece: string) =>
  hiragana.test(piece) && line.length + piece.length <= longestWithEnding && /[\p{L}\p{N}ー]$/u.test(line);

const endsLatin = /[\p{Script=Latin}\p{N}._/-]$/u;
const startsLatin = /^[\p{Script=Latin}\p{N}._/-]/u;
const isLatin = (line: string, piece: string) => endsLatin.test(line) && startsLatin.test(piece);

/** Joins neighbors for which `belong` returns true. */
function join(pieces: readonly string[], belong: (before: string, piece: string) => boolean): string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (before !== undefined && belong(before, piece)) joined[joined.length - 1] = before + piece;
    else joined.push(piece);
  }
  return joined;
}
