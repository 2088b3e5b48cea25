import { rectangle, type Shape } from "../draw/shapes.ts";
import { cleanText } from "../type/clean.ts";
import type { PlacedGlyph } from "../type/line.ts";
import { capHeight, shapeParagraph } from "../type/paragraph.ts";
import { keepDrawable } from "../type/spans.ts";
import type { Color } from "./color.ts";
import type { Box } from "./frame.ts";
import { shapeLabel } from "./label.ts";
import type { Card, Stage } from "./stage.ts";
import { type Block, mirror, place, typeset } from "./typeset.ts";

/** A part of a card that has a place below the part before it. */
export interface Part {
  /** The space above, in pixels. None above the first part. */
  readonly gap: number;
  readonly height: number;
  place(top: number): Card;
}

/** Chooses the color of a glyph while a phrase is being spoken. */
export type Colors = (glyph: PlacedGlyph, activePhrase: number) => Color;

// A block looks centered when it is a little higher.
const opticalCenter = 0.46;

/** Puts parts below each other, in the middle of a box. */
export function stack(parts: readonly Part[], box: Box): Card {
  let top = Math.round(box.y + (box.height - heightOf(parts)) * opticalCenter);
  const cards = parts.map((part, index) => {
    top += index === 0 ? 0 : part.gap;
    const card = part.place(top);
    top += part.height;
    return card;
  });
  return (active) => cards.flatMap((card) => card(active));
}

export const heightOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, { gap, height }, index) => sum + height + (index === 0 ? 0 : gap), 0);

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

const headingSizes = [28, 25];
const mostHeadingLines = 2;

/** The heading above what a card shows, or a short line if there is none. */
export function kicker(heading: string | undefined, stage: Stage): Part {
  const { frame, palette, type } = stage;
  if (heading === undefined) return mark(40, stage);
  const text = keepDrawable(cleanText(heading), "display", type.fonts);
  const sizes = headingSizes.map((size) => size * frame.unit);
  const [block] = typeset([shapeParagraph([{ text, phrase: 0 }], "display", type)], {
    width: frame.content.width,
    height: Number.POSITIVE_INFINITY,
    sizes,
    comfortable: 0,
    mostLines: (size) => (size === sizes[0] ? 1 : mostHeadingLines),
  });
  if (block !== undefined && block.rows.length <= mostHeadingLines) {
    const part = words(block, { gap: 0, colors: () => palette.accent }, frame.content, stage);
    return { ...part, height: block.rows.at(-1)?.baseline ?? 0 };
  }
  return label(text, { role: "display", size: 25, gap: 0, color: palette.accent }, frame.content, stage);
}

export interface WordsStyle {
  /** In units. */
  readonly gap: number;
  readonly colors: Colors;
  /** Draws what belongs to the first line of a paragraph. */
  readonly bullet?: (row: { phrase: number; baseline: number; size: number }, activePhrase: number) => Shape;
}

/** Lines of text. */
export function words(block: Block, { gap, colors, bullet }: WordsStyle, box: Box, stage: Stage): Part {
  return {
    gap: gap * stage.frame.unit,
    height: block.height,
    place(top) {
      const rows = block.rows.map(({ line, isFirst, baseline }) => {
        const how = { size: block.size, baseline: top + baseline };
        return {
          lettering: place(line, box, how, stage),
          bulletAt: isFirst && { ...how, phrase: line.phrase },
        };
      });
      return (active) =>
        rows.flatMap(({ lettering, bulletAt }) => {
          const shapes = lettering((glyph) => colors(glyph, active));
          return bulletAt && bullet ? [bullet(bulletAt, active), ...shapes] : shapes;
        });
    },
  };
}
