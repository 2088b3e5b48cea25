import { shapeParagraph } from "../type/paragraph.ts";
import { type Part, words } from "./stack.ts";
import type { Stage } from "./stage.ts";
import { typeset } from "./typeset.ts";

const longestSentence = 90;
// In large type, the space between a number and its sign is too wide.
const thinSpace = "\u2009";
// A share, a factor, an amount of money, a time or a size. Not a version, a year or the number of an issue.
const number =
  /(?<![\p{L}\p{N}.,#:/_-])(?:[+−–-]?[€$£]?\d{1,3}(?:[.,\u00a0 ]\d{3})*(?:[.,]\d{1,2})?[\u00a0 ]?(?:%|×|x\b|ms\b|[kMGT]B\b|fps\b|[€$£])|[€$£]\d+(?:[.,]\d+)*|\d{1,3}(?:[.,\u00a0]\d{3})+)(?![\p{L}\p{N}.,/_-]\w)/gu;

/** Returns the number that a short text is about; undefined if there is none, or more than one. */
export function findNumber(text: string): string | undefined {
  if (text.length > longestSentence) return undefined;
  const found = [...text.matchAll(number)].map(([match]) => match);
  return found.length === 1 ? found[0] : undefined;
}

/** A very large number above the sentence that it is taken from. */
export function setNumber(text: string, stage: Stage): Part {
  const { frame, palette, type } = stage;
  const largest = (frame.shape === "landscape" ? 220 : 180) * frame.unit;
  const paragraph = shapeParagraph(
    [{ text: text.replace(/[ \u00a0]/g, thinSpace), phrase: 0 }],
    "title",
    type,
  );
  const size = Math.min(largest, (0.98 * frame.content.width) / paragraph.width);
  const [block] = typeset([paragraph], {
    width: frame.content.width,
    height: frame.content.height,
    sizes: [size],
    comfortable: size,
  });
  const colors = () => palette.accent;
  return words(block ?? { size: 1, height: 0, rows: [] }, { gap: 48, colors }, frame.content, stage);
}
