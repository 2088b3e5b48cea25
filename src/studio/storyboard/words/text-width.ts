/**
 * How many characters of Latin text a line of a caption holds. Widths are measured in such characters; a wide
 * one, as in Chinese, Japanese and Korean, counts for more, because a line holds 16 of them.
 */
export const lineWidth = 42;

const wideWidth = lineWidth / 16;
const wideCharacter =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]/u;

/** Returns the width of a text in characters of Latin text. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

export function characterWidth(character: string): number {
  return character > "\u10ff" && wideCharacter.test(character) ? wideWidth : 1;
}

/** Counts the wide characters of a text. */
export function countWide(text: string): number {
  let count = 0;
  for (const character of text) if (characterWidth(character) !== 1) count += 1;
  return count;
}
