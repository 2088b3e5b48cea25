import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Cards } from "../../../src/studio/cards/cards.ts";
import { createTemporaryFolder } from "../files/temporary-folder.ts";

/** Returns the letters and digits of a text: text recognition misses signs, and sees too many spaces. */
export const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");

/**
 * Reads the letters of a card from its picture with Tesseract. The layout is a single column, or words anywhere.
 * The shapes of a cover, in which letters would be seen, are cut away.
 */
export function readCard(
  cards: Cards,
  { scene, phrase = -1, isCover = false, layout = "column" }: CardReading,
): string {
  const file = join(createTemporaryFolder(), "card.pgm");
  writeFileSync(file, toBlackOnWhite(cards, cards.draw(scene, phrase), isCover));
  const options = ["-l", "eng", "--psm", layout === "column" ? "4" : "11"];
  return lettersOf(execFileSync("tesseract", [file, "-", ...options], { encoding: "utf8", stdio: "pipe" }));
}

export interface CardReading {
  readonly scene: number;
  readonly phrase?: number;
  readonly isCover?: boolean;
  readonly layout?: "column" | "anywhere";
}

/** Returns a picture in the format PGM in which everything unlike the background is dark. */
function toBlackOnWhite({ width, height, background }: Cards, pixels: Uint8Array, isCover: boolean): Buffer {
  const unit = Math.min(width, height) / 720;
  const shapes =
    width > height ? { right: 920, bottom: 0 } : { right: 1280, bottom: height > width ? 480 : 240 };
  const [right, top] = isCover ? [shapes.right * unit, shapes.bottom * unit] : [width, 0];
  const gray = Buffer.alloc(width * height, 255);
  for (let y = top; y < height; y += 1) {
    for (let x = 0; x < Math.min(width, right); x += 1) {
      const at = 4 * (y * width + x);
      const distances = background.map((part, index) => Math.abs((pixels[at + index] ?? 0) - part));
      gray[y * width + x] = Math.max(0, 255 - 2 * Math.max(...distances));
    }
  }
  return Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), gray]);
}
