import { joinPhrases } from "../storyboard.ts";
import { costOfEnd } from "./phrases.ts";
import { smallWordsOf } from "./small-words.ts";
import { lineWidth, textWidth } from "./text-width.ts";
import { splitTokens } from "./tokens.ts";

/** Returns a phrase as one line, or as two lines of similar length. */
export function toLines(phrase: string, language: string): string[] {
  if (textWidth(phrase) <= lineWidth) return [phrase];
  const tokens = splitTokens(phrase, language);
  const words = smallWordsOf(language);
  const cuts = tokens.slice(1).map((_, index) => {
    const lines = [joinPhrases(tokens.slice(0, index + 1)), joinPhrases(tokens.slice(index + 1))];
    const widths = lines.map(textWidth);
    const [width = 0, secondWidth = 0] = widths;
    const token = tokens[index] ?? { text: "", attached: false, width };
    const excess = Math.max(0, Math.max(width, secondWidth) - lineWidth);
    const unevenness = Math.abs(width - secondWidth) / lineWidth;
    return { lines, cost: 1_000 * excess + 2 * unevenness + costOfEnd(token, tokens[index + 1], words) };
  });
  const best = cuts.reduce((one, other) => (other.cost < one.cost ? other : one), {
    lines: [phrase],
    cost: 1e9,
  });
  return best.lines;
}
