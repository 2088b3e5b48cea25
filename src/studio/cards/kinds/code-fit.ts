import { squareLetters } from "../type/letters.ts";

/** A line of code as it is shown: a whole one, or a part of one that is too long. */
export interface CodeLine {
  readonly text: string;
  /** The number of its line in the source, and the index there of the first character of `text`. */
  readonly source: number;
  readonly offset: number;
}

export interface FittedCode {
  readonly lines: readonly CodeLine[];
  /** The font size and the distance of the lines, in pixels. */
  readonly size: number;
  readonly leading: number;
}

// In units.
const largest = 34;
const smallest = 20;
// Of JetBrains Mono, in ems.
const advance = 0.6;
const lineHeight = 1.55;
const otherWide = /[\p{Extended_Pictographic}\uff00-\uff60]/u;

/**
 * Sets code in the largest size that fits. In the smallest, lines that are too long continue on the next one,
 * and lines that are too many end with an ellipsis.
 */
export function fitCode(
  source: readonly string[],
  room: { readonly width: number; readonly height: number },
  unit: number,
): FittedCode {
  const columns = Math.max(1, ...source.map(columnsOf));
  let size = largest * unit;
  const fits = () =>
    columns * advance * size <= room.width && ((source.length - 1) * lineHeight + 0.73) * size <= room.height;
  while (size > smallest * unit && !fits()) size -= unit;
  const most = Math.max(1, Math.floor((room.height / size - 0.73) / lineHeight) + 1);
  const available = Math.floor(room.width / (size * advance));
  const lines = source.flatMap((line, number) =>
    wrap(line, available).map((part) => ({ ...part, source: number })),
  );
  const cut =
    lines.length > most
      ? [...lines.slice(0, most - 1), { text: "…", source: source.length, offset: 0 }]
      : lines;
  return { lines: cut, size, leading: size * lineHeight };
}

const widthOf = (character: string): number =>
  squareLetters.test(character) || otherWide.test(character) ? 2 : 1;

const columnsOf = (line: string): number => [...line].reduce((sum, character) => sum + widthOf(character), 0);

/** Breaks a line of code that is too long, after a space if there is one. Its continuations are indented. */
function wrap(line: string, columns: number): Pick<CodeLine, "text" | "offset">[] {
  const lines: Pick<CodeLine, "text" | "offset">[] = [];
  const indent = `${/^ */.exec(line)?.[0] ?? ""}    `.slice(0, Math.floor(columns / 3));
  let start = 0;
  while (true) {
    const prefix = start === 0 ? "" : indent;
    const room = columns - prefix.length;
    const rest = line.slice(start);
    const offset = start - prefix.length;
    if (columnsOf(rest) <= room) return [...lines, { text: prefix + rest, offset }];
    const end = lengthOf(rest, room);
    const space = rest.lastIndexOf(" ", end);
    const cut = space > room / 3 ? space : end;
    lines.push({ text: prefix + rest.slice(0, cut), offset });
    start += cut + (/^ */.exec(rest.slice(cut))?.[0].length ?? 0);
  }
}

/** Returns how much of a text fits in some columns: at least one character. */
function lengthOf(text: string, columns: number): number {
  let [width, length] = [0, 0];
  for (const character of text) {
    width += widthOf(character);
    if (width > columns && length > 0) break;
    length += character.length;
  }
  return length;
}
