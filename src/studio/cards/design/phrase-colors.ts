import type { PlacedGlyph } from "../type/line.ts";
import type { Color } from "./color.ts";
import type { Palette } from "./palette.ts";

/** The color of words: what is being spoken is set off from what was and what will be. */
export function colorOfWords({ phrase, isCode }: PlacedGlyph, active: number, palette: Palette): Color {
  if (phrase > active) return isCode ? palette.accentToCome : palette.toCome;
  if (phrase < active) return isCode ? palette.accentSpoken : palette.spoken;
  return isCode ? palette.accent : palette.ink;
}
