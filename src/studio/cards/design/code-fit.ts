export interface FittedCode {
  readonly lines: readonly string[];
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
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\uff00-\uff60]/u;

/**
 * Sets code in the largest size that fits. In the smallest, lines that are too long continue on the next one, and
 * lines that are too many end with an ellipsis.
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
  const lines = source.flatMap((line) => wrap(line, Math.floor(room.width / (size * advance))));
  const cut = lines.length > most ? [...lines.slice(0, most - 1), "…"] : lines;
  return { lines: cut, size, leading: size * lineHeight };
}

const widthOf = (character: string): number => (wide.test(character) ? 2 : 1);

const columnsOf = (line: string): number => [...line].reduce((sum, character) => sum + widthOf(character), 0);

/** Breaks a line of code that is too long, after a space if there is one. Its continuations are indented. */
function wrap(line: string, columns: number): string[] {
  const lines: string[] = [];
  const indent = `${/^ */.exec(line)?.[0] ?? ""}    `.slice(0, Math.floor(columns / 3));
  let rest = [...line];
  while (columnsOf(rest.join("")) > columns) {
    let end = 0;
    for (let width = 0; width + widthOf(rest[end] ?? "") <= columns; end += 1)
      width += widthOf(rest[end] ?? "");
    const space = rest.lastIndexOf(" ", end);
    const cut = space > indent.length + 8 ? space : Math.max(end, indent.length + 1);
    lines.push(rest.slice(0, cut).join("").trimEnd());
    rest = [...indent, ...rest.slice(cut).join("").trimStart()];
  }
  return [...lines, rest.join("")];
}
