import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openRasterizer } from "../../../src/studio/cards/draw/rasterize.ts";
import { picture, placeText, rectangle } from "../../../src/studio/cards/draw/shapes.ts";
import { openFonts } from "../../../src/studio/cards/fonts/open-fonts.ts";
import { isRightToLeft } from "../../../src/studio/cards/fonts/scripts.ts";
import { shapeParagraph } from "../../../src/studio/cards/type/paragraph.ts";
import { findInk, studioData, systemFonts } from "../../support/studio/cards.ts";

const picturesSize = { width: 1200, height: 160, background: [0, 0, 0] as const };
const size = 60;
const x = 100;

/** Draws a line of text, and returns where its ink is and how wide it was measured. */
async function drawLine(text: string, language: string) {
  const { fonts, missing } = await openFonts(text, language, studioData, [systemFonts]);
  const context = { fonts, language, isRightToLeft: isRightToLeft(language) };
  const paragraph = shapeParagraph([{ text, phrase: 0 }], "display", context);
  const line = paragraph.line({ start: 0, end: text.length, hasHyphen: false });
  const { width, height } = picturesSize;
  const rasterizer = await openRasterizer(() => studioData.read("resvg.wasm"));
  const letters = placeText(line, { x, baseline: 100, size })(() => [255, 255, 255]);
  const pixels = rasterizer.pixels(
    picture(width, height, [rectangle({ x: 0, y: 0, width, height }, [0, 0, 0]), ...letters]),
  );
  const [measured, whole] = [paragraph.width, paragraph.whole().width];
  return { ink: findInk(pixels, picturesSize), width: line.width * size, measured, whole, missing };
}

const samples = [
  ["English", "en", "Documentation is useful", undefined],
  ["German", "de", "Größe: Übermaß", undefined],
  ["Russian", "ru", "Предварительный просмотр", undefined],
  ["Vietnamese", "vi", "Tài liệu hữu ích", undefined],
  ["emoji", "en", "Ship it 🚀 now", undefined],
  ["Japanese", "ja", "文書を公開する前に見る", "opentype/noto/NotoSansCJK-Bold.ttc"],
  ["Korean", "ko", "문서는 쓸모가 있다", "opentype/noto/NotoSansCJK-Bold.ttc"],
  ["Arabic", "ar", "معاينة لكل طلب سحب", "truetype/noto/NotoSansArabic-Bold.ttf"],
  ["Hindi", "hi", "हर अनुरोध का पूर्वावलोकन", "truetype/noto/NotoSansDevanagari-Bold.ttf"],
] as const;

describe.each(samples)("A line of %s", (_, language, text, file) => {
  test.skipIf(file !== undefined && !existsSync(`${systemFonts}/${file}`))(
    "is drawn as wide as it was measured, from where it was placed",
    async () => {
      const { ink, width, measured, whole, missing } = await drawLine(text, language);
      expect(missing).toEqual([]);
      // Lines are broken by the first width, and placed by the second one.
      expect(whole).toBeCloseTo(measured);
      // Letters without a stem may stand out a little.
      expect(Math.abs((ink?.left ?? 0) - x)).toBeLessThan(3);
      expect(Math.abs((ink?.right ?? 0) - (x + width))).toBeLessThan(3);
    },
  );
});
