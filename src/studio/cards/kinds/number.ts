import type { Stage } from "../design/stage.ts";
import { words } from "../layout/parts.ts";
import type { Part } from "../layout/stack.ts";
import { typeset } from "../layout/typeset.ts";
import { cleanText } from "../type/clean.ts";
import { shapeParagraph } from "../type/paragraph.ts";
import { readable } from "../type/spans.ts";

// In large type, the space between a number and its sign is too wide.
const thinSpace = "\u2009";
const noBlock = { size: 1, height: 0, rows: [] };

/** A very large number above the sentence that it is taken from; undefined if it can't be shown. */
export function layOutNumber(number: string, stage: Stage): Part | undefined {
  const { frame, palette, type } = stage;
  const text = readable(cleanText(number).replace(/\s/g, thinSpace), "title", type.fonts);
  const paragraph = shapeParagraph([{ text, phrase: 0 }], "title", { ...type, isRightToLeft: false });
  if (paragraph.width === 0) return undefined;
  const largest = (frame.shape === "landscape" ? 220 : 180) * frame.unit;
  const size = Math.min(largest, (0.98 * frame.content.width) / paragraph.width);
  const [block = noBlock] = typeset([paragraph], {
    width: frame.content.width,
    height: frame.content.height,
    sizes: [size],
    comfortable: size,
  });
  return words(block, { gap: 48, colors: () => palette.accent }, frame.content, stage);
}
