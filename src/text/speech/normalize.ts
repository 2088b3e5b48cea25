import { stripInvisible } from "./characters.ts";
import { firstPlaceholderCode } from "./model.ts";

/** A text whose placeholders are hidden from every rule, and the way back. */
export interface HiddenPlaceholders {
  readonly text: string;
  restore(spoken: string): string;
}

/**
 * Each `{{ some.name }}` becomes one character that no rule touches; `restore` puts it back as it was typed.
 * An escaped one stays escaped, and `${{ }}` is not one.
 */
export function hidePlaceholders(text: string): HiddenPlaceholders {
  const typed: string[] = [];
  const hidden = text
    .replace(/[\u{F0000}-\u{FFFFF}]/gu, "")
    .replace(/(?<!\$)\\?\{\{[ \t]*[\w.-]+[ \t]*\}\}/g, (placeholder) =>
      String.fromCodePoint(firstPlaceholderCode + typed.push(placeholder) - 1),
    );
  return {
    text: hidden,
    restore: (spoken) =>
      spoken.replace(
        /[\u{F0000}-\u{FFFFD}]/gu,
        (character) => typed[(character.codePointAt(0) ?? 0) - firstPlaceholderCode] ?? "",
      ),
  };
}

const maxDelimiters = 400;

/**
 * Markdown that is parsed in a time that grows with its length: without invisible characters, and without
 * what makes a parser compare everything with everything or nest without end.
 */
export function normalizeMarkdown(markdown: string): string {
  const text = stripInvisible(markdown.replace(/\r\n?/g, "\n"));
  // A hundred levels of quotes and lists are more than anyone writes; the parser recurses into each.
  const shallow = text.replace(/^([ \t>+*\d.)-]{100})[ \t>+*\d.)-]+/gm, "$1");
  return limitDelimiters(withoutSetextHeadings(shallow));
}

// The time for headings that are underlined is quadratic in their number (measured: 10 s for 30,000). A line of its own above an
// underline is the same heading with marks in front.
function withoutSetextHeadings(text: string): string {
  const lines = text.split("\n");
  for (let index = 1; index < lines.length; index += 1) {
    const [before = "", line = "", underline = ""] = [lines[index - 2], lines[index - 1], lines[index]];
    if (!/^ {0,3}(?:=+|-{2,})[ \t]*$/.test(underline) || before.trim() !== "") continue;
    if (line.trim() === "" || /^\s*(?:[>#|<`~*+-]|\d+[.)] )/.test(line)) continue;
    lines[index - 1] = `${underline.includes("=") ? "#" : "##"} ${line.trim()}`;
    lines[index] = "";
  }
  return lines.join("\n");
}

// The time for emphasis and links is quadratic in the delimiters of one paragraph (measured: 40 s for 60,000 tildes).
// A paragraph ends at an empty line, a list item or a heading; with a deeper indentation that is not certain.
function limitDelimiters(text: string): string {
  let delimiters = 0;
  const lines = text.split("\n").map((line) => {
    if (/^ {0,3}(?:[-*+] |#{1,6} |$)|^\s*$/.test(line)) delimiters = 0;
    if (/^ {0,3}(?:`{3}|~{3})/.test(line)) return line;
    return line.replace(/[*_~[\]!]/g, (delimiter) => (++delimiters > maxDelimiters ? " " : delimiter));
  });
  return lines.join("\n");
}

const maxUnsplitLength = 32_000;
const chunkLength = 8_000;
const maxDefinitions = 200;

/**
 * A long document in pieces that can be parsed one by one, as the parser's time grows with the square of some (measured:
 * 14 s for 9,000 block quotes). They begin at a heading where there is one, never inside fenced code or a comment unless
 * that is longer than a piece, and each has the definitions of links with it.
 */
export function splitIntoChunks(source: string): string[] {
  if (source.length <= maxUnsplitLength) return [source];
  const definitions = source.match(/^ {0,3}\[[^\]\n]{1,100}\]: ?\S.*$/gm)?.slice(0, maxDefinitions) ?? [];
  const lines = source.split("\n");
  const ranks = rankLines(lines);
  const pieces: string[] = [];
  for (let from = 0; from < lines.length; ) {
    const to = endOfChunk(lines, ranks, from);
    pieces.push([...lines.slice(from, to), "", ...definitions].join("\n"));
    from = to;
  }
  return pieces;
}

// How well a piece may begin with a line: 3 a heading, 2 after an empty line, 1 an item, 0 hardly.
function rankLines(lines: readonly string[]): number[] {
  let fence = "";
  let isComment = false;
  return lines.map((line, index) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
    const isInside = fence !== "" || isComment;
    if (fence === "") fence = mark;
    else if (mark.startsWith(fence)) fence = "";
    if (line.includes("<!--")) isComment = true;
    if (line.lastIndexOf("-->") > line.lastIndexOf("<!--")) isComment = false;
    if (isInside || /^\s/.test(line)) return 0;
    if (/^#{1,3} /.test(line)) return 3;
    if (lines[index - 1]?.trim() === "") return 2;
    return /^[-*+] /.test(line) ? 1 : 0;
  });
}

function endOfChunk(lines: readonly string[], ranks: readonly number[], from: number): number {
  let [length, best] = [0, from + 1];
  let bestRank = -1;
  for (let index = from; index < lines.length; index += 1) {
    const rank = ranks[index] ?? 0;
    if (index > from && length > chunkLength / 2 && rank >= bestRank) [best, bestRank] = [index, rank];
    length += (lines[index]?.length ?? 0) + 1;
    if (length > chunkLength && index > from) return bestRank < 0 ? index : best;
  }
  return lines.length;
}
