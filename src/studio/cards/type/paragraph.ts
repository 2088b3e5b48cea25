import type { Font, Glyph } from "../fonts/font.ts";
import type { Role } from "../fonts/font-set.ts";
import { breakLines, type LineRange } from "./break-lines.ts";
import { findTokens, type Token } from "./break-points.ts";
import { type Run, shapeText, type TypeContext, toVisualOrder } from "./shape-text.ts";

/** Clean text that belongs to one phrase. */
export interface Span {
  readonly text: string;
  /** The number of the phrase in its scene. */
  readonly phrase: number;
  readonly isCode?: boolean;
}

export interface PlacedGlyph {
  readonly font: Font;
  readonly id: number;
  /** The position in the line, in ems from its left end and from the baseline, with y pointing up. */
  readonly x: number;
  readonly y: number;
  /** The font size in ems of the paragraph. */
  readonly scale: number;
  readonly phrase: number;
  readonly isCode: boolean;
  /** The index of its character in the text of the paragraph. */
  readonly index: number;
}

export interface Line {
  readonly text: string;
  /** In ems, from the ink of the first glyph to the end of the last. */
  readonly width: number;
  readonly glyphs: readonly PlacedGlyph[];
  /** The phrase of its first character. */
  readonly phrase: number;
}

/** Shaped text that can be broken into lines of any width. */
export interface Paragraph {
  readonly text: string;
  /** The height of a line, in ems: scripts with tall letters need more. */
  readonly leading: number;
  /** The width on one line, in ems. */
  readonly width: number;
  /** The least width without a break inside of a word, in ems. */
  readonly widestToken: number;
  /** Returns balanced lines of at most `width` ems. Only with `anywhere`, words that do not fit are broken. */
  lines(width: number, anywhere?: boolean): Line[] | undefined;
  /** Returns all text on one line, with the spaces at its start. */
  whole(): Line;
}

// Code is set a little smaller, because letters of the same size look larger in the mono font.
const codeScale = 0.92;
const trackings: Record<Role, number> = { title: -0.022, display: -0.012, text: 0, mono: 0 };
// Letters that are joined, or whose marks depend on the distance, are not moved.
const tracked = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]/u;
const tall =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const square = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const mostBearing = 0.14;
// The larger the type, the closer its lines.
const titleLeading = 0.9;

export function shapeParagraph(spans: readonly Span[], role: Role, context: TypeContext): Paragraph {
  const text = spans.map((span) => span.text).join("");
  const owners = spans.flatMap((span) => Array.from({ length: span.text.length }, () => span));
  const runs = shapeText(text, (index) => owners[index]?.isCode === true, role, context);
  const scaleOf = (run: Run) => (run.isCode && role !== "mono" ? codeScale : 1);
  const advanceOf = (run: Run, glyph: Glyph) => {
    const isTracked = glyph.advance > 0 && !run.isCode && tracked.test(text.slice(glyph.cluster));
    return glyph.advance * scaleOf(run) + (isTracked ? trackings[role] : 0);
  };
  const sums = sumAdvances(text, runs, advanceOf);
  const measure = (start: number, end: number) => (sums[end] ?? 0) - (sums[start] ?? 0);
  const isPhraseStart = (index: number) => owners[index]?.phrase !== owners[index - 1]?.phrase;
  const tokens = findTokens(text, context.language);
  const last = tokens.at(-1)?.end ?? 0;
  return {
    text,
    leading: leadingOf(text) * (role === "title" ? titleLeading : 1),
    width: measure(0, last),
    widestToken: Math.max(0, ...tokens.map(({ start, end }) => measure(start, end))),
    lines(width, anywhere = false) {
      const all = anywhere
        ? breakWideTokens(tokens, runs, (start, end) => measure(start, end) > width)
        : tokens;
      return breakLines({ text, tokens: all, measure, isPhraseStart }, width)?.map((range) => {
        const line = placeLine(range);
        return { ...line, ...alignInk(line) };
      });
    },
    whole: () => placeLine({ start: 0, end: text.length }),
  };

  function placeLine({ start, end }: LineRange): Line {
    const parts = runs
      .filter((run) => run.start < end && run.end > start)
      .map((run) => ({
        level: run.level,
        run,
        glyphs: run.glyphs.filter(({ cluster }) => cluster >= start && cluster < end),
      }));
    const glyphs: PlacedGlyph[] = [];
    let x = 0;
    for (const { run, glyphs: shaped } of toVisualOrder(parts)) {
      const scale = scaleOf(run);
      for (const glyph of shaped) {
        const phrase = owners[glyph.cluster]?.phrase ?? 0;
        const [glyphX, glyphY] = [x + glyph.offsetX * scale, glyph.offsetY * scale];
        const { font, isCode } = run;
        glyphs.push({
          font,
          id: glyph.id,
          x: glyphX,
          y: glyphY,
          scale,
          phrase,
          isCode,
          index: glyph.cluster,
        });
        x += advanceOf(run, glyph);
      }
    }
    return { glyphs, width: x, text: text.slice(start, end), phrase: owners[start]?.phrase ?? 0 };
  }
}

/** Moves a line so that it begins with ink, which makes the edge of large type straight. */
function alignInk({ glyphs, width }: Line): Pick<Line, "glyphs" | "width"> {
  const [first, last] = [glyphs[0], glyphs.at(-1)];
  if (first === undefined || last === undefined) return { glyphs, width };
  const bearing = first.x + first.font.inkExtent(first.id).left * first.scale;
  const shift = Math.max(-mostBearing, Math.min(mostBearing, bearing));
  const inkEnd = last.x + last.font.inkExtent(last.id).right * last.scale;
  const end = Math.max(width - mostBearing, Math.min(width, inkEnd));
  return { glyphs: glyphs.map((glyph) => ({ ...glyph, x: glyph.x - shift })), width: end - shift };
}

/** Returns for every index the width of the text before it. */
function sumAdvances(
  text: string,
  runs: readonly Run[],
  advanceOf: (run: Run, glyph: Glyph) => number,
): Float64Array {
  const sums = new Float64Array(text.length + 1);
  for (const run of runs) {
    for (const glyph of run.glyphs)
      sums[glyph.cluster + 1] = (sums[glyph.cluster + 1] ?? 0) + advanceOf(run, glyph);
  }
  for (let index = 1; index < sums.length; index += 1)
    sums[index] = (sums[index] ?? 0) + (sums[index - 1] ?? 0);
  return sums;
}

/** Breaks tokens that are too wide between any two clusters. */
function breakWideTokens(
  tokens: readonly Token[],
  runs: readonly Run[],
  isTooWide: (start: number, end: number) => boolean,
): Token[] {
  const clusters = runs.flatMap((run) => run.glyphs.map(({ cluster }) => cluster)).sort((a, b) => a - b);
  return tokens.flatMap((token) => {
    if (!isTooWide(token.start, token.end)) return [token];
    const starts = [...new Set(clusters.filter((cluster) => cluster >= token.start && cluster < token.end))];
    return starts.map((start, index) => {
      const end = starts[index + 1] ?? token.end;
      return { start, end, next: end === token.end ? token.next : end };
    });
  });
}

function leadingOf(text: string): number {
  if (tall.test(text)) return 1.48;
  return square.test(text) ? 1.4 : 1.2;
}
