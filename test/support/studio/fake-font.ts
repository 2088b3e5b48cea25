import type { Font } from "../../../src/studio/cards/fonts/font.ts";
import { createFontSet, type FontSet } from "../../../src/studio/cards/fonts/font-set.ts";

/** A font whose letters are all half an em wide, without kerning and without space beside them. */
function fakeFont(letters: RegExp): Font {
  return {
    unitsPerEm: 1000,
    has: (codePoint) => letters.test(String.fromCodePoint(codePoint)),
    shape(text, { start, end, isRightToLeft }) {
      const glyphs = Array.from({ length: end - start }, (_, index) => {
        const cluster = start + index;
        return { id: text.charCodeAt(cluster), cluster, advance: 0.5, offsetX: 0, offsetY: 0 };
      });
      return isRightToLeft ? glyphs.reverse() : glyphs;
    },
    outline: () => [],
    inkExtent: () => ({ left: 0.06, right: 0.5 }),
  };
}

/** Fonts that have Latin, Hebrew and Japanese letters. */
export function fakeFonts(): FontSet {
  const latin = fakeFont(/[\p{Script=Latin}\p{N}\p{P}` \u00a0]/u);
  const others = fakeFont(/[\p{Script=Hebrew}\u3000-\u9fff]/u);
  return createFontSet({
    embedded: { title: latin, display: latin, text: latin, mono: latin },
    system: [others],
  });
}
