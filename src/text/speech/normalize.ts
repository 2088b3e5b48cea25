import { convertDialects } from "../dialects/index.ts";
import { stripInvisible } from "./characters.ts";

const maxDelimiters = 400;

/** Markdown for the parser. */
export interface Source {
  /** Without very deep nesting, and without constructs for which the parser takes quadratic time. */
  readonly text: string;
  /** The same lines with what the parser must not see: code is shown as it is here. */
  readonly typed: string;
}

/**
 * Returns plain Markdown that parses in linear time, without invisible characters and the dialects of
 * documentation generators.
 */
export function normalizeMarkdown(markdown: string): Source {
  const typed = convertDialects(stripInvisible(markdown.replace(/\r\n?/g, "\n")));
  return { text: toSafeText(typed), typed };
}

function toSafeText(text: string): string {
  // The parser recurses into each level of quotes and lists. A hundred are more than anyone writes.
  const shallow = text.replace(/^([ \t>+*\d.)-]{100})[ \t>+*\d.)-]+/gm, "$1");
  return withoutOpenBrackets(limitDelimiters(withoutSetextHeadings(shallow)));
}

// The parser's time is quadratic in the number of underlined headings (measured: 10 s for 30,000).
// A single line above an underline becomes the same heading with "#".
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

// The parser's time is quadratic in the delimiters of a paragraph (measured: 40 s for 60,000 tildes).
// A paragraph ends at an empty line, a list item or a heading; a deeper indentation may continue it.
function limitDelimiters(text: string): string {
  let delimiters = 0;
  const lines = text.split("\n").map((line) => {
    if (/^ {0,3}(?:[-*+] |#{1,6} |$)|^\s*$/.test(line)) delimiters = 0;
    if (/^ {0,3}(?:`{3}|~{3})/.test(line)) return line;
    return line.replace(/[*_~[\]!]/g, (delimiter) => (++delimiters > maxDelimiters ? " " : delimiter));
  });
  return lines.join("\n");
}

const maxParagraphLength = 2_000;

// Behind a bracket that is never closed, the parser searches back to it at each word (measured: 260 s for
// 66,000 words). In long paragraphs such brackets become spaces.
function withoutOpenBrackets(text: string): string {
  return text
    .split(/(\n[ \t]*\n)/)
    .map((paragraph) => {
      if (paragraph.length <= maxParagraphLength || !paragraph.includes("[")) return paragraph;
      const open: number[] = [];
      for (const { 0: bracket, index } of paragraph.matchAll(/[[\]]/g)) {
        if (bracket === "[") open.push(index);
        else open.pop();
      }
      const isOpen = new Set(open);
      return paragraph.replace(/\[/g, (bracket, index: number) => (isOpen.has(index) ? " " : bracket));
    })
    .join("");
}

const maxUnsplitLength = 32_000;
const chunkLength = 8_000;
const maxDefinitions = 200;

/**
 * Splits a long document into chunks that are parsed one by one, because the parser's time is quadratic in
 * the number of some blocks (measured: 14 s for 9,000 quotes). A chunk starts at a heading if possible, never
 * inside fenced code or a comment unless that is longer than a chunk, and contains the document's link
 * definitions.
 */
export function splitIntoChunks(source: Source): Source[] {
  const { text, typed } = source;
  if (text.length <= maxUnsplitLength) return [source];
  const definitions = text.match(/^ {0,3}\[[^\]\n]{1,100}\]: ?\S.*$/gm)?.slice(0, maxDefinitions) ?? [];
  const [lines, typedLines] = [text.split("\n"), typed.split("\n")];
  const ranks = rankChunkStarts(lines);
  const chunks: Source[] = [];
  for (let start = 0; start < lines.length; ) {
    const end = findChunkEnd(lines, ranks, start);
    const toChunk = (all: readonly string[]) => [...all.slice(start, end), "", ...definitions].join("\n");
    chunks.push({ text: toChunk(lines), typed: toChunk(typedLines) });
    start = end;
  }
  return chunks;
}

// Rates how well a chunk can start at each line: 3 for a heading, 2 after an empty line, 1 for an item, 0
// otherwise.
function rankChunkStarts(lines: readonly string[]): number[] {
  let fence = "";
  let isComment = false;
  return lines.map((line, index) => {
    const fenceInLine = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
    const isInside = fence !== "" || isComment;
    if (fence === "") fence = fenceInLine;
    else if (fenceInLine.startsWith(fence)) fence = "";
    if (line.includes("<!--")) isComment = true;
    if (line.lastIndexOf("-->") > line.lastIndexOf("<!--")) isComment = false;
    if (isInside || /^\s/.test(line)) return 0;
    if (/^#{1,3} /.test(line)) return 3;
    if (lines[index - 1]?.trim() === "") return 2;
    return /^[-*+] /.test(line) ? 1 : 0;
  });
}

// Prefers the last of the best starts in the second half of the chunk.
function findChunkEnd(lines: readonly string[], ranks: readonly number[], start: number): number {
  let length = 0;
  let best: { index: number; rank: number } | undefined;
  for (let index = start; index < lines.length; index += 1) {
    const rank = ranks[index] ?? 0;
    if (index > start && length > chunkLength / 2 && rank >= (best?.rank ?? 0)) best = { index, rank };
    length += (lines[index]?.length ?? 0) + 1;
    if (length > chunkLength && index > start) return best?.index ?? index;
  }
  return lines.length;
}
