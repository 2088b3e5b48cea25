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
      const isShort = (rows?.length ?? 0) <= mostLines(size);
      if (rows !== undefined && bottomOf(rows.at(-1)) <= fit.height && isShort) return [toBlock(rows, size)];
    }
  }
  const smallest = sizes.at(-1) ?? 1;
  return split(toRows(paragraphs, smallest, fit, true) ?? [], smallest, fit.height);
}

/** A line that has its place, but not yet its glyphs: most sizes are only tried. */
interface PlannedRow extends Omit<Row, "line"> {
  readonly line: () => Line;
  /** From the top of its letters to the baseline, and from there to the bottom, in pixels. */
  readonly ascent: number;
  readonly descent: number;
}

function toRows(
  paragraphs: readonly Paragraph[],
  size: number,
  { width, gap = 0, indent = () => 0 }: Fit,
  anywhere: boolean,
): PlannedRow[] | undefined {
  const rows: PlannedRow[] = [];
  let baseline = (paragraphs[0]?.ascent ?? 0) * size;
  for (const [index, paragraph] of paragraphs.entries()) {
    const ranges = paragraph.break((width - indent(index)) / size, anywhere);
    if (ranges === undefined) return undefined;
    const [ascent, descent] = [paragraph.ascent * size, paragraph.descent * size];
    for (const [number, range] of ranges.entries()) {
      const isFirst = number === 0;
      if (rows.length > 0) baseline += (paragraph.leading + (isFirst ? gap : 0)) * size;
      rows.push({ line: () => paragraph.line(range), paragraph: index, isFirst, baseline, ascent, descent });
    }
  }
  return rows;
}

const bottomOf = (row: PlannedRow | undefined): number =>
  row === undefined ? 0 : row.baseline + row.descent;

const toBlock = (rows: readonly PlannedRow[], size: number): Block => ({
  size,
  height: bottomOf(rows.at(-1)),
  rows: rows.map(({ line, paragraph, isFirst, baseline }) => ({
    line: line(),
    paragraph,
    isFirst,
    baseline,
  })),
});

function split(rows: readonly PlannedRow[], size: number, height: number): Block[] {
  const pages: PlannedRow[][] = [];
  let top = 0;
  for (const row of rows) {
    const page = pages.at(-1);
    if (page === undefined || bottomOf(row) - top > height) {
      top = row.baseline - row.ascent;
      pages.push([{ ...row, baseline: row.ascent }]);
    } else {
      page.push({ ...row, baseline: row.baseline - top });
    }
  }
  return pages.map((page) => toBlock(page, size));
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
