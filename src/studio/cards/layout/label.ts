import type { Stage } from "../design/stage.ts";
import type { Role } from "../fonts/font-set.ts";
import { cleanText } from "../type/clean.ts";
import type { Line } from "../type/line.ts";
import { shapeParagraph } from "../type/paragraph.ts";
import { readable } from "../type/spans.ts";

// Enough for any line, and little enough to be measured again and again.
const mostLetters = 400;

/** Shapes text for one line of at most `width` ems. Text that is longer ends with an ellipsis. */
export function shapeLabel(text: string, role: Role, width: number, stage: Stage): Line {
  const drawable = readable(cleanText(text), role, stage.type.fonts);
  const letters = [...new Intl.Segmenter("und").segment(drawable)].slice(0, mostLetters + 1);
  if (letters.length <= mostLetters) {
    const whole = shape(drawable);
    if (whole.width <= width) return whole;
  }
  let [low, high] = [0, Math.min(letters.length, mostLetters)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (shape(shorten(middle)).width <= width) low = middle;
    else high = middle - 1;
  }
  return shape(shorten(low));

  function shorten(length: number): string {
    const start = letters.slice(0, length).map(({ segment }) => segment);
    return `${start.join("").replace(/[\s\p{P}]+$/u, "")}…`;
  }
  function shape(label: string): Line {
    const paragraph = shapeParagraph([{ text: label, phrase: 0 }], role, stage.type);
    const [range] = paragraph.break(Number.MAX_SAFE_INTEGER) ?? [];
    return range ? paragraph.line(range) : { text: "", width: 0, glyphs: [], phrase: 0 };
  }
}
