import { type Color, toHex } from "../design/color.ts";
import type { Box } from "../design/frame.ts";
import type { Line, PlacedGlyph } from "../type/paragraph.ts";

/** An SVG element. It holds only numbers, colors and outlines: text from outside never becomes part of it. */
export type Shape = string;

const round = (value: number): string => String(Math.round(value * 100) / 100);

export function rectangle({ x, y, width, height }: Box, color: Color, radius = 0): Shape {
  const corner = radius > 0 ? ` rx="${round(radius)}"` : "";
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"${corner} fill="${toHex(color)}"/>`;
}

export function circle(x: number, y: number, radius: number, color: Color): Shape {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${toHex(color)}"/>`;
}

/** `data` is SVG path data in pixels. */
export function path(data: string, color: Color): Shape {
  return `<path d="${data}" fill="${toHex(color)}"/>`;
}

export interface Placement {
  /** The left end of the line. */
  readonly x: number;
  readonly baseline: number;
  /** The font size in pixels. */
  readonly size: number;
}

/** Draws a line of text; `colorOf` chooses the color of every glyph. */
export function text(
  line: Line,
  { x, baseline, size }: Placement,
  colorOf: (glyph: PlacedGlyph) => Color,
): Shape {
  let shapes = "";
  for (const glyph of line.glyphs) {
    const outline = glyph.font.outline(glyph.id);
    if (outline === "") continue;
    const scale = (size * glyph.scale) / glyph.font.unitsPerEm;
    const [left, top] = [round(x + glyph.x * size), round(baseline - glyph.y * size)];
    const factor = scale.toFixed(6);
    shapes += `<path transform="matrix(${factor} 0 0 -${factor} ${left} ${top})" fill="${toHex(colorOf(glyph))}" d="${outline}"/>`;
  }
  return shapes;
}

export function picture(width: number, height: number, shapes: readonly Shape[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes.join("")}</svg>`;
}
