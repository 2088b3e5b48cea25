import { type Color, dim } from "../design/color.ts";
import type { Palette } from "../design/palette.ts";

// From the start of a line, or from a space, to the end of the line.
const comment = /(?:^|\s)(?:#|\/\/+|\/\*+|<!--|--)(?=\s|$).*$/;
const blockComment = /^\s*\*\s.*$/;
const prompt = /^\s*(?:\$|>|PS>|>>>)(?=\s)/;
const string = /(["'`])(?:(?!\1)[^\\]|\\.)*\1/g;

interface Range {
  readonly start: number;
  readonly end: number;
  readonly color: Color;
}

/**
 * Returns the color of a character of code by its line and its index: comments, prompts and strings are set
 * off.
 */
export function colorCode(
  lines: readonly string[],
  palette: Palette,
): (line: number, index: number) => Color {
  // Code may be small, so comments need the contrast of small text.
  const quiet = dim(palette.ink, palette.panel, 4.6);
  const ranges = lines.map((line): Range[] => {
    const comments = [comment.exec(line), blockComment.exec(line)].filter((match) => match !== null);
    return [
      ...comments.map((match) => toRange(match, quiet)),
      ...[prompt.exec(line)].filter((match) => match !== null).map((match) => toRange(match, palette.accent)),
      ...[...line.matchAll(string)].map((match) => toRange(match, palette.accent)),
    ];
  });
  return (line, index) =>
    ranges[line]?.find(({ start, end }) => index >= start && index < end)?.color ??
    (line < lines.length ? palette.ink : quiet);
}

const toRange = (match: RegExpExecArray, color: Color): Range => ({
  start: match.index,
  end: match.index + match[0].length,
  color,
});
