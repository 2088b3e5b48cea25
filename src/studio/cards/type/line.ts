import type { Font, Glyph } from "../fonts/font.ts";
import { type Run, toVisualOrder } from "./shape-text.ts";

export interface PlacedGlyph {
  readonly font: Font;
  readonly id: number;
  /** The position in the line, in ems from its left end and from the baseline, with y pointing up. */
  readonly x: number;
  readonly y: number;
  /** The font size in ems of the paragraph. */
  readonly scale: number;
  /** The index of its character in the text of the paragraph. */
  readonly index: number;
  readonly phrase: number;
  readonly isCode: boolean;
}

export interface Line {
  readonly text: string;
  readonly glyphs: readonly PlacedGlyph[];
  /** In ems. */
  readonly width: number;
  /** The phrase of its first character. */
  readonly phrase: number;
}

/** How the glyphs of a paragraph are set. All lengths are in ems of the paragraph. */
export interface Setting {
  scale(run: Run): number;
  advance(run: Run, glyph: Glyph): number;
  phraseAt(index: number): number;
}

/** Places the glyphs of the runs in their visual order. */
export function placeRuns(
  runs: readonly Run[],
  { scale, advance, phraseAt }: Setting,
): Omit<Line, "text" | "phrase"> {
  const glyphs: PlacedGlyph[] = [];
  let width = 0;
  for (const run of toVisualOrder(runs)) {
    const { font, isCode } = run;
    for (const glyph of run.glyphs) {
      glyphs.push({
        font,
        id: glyph.id,
        x: width + glyph.offsetX * scale(run),
        y: glyph.offsetY * scale(run),
        scale: scale(run),
        index: glyph.cluster,
        phrase: phraseAt(glyph.cluster),
        isCode,
      });
      width += advance(run, glyph);
    }
  }
  return { glyphs, width };
}

// Brackets and stops of East Asian scripts stand in the middle of a square: they are moved only a little.
const mostBearing = 0.14;
// The space left of the stem of an H or an n in Inter.
const stemBearing = 0.06;
const overhang = 0.35;

/** Moves a line so that it begins and ends with ink, which makes the edge of large type straight. */
export function alignInk(line: Line): Line {
  const [first, last] = [line.glyphs[0], line.glyphs.at(-1)];
  if (first === undefined || last === undefined) return line;
  const bearing = first.x + first.font.inkExtent(first.id).left * first.scale;
  // Letters without a stem, such as A, S and w, look straight only if they stand out a little.
  const isStemless = bearing >= 0 && bearing < stemBearing;
  const standsOut = isStemless ? (stemBearing - bearing) * overhang : 0;
  const shift = Math.min(mostBearing, bearing) + standsOut;
  const inkEnd = last.x + last.font.inkExtent(last.id).right * last.scale;
  const end = Math.max(line.width - mostBearing, Math.min(line.width, inkEnd));
  return {
    ...line,
    glyphs: line.glyphs.map((glyph) => ({ ...glyph, x: glyph.x - shift })),
    width: end - shift,
  };
}
