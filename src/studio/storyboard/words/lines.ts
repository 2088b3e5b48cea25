import { joinPhrases } from "../storyboard.ts";
import { costOfEnd } from "./phrases.ts";
import { smallWordsOf } from "./small-words.ts";
import { lineWidth, textWidth } from "./text-width.ts";
import { smallestParts, splitTokens } from "./tokens.ts";

/** Returns a phrase as one line, or as two lines of similar length. */
export function toLines(phrase: string, language: string): readonly string[] {
  if (textWidth(phrase) <= lineWidth) return [phrase];
  const tokens = splitTokens(phrase, language);
  const words = smallWordsOf(language);
  let best: { lines: readonly string[]; cost: number } | undefined;
  for (const [index, token] of tokens.slice(0, -1).entries()) {
    const lines = [joinPhrases(tokens.slice(0, index + 1)), joinPhrases(tokens.slice(index + 1))] as const;
    const [first, second] = [textWidth(lines[0]), textWidth(lines[1])];
    if (Math.max(first, second) > lineWidth) continue;
    const unevenness = Math.abs(first - second) / lineWidth;
    const cost = 2 * unevenness + costOfEnd(token, tokens[index + 1], words);
    if (best === undefined || cost < best.cost) best = { lines, cost };
  }
  return best?.lines ?? fillFirstLine(phrase);
}

// A part of a long word can be a phrase that has no other place for a line break.
function fillFirstLine(phrase: string): readonly string[] {
  let [end, width] = [0, 0];
  for (const part of smallestParts(phrase)) {
    if (width + part.width > lineWidth) break;
    width += part.width;
    end += part.text.length;
  }
  return [phrase.slice(0, end).trim(), phrase.slice(end).trim()];
}
