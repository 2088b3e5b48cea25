import { type Color, toHex } from "../design/color.ts";
import type { Box } from "../design/frame.ts";
import type { Font } from "../fonts/font.ts";
import type { Line, PlacedGlyph } from "../type/line.ts";

/** A filled area. It holds only numbers, colors and outlines: text from outside never becomes part of it. */
export interface Shape {
  readonly color: Color;
  /** SVG path data in pixels. */
  readonly data: string;
}

const round = (value: number): number => Math.round(value * 100) / 100;

export const path = (data: string, color: Color): Shape => ({ data, color });

export function rectangle({ x, y, width, height }: Box, color: Color, radius = 0): Shape {
  const [left, top, right, bottom] = [x, y, x + width, y + height].map(round);
  if (radius === 0) return path(`M${left} ${top}H${right}V${bottom}H${left}Z`, color);
  const r = round(Math.min(radius, width / 2, height / 2));
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  const [innerLeft, innerTop, innerRight, innerBottom] = [x + r, y + r, x + width - r, y + height - r].map(
    round,
  );
  const upper = `M${innerLeft} ${top}H${innerRight}${corner(r, r)}V${innerBottom}${corner(-r, r)}`;
  return path(`${upper}H${innerLeft}${corner(-r, -r)}V${innerTop}${corner(r, -r)}Z`, color);
}

export function circle(x: number, y: number, radius: number, color: Color): Shape {
  const [r, left, middle] = [radius, x - radius, y].map(round);
  const diameter = round(2 * radius);
  return path(`M${left} ${middle}a${r} ${r} 0 1 1 ${diameter} 0a${r} ${r} 0 1 1 ${-diameter} 0Z`, color);
}

export interface Placement {
  /** The left end of the line. */
  readonly x: number;
  readonly baseline: number;
  /** The font size in pixels. */
  readonly size: number;
}

/** A line of text at its place. Its outlines are computed once, for all states of a card. */
export type Lettering = (colorOf: (glyph: PlacedGlyph) => Color) => Shape[];

export function placeText(line: Line, { x, baseline, size }: Placement): Lettering {
  const glyphs = line.glyphs.map((glyph) => ({
    glyph,
    data: outlineAt(glyph, x + glyph.x * size, baseline - glyph.y * size, size),
  }));
  return (colorOf) => {
    // One path for all glyphs of a color is drawn faster than a path for each. Fonts stay apart, because
    // their outlines may turn in opposite directions, and would erase each other where they overlap.
    const shapes: { color: Color; font: Font; data: string }[] = [];
    for (const { glyph, data } of glyphs) {
      const color = colorOf(glyph);
      const shape = shapes.find((other) => other.color === color && other.font === glyph.font);
      if (shape === undefined) shapes.push({ color, font: glyph.font, data });
      else shape.data += data;
    }
    return shapes.filter(({ data }) => data !== "");
  };
}

function outlineAt({ font, id, scale }: PlacedGlyph, x: number, y: number, size: number): string {
  const factor = (size * scale) / font.unitsPerEm;
  let data = "";
  for (const { type, values } of font.outline(id)) {
    data += type;
    for (let index = 0; index < values.length; index += 2) {
      const [pointX, pointY] = [x + (values[index] ?? 0) * factor, y - (values[index + 1] ?? 0) * factor];
      data += `${index > 0 ? " " : ""}${round(pointX)} ${round(pointY)}`;
    }
  }
  return data;
}

/** Returns an SVG document. */
export function picture(width: number, height: number, shapes: readonly Shape[]): string {
  const paths = shapes.map(({ color, data }) => `<path fill="${toHex(color)}" d="${data}"/>`);
  const size = `width="${width}" height="${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${paths.join("")}</svg>`;
}
