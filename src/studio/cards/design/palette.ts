import type { Theme } from "../../request.ts";
import { type Color, dim, oklch } from "./color.ts";

export interface Palette {
  readonly background: Color;
  readonly panel: Color;
  /** What is being spoken, and titles. */
  readonly ink: Color;
  /** Small labels. */
  readonly quiet: Color;
  /** Words that have been spoken. */
  readonly spoken: Color;
  /** Words that are still to come. */
  readonly toCome: Color;
  readonly accent: Color;
  /** The accent color of words that have been spoken, and of words that are still to come. */
  readonly accentSpoken: Color;
  readonly accentToCome: Color;
  /** Lines and empty parts of the progress bar. */
  readonly line: Color;
  /** The shapes of the title card, from the one that is nearest to the background. */
  readonly art: readonly [deep: Color, strong: Color, pale: Color, spark: Color];
}

// Pairs of hues that go together: one for nearly everything, one for a small spark.
const hues: readonly (readonly [main: number, spark: number])[] = [
  [266, 45],
  [160, 90],
  [312, 85],
  [48, 230],
  [215, 65],
  [10, 210],
  [285, 160],
  [190, 40],
  [340, 75],
  [135, 300],
];

/** Chooses colors by a name: always the same for the same name. */
export function choosePalette(name: string, theme: Theme): Palette {
  const [main, spark] = hues[hash(name) % hues.length] ?? [266, 45];
  return theme === "dark" ? dark(main, spark) : light(main, spark);
}

export const palettesOf = (theme: Theme): Palette[] =>
  hues.map(([main, spark]) => (theme === "dark" ? dark(main, spark) : light(main, spark)));

function dark(main: number, spark: number): Palette {
  const background = oklch(0.185, 0.022, main);
  const ink = oklch(0.98, 0.005, main);
  const accent = oklch(0.8, 0.12, main);
  return {
    ...tones(background, ink, accent, 6.5),
    panel: oklch(0.235, 0.03, main),
    art: [
      oklch(0.36, 0.1, main),
      oklch(0.62, 0.19, main),
      oklch(0.89, 0.055, main),
      oklch(0.82, 0.14, spark),
    ],
  };
}

function light(main: number, spark: number): Palette {
  const background = oklch(0.98, 0.006, main);
  const ink = oklch(0.23, 0.03, main);
  const accent = oklch(0.5, 0.17, main);
  return {
    ...tones(background, ink, accent, 5.2),
    panel: oklch(0.945, 0.014, main),
    art: [oklch(0.9, 0.045, main), oklch(0.66, 0.17, main), oklch(0.38, 0.11, main), oklch(0.8, 0.15, spark)],
  };
}

function tones(
  background: Color,
  ink: Color,
  accent: Color,
  spokenContrast: number,
): Omit<Palette, "panel" | "art"> {
  return {
    background,
    ink,
    accent,
    quiet: dim(ink, background, 6.5),
    spoken: dim(ink, background, spokenContrast),
    toCome: dim(ink, background, 3.1),
    // The accent color has less contrast than the ink, from which it must not differ in how it is dimmed.
    accentSpoken: dim(accent, background, 0.8 * spokenContrast),
    accentToCome: dim(accent, background, 3.1),
    line: dim(ink, background, 1.5),
  };
}

/** FNV-1a. */
export function hash(text: string): number {
  let value = 2166136261;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  return value;
}
