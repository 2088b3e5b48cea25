import { segmenterOf, type TextPart } from "./sentences.ts";
import { characterWidth, lineWidth, textWidth } from "./text-width.ts";

/** What no line break divides: a word with its punctuation. */
export type Token = TextPart & { readonly width: number };

const languagesWithoutSpaces = new Set(["ja", "zh", "th", "lo", "km", "my"]);
const scriptWithoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
// What no line begins with, and what none ends with.
const closing = /^[\p{Pe}\p{Pf}\p{Po}\p{Sk}ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〜~%‰°…–—-]+$/u;
const opening = /^[\p{Ps}\p{Pi}¿¡]+$/u;
const openingSlash = /^[#@&*/\\]+$/;

/** Splits a sentence into tokens, none wider than a line. */
export function splitTokens(sentence: string, language: string): Token[] {
  const words = sentence.split(" ").filter((word) => word !== "");
  const parts = words.flatMap((word): TextPart[] =>
    scriptWithoutSpaces.test(word) ? splitWord(word, language) : [{ text: word, attached: false }],
  );
  return joinPunctuation(parts).flatMap(splitLongToken);
}

function splitWord(word: string, language: string): TextPart[] {
  const segmenter = segmenterOf(languagesWithoutSpaces.has(language) ? language : "ja", "word");
  return Array.from(segmenter.segment(word), ({ segment, index }) => ({
    text: segment,
    attached: index > 0,
  }));
}

/** Joins punctuation with the word that it belongs to, also where French writes a space between them. */
function joinPunctuation(parts: readonly TextPart[]): TextPart[] {
  const tokens: TextPart[] = [];
  let [isOpen, width] = [false, 0];
  for (const part of parts) {
    const last = tokens.at(-1);
    const isClosing = closing.test(part.text) && !(openingSlash.test(part.text) && !part.attached);
    const joined = width + textWidth(part.text) + 1;
    if (last !== undefined && (isClosing || isOpen) && joined <= lineWidth) {
      tokens.pop();
      tokens.push({ text: `${last.text}${part.attached ? "" : " "}${part.text}`, attached: last.attached });
      width = joined;
    } else {
      tokens.push(part);
      width = textWidth(part.text);
    }
    isOpen = opening.test(part.text);
  }
  return tokens;
}

// Where a long word is divided: after the signs of paths and names.
const divider = /[/\\._\-–:;,?&=+#@|\u00a0\u202f]/;

function splitLongToken(token: TextPart): Token[] {
  const width = textWidth(token.text);
  if (width <= lineWidth) return [{ ...token, width }];
  const pieces: Token[] = [];
  let [piece, pieceWidth, cut] = ["", 0, 0];
  const push = (end: number) => {
    const text = piece.slice(0, end);
    pieces.push({ text, attached: pieces.length > 0 || token.attached, width: textWidth(text) });
    piece = piece.slice(end);
    pieceWidth = textWidth(piece);
    cut = 0;
  };
  for (const { text, width: partWidth } of smallestParts(token.text)) {
    if (pieceWidth + partWidth > lineWidth) push(cut > piece.length / 2 ? cut : piece.length);
    piece += text;
    pieceWidth += partWidth;
    if (divider.test(text)) cut = piece.length;
  }
  push(piece.length);
  return pieces.flatMap(withoutOuterSpaces);
}

// A base character may have any number of marks.
const maxGraphemeWidth = 12;

/** Splits a text into what a reader sees as characters; one with very many marks is divided. */
export function smallestParts(text: string): { text: string; width: number }[] {
  return Array.from(segmenterOf("en", "grapheme").segment(text)).flatMap(({ segment }) => {
    const width = textWidth(segment);
    if (width <= maxGraphemeWidth) return [{ text: segment, width }];
    return Array.from(segment, (character) => ({ text: character, width: characterWidth(character) }));
  });
}

function withoutOuterSpaces(token: Token, index: number, tokens: readonly Token[]): Token[] {
  const text = token.text.trim();
  const isAfterSpace = /^\s/.test(token.text) || /\s$/.test(tokens[index - 1]?.text ?? "");
  const attached = token.attached && !isAfterSpace;
  return text === "" ? [] : [{ text, attached, width: textWidth(text) }];
}
