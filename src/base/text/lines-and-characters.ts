/** Counts the characters of a text as Unicode code points, not UTF-16 units: an emoji is one, not two. */
export function codePointLength(text: string): number {
  return Array.from(text).length;
}

/** Counts the lines of a text; an empty text has one. */
export function countLines(text: string): number {
  return text.split("\n").length;
}

/** Returns a text up to its first line break. */
export function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
