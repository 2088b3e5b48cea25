import type { Box } from "../design/frame.ts";
import type { Stage } from "../design/stage.ts";
import { type Lettering, placeText } from "../draw/shapes.ts";
import type { Line } from "../type/line.ts";
import type { Paragraph } from "../type/paragraph.ts";

export interface Row {
  readonly line: Line;
  /** The number of its paragraph. */
  readonly paragraph: number;
  readonly isFirst: boolean;
  /** The distance from the top of the block to the baseline, in pixels. */
  readonly baseline: number;
  /** From the top of its letters to the baseline, and from there to the bottom, in pixels. */
  readonly ascent: number;
  readonly descent: number;
}

/** Paragraphs in one size, broken into lines. */
export interface Block {
  readonly size: number;
  /** From the top of most letters of the first line to the descenders of the last. */
  readonly height: number;
  readonly rows: readonly Row[];
}

export interface Fit {
  readonly width: number;
  readonly height: number;
  /** The font sizes in pixels, from the preferred one down. */
  readonly sizes: readonly number[];
  /** Words are broken rather than set in a smaller size. */
  readonly comfortable: number;
  /** How many lines there may be in a size. */
  readonly mostLines?: (size: number) => number;
  /** The space between paragraphs, in ems. */
  readonly gap?: number;
  /** How much narrower a paragraph is, in pixels. */
  readonly indent?: (paragraph: number) => number;
}

/**
 * Sets paragraphs in the largest size that fits. What does not fit in the smallest size continues in further
 * blocks.
 */
export function typeset(paragraphs: readonly Paragraph[], fit: Fit): Block[] {
  const { sizes, comfortable, mostLines = () => Number.POSITIVE_INFINITY } = fit;
  for (const size of sizes) {
    for (const anywhere of size > comfortable ? [false] : [false, true]) {
      const rows = toRows(paragraphs, size, fit, anywhere);
      const height = bottomOf(rows?.at(-1));
      const isShort = (rows?.length ?? 0) <= mostLines(size);
      if (rows !== undefined && height <= fit.height && isShort) return [{ size, rows, height }];
    }
  }
  const smallest = sizes.at(-1) ?? 1;
  return split(toRows(paragraphs, smallest, fit, true) ?? [], smallest, fit.height);
}

function toRows(
  paragraphs: readonly Paragraph[],
  size: number,
  { width, gap = 0, indent = () => 0 }: Fit,
  anywhere: boolean,
): Row[] | undefined {
  const rows: Row[] = [];
  let baseline = (paragraphs[0]?.ascent ?? 0) * size;
  for (const [index, { leading, ascent, descent, lines }] of paragraphs.entries()) {
    const broken = lines((width - indent(index)) / size, anywhere);
    if (broken === undefined) return undefined;
    for (const [number, line] of broken.entries()) {
      if (rows.length > 0) baseline += (leading + (number === 0 ? gap : 0)) * size;
      const isFirst = number === 0;
      rows.push({
        line,
        paragraph: index,
        isFirst,
        baseline,
        ascent: ascent * size,
        descent: descent * size,
      });
    }
  }
  return rows;
}

const bottomOf = (row: Row | undefined): number => (row === undefined ? 0 : row.baseline + row.descent);

function split(rows: readonly Row[], size: number, height: number): Block[] {
  const blocks: Block[] = [];
  let page: Row[] = [];
  let top = 0;
  for (const row of rows) {
    if (page.length > 0 && bottomOf(row) - top > height) {
      blocks.push({ size, rows: page, height: bottomOf(page.at(-1)) });
      top = row.baseline - row.ascent;
      page = [];
    }
    page.push({ ...row, baseline: row.baseline - top });
  }
  return [...blocks, { size, rows: page, height: bottomOf(page.at(-1)) }];
}

/** Returns the block in which a phrase begins. */
export function blockOf(blocks: readonly Block[], phrase: number): Block | undefined {
  const has = (block: Block) =>
    block.rows.some(({ line }) => line.glyphs.some((glyph) => glyph.phrase === phrase));
  return blocks.find(has) ?? blocks[0];
}

export interface Place {
  readonly size: number;
  readonly baseline: number;
  readonly align?: "start" | "end";
}

/**
 * Sets a line at the start or the end of a box: left and right change places for scripts from right to left.
 */
export function place(line: Line, box: Pick<Box, "x" | "width">, how: Place, { type }: Stage): Lettering {
  const isLeft = (how.align !== "end") !== type.isRightToLeft;
  const x = isLeft ? box.x : box.x + box.width - line.width * how.size;
  return placeText(line, { x, baseline: how.baseline, size: how.size });
}

/** Mirrors a box for scripts from right to left. */
export function mirror(box: Box, { frame, type }: Stage): Box {
  return type.isRightToLeft ? { ...box, x: frame.width - box.x - box.width } : box;
}
