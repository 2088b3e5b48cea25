/**
 * Splits a text into lines with spaces instead of tabs. Longer runs of spaces than anyone writes are
 * shortened, so that patterns stay fast.
 */
export function toLines(text: string): string[] {
  return text
    .replace(/\r\n?/g, "\n")
    .replaceAll("\t", "        ")
    .replace(/ {200,}/g, " ".repeat(200))
    .split("\n");
}

/** Returns the number of spaces at the start of a line. */
export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/**
 * Returns the index after the lines from `start` that are indented more than `indent`, without empty lines at
 * the end.
 */
export function blockEnd(lines: readonly string[], start: number, indent: number): number {
  let end = start;
  for (let index = start; index < lines.length; index += 1) {
    if (lines[index]?.trim() === "") continue;
    if (indentOf(lines[index] ?? "") <= indent) break;
    end = index + 1;
  }
  return end;
}

/** Removes the indentation that all lines have in common. */
export function dedent(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line.trim() !== "").map(indentOf);
  const common = indents.reduce((least, indent) => Math.min(least, indent), indents[0] ?? 0);
  return lines.map((line) => line.slice(Math.min(common, indentOf(line))));
}
