import { type Lettering, placeText } from "../draw/shapes.ts";
import type { Line } from "../type/line.ts";
import type { Paragraph } from "../type/paragraph.ts";
import type { Box } from "./frame.ts";
import type { Stage } from "./stage.ts";

export interface Row {
  readonly line: Line;
  readonly paragraph: Paragraph;
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
}

/** Sets paragraphs in the largest size that fits. What does not fit in the smallest size continues in further blocks. */
export function typeset(paragraphs: readonly Paragraph[], fit: Fit): Block[] {
  const { sizes, comfortable, mostLines = () => Number.POSITIVE_INFINITY } = fit;
  for (const size of sizes) {
    for (const anywhere of size > comfortable ? [false] : [false, true]) {
      const rows = toRows(paragraphs, size, fit, anywhere);
      const height = rows === undefined ? Number.POSITIVE_INFINITY : heightOf(rows, size);
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
  { width, gap = 0 }: Fit,
  anywhere: boolean,
): Row[] | undefined {
  const rows: Row[] = [];
  let baseline = (paragraphs[0]?.ascent ?? 0) * size;
  for (const paragraph of paragraphs) {
    const lines = paragraph.lines(width / size, anywhere);
    if (lines === undefined) return undefined;
    for (const [number, line] of lines.entries()) {
      if (rows.length > 0) baseline += (paragraph.leading + (number === 0 ? gap : 0)) * size;
      rows.push({ line, paragraph, isFirst: number === 0, baseline });
    }
  }
  return rows;
}

const heightOf = (rows: readonly Row[], size: number): number => bottomOf(rows.at(-1), size);

const bottomOf = (row: Row | undefined, size: number): number =>
  row === undefined ? 0 : row.baseline + row.paragraph.descent * size;

function split(rows: readonly Row[], size: number, height: number): Block[] {
  const blocks: Block[] = [];
  let page: Row[] = [];
  let top = 0;
  for (const row of rows) {
    if (page.length > 0 && bottomOf(row, size) - top > height) {
      blocks.push({ size, rows: page, height: heightOf(page, size) });
      top = row.baseline - row.paragraph.ascent * size;
      page = [];
    }
    page.push({ ...row, baseline: row.baseline - top });
  }
  return [...blocks, { size, rows: page, height: heightOf(page, size) }];
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

/** Sets a line at the start or the end of a box: left and right change places for scripts from right to left. */
export function place(line: Line, box: Pick<Box, "x" | "width">, how: Place, { type }: Stage): Lettering {
  const isLeft = (how.align !== "end") !== type.isRightToLeft;
  const x = isLeft ? box.x : box.x + box.width - line.width * how.size;
  return placeText(line, { x, baseline: how.baseline, size: how.size });
}

/** Mirrors a box for scripts from right to left. */
export function mirror(box: Box, { frame, type }: Stage): Box {
  return type.isRightToLeft ? { ...box, x: frame.width - box.x - box.width } : box;
}
