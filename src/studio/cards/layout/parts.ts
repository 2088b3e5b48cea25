import type { Color } from "../design/color.ts";
import type { Box } from "../design/frame.ts";
import type { Stage } from "../design/stage.ts";
import { rectangle, type Shape } from "../draw/shapes.ts";
import type { PlacedGlyph } from "../type/line.ts";
import { capHeight } from "../type/paragraph.ts";
import { shapeLabel } from "./label.ts";
import type { Part } from "./stack.ts";
import { type Block, mirror, place, type Row } from "./typeset.ts";

/** A short line in the accent color. */
export function mark(width: number, stage: Stage): Part {
  const { frame, palette } = stage;
  const height = 6 * frame.unit;
  return {
    gap: 0,
    height,
    place(top) {
      const line = mirror({ x: frame.margin, y: top, width: width * frame.unit, height }, stage);
      const shapes = [rectangle(line, palette.accent, height / 2)];
      return () => shapes;
    },
  };
}

export interface LabelStyle {
  readonly role: "display" | "text";
  /** The font size and the space above, in units. */
  readonly size: number;
  readonly gap: number;
  readonly color: Color;
}

/** One line of text. */
export function label(text: string, { role, size, gap, color }: LabelStyle, box: Box, stage: Stage): Part {
  const { unit } = stage.frame;
  const pixels = size * unit;
  const line = shapeLabel(text, role, box.width / pixels, stage);
  return {
    gap: gap * unit,
    height: pixels * capHeight,
    place(top) {
      const shapes = place(
        line,
        box,
        { size: pixels, baseline: top + pixels * capHeight },
        stage,
      )(() => color);
      return () => shapes;
    },
  };
}

/** Chooses the color of a glyph while a phrase is being spoken. */
export type Colors = (glyph: PlacedGlyph, activePhrase: number) => Color;

export interface WordsStyle {
  /** The space above, in units. */
  readonly gap: number;
  readonly colors: Colors;
  /** How much further in a paragraph begins, in pixels. */
  readonly indent?: (paragraph: number) => number;
  /** Draws what stands before the first line of a paragraph. */
  readonly bullet?: ((at: BulletPlace, activePhrase: number) => Shape) | undefined;
}

export interface BulletPlace {
  /** The number of the paragraph, and its first phrase. */
  readonly paragraph: number;
  readonly phrase: number;
  readonly baseline: number;
  /** The font size in pixels. */
  readonly size: number;
}

/** Lines of text. */
export function words(
  block: Block,
  { gap, colors, indent = () => 0, bullet }: WordsStyle,
  box: Box,
  stage: Stage,
): Part {
  const { size } = block;
  const rowAt = ({ line, isFirst, paragraph, baseline: distance }: Row, top: number) => {
    const baseline = top + distance;
    const inset = indent(paragraph);
    const inside = { x: box.x + (stage.type.isRightToLeft ? 0 : inset), width: box.width - inset };
    const lettering = place(line, inside, { size, baseline }, stage);
    return { lettering, bulletAt: isFirst && { paragraph, phrase: line.phrase, baseline, size } };
  };
  return {
    gap: gap * stage.frame.unit,
    height: block.height,
    place(top) {
      const rows = block.rows.map((row) => rowAt(row, top));
      return (active) =>
        rows.flatMap(({ lettering, bulletAt }) => {
          const shapes = lettering((glyph) => colors(glyph, active));
          return bulletAt && bullet ? [bullet(bulletAt, active), ...shapes] : shapes;
        });
    },
  };
}
