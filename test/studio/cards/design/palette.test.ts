import { describe, expect, test } from "vitest";
import { contrast, dim, oklch } from "../../../../src/studio/cards/design/color.ts";
import { choosePalette, palettesOf } from "../../../../src/studio/cards/design/palette.ts";
import { colorCode } from "../../../../src/studio/cards/kinds/code-colors.ts";
import { themes } from "../../../../src/studio/request.ts";

describe.each(themes)("In every palette of the %s theme,", (theme) => {
  const palettes = palettesOf(theme);

  test("small text has a contrast of at least 4.5 to 1", () => {
    for (const { background, panel, ink, quiet, accent } of palettes) {
      const contrasts = [ink, quiet, accent].map((color) => contrast(color, background));
      expect(Math.min(...contrasts)).toBeGreaterThan(4.5);
      // The tag of a brief, and code.
      expect(Math.min(contrast(accent, panel), contrast(ink, panel))).toBeGreaterThan(4.5);
    }
  });

  test("comments in code, which may be small, have a contrast of at least 4.5 to 1", () => {
    for (const palette of palettes) {
      const comment = colorCode(["# a comment"], palette)(0, 3);
      expect(contrast(comment, palette.panel)).toBeGreaterThan(4.5);
      expect(comment).not.toEqual(palette.ink);
    }
  });

  test("large words that were spoken or are to come have a contrast of at least 3 to 1", () => {
    for (const { background, spoken, toCome, accentSpoken, accentToCome } of palettes) {
      const contrasts = [spoken, toCome, accentSpoken, accentToCome].map((color) =>
        contrast(color, background),
      );
      expect(Math.min(...contrasts)).toBeGreaterThan(3);
    }
  });

  test("the words that are being spoken stand out from the others", () => {
    for (const { background, ink, spoken, toCome } of palettes) {
      const [now, before, after] = [ink, spoken, toCome].map((color) => contrast(color, background));
      expect(now).toBeGreaterThan(2 * (before ?? 0));
      expect(before).toBeGreaterThan(1.5 * (after ?? 0));
    }
  });
});

test("names spread over all palettes", () => {
  const names = Array.from({ length: 200 }, (_, index) => `owner/repository-${index}`);
  const accents = new Set(names.map((name) => choosePalette(name, "dark").accent.join()));
  expect(accents.size).toBe(palettesOf("dark").length);
});

test("the contrast of black and white is 21 to 1, as WCAG says", () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
  expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
});

test("OKLCH colors are those of CSS", () => {
  // As Chromium computes them.
  expect(oklch(0.628, 0.2577, 29.23)).toEqual([255, 0, 0]);
  expect(oklch(1, 0, 0)).toEqual([255, 255, 255]);
});

test("a dimmed color has the contrast that it was asked for, and not much more", () => {
  const ratio = contrast(dim([255, 255, 255], [20, 20, 40], 3.1), [20, 20, 40]);
  expect(ratio).toBeGreaterThanOrEqual(3.1);
  expect(ratio).toBeLessThan(3.3);
});
