import type { Glyph } from "../fonts/font.ts";
import type { Role } from "../fonts/font-set.ts";
import { breakLines, type LineRange } from "./break-lines.ts";
import { findTokens, type Token } from "./break-points.ts";
import { breakWord } from "./break-word.ts";
import { squareLetters, tallLetters } from "./letters.ts";
import { alignInk, type Line, placeRuns, type Setting } from "./line.ts";
import { type Run, shapeText, type TypeContext } from "./shape-text.ts";

/** Clean text that belongs to one phrase. */
export interface Span {
  readonly text: string;
  /** The number of the phrase in its scene. */
  readonly phrase: number;
  readonly isCode?: boolean;
}

/** Shaped text that can be broken into lines of any width. All lengths are in ems. */
export interface Paragraph {
  readonly text: string;
  /** From baseline to baseline: scripts with tall letters need more. */
  readonly leading: number;
  /** From the baseline to the top of most letters, and to the bottom of those that go below it. */
  readonly ascent: number;
  readonly descent: number;
  /** The width on one line. */
  readonly width: number;
  /**
   * Returns balanced lines of at most `width`; undefined if a word is wider. With `anywhere`, such a word is
   * broken.
   */
  break(width: number, anywhere?: boolean): LineRange[] | undefined;
  /** Returns a line that begins and ends with ink. */
  line(range: LineRange): Line;
  /** Returns all text on one line, with the spaces at its start. */
  whole(): Line;
}

// Code is set a little smaller, because letters of the same size look larger in the mono font.
const codeScale = 0.92;
const trackings: Record<Role, number> = { title: -0.022, display: -0.012, text: 0, mono: 0 };
// Letters that are joined, or whose marks depend on the distance, are not moved.
const tracked = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]/u;

export function shapeParagraph(spans: readonly Span[], role: Role, context: TypeContext): Paragraph {
  const text = spans.map((span) => span.text).join("");
  const owners = spans.flatMap((span) => Array.from({ length: span.text.length }, () => span));
  const runs = shapeText(text, (index) => owners[index]?.isCode === true, role, context);
  const scale = (run: Run) => (run.isCode && role !== "mono" ? codeScale : 1);
  const setting: Setting = {
    scale,
    advance(run, glyph) {
      const isTracked =
        glyph.advance > 0 && !run.isCode && tracked.test(text.slice(glyph.cluster, glyph.cluster + 2));
      return glyph.advance * scale(run) + (isTracked ? trackings[role] : 0);
    },
    phraseAt: (index) => owners[index]?.phrase ?? 0,
  };
  const sums = sumAdvances(text, runs, setting.advance);
  const measure = (start: number, end: number) => (sums[end] ?? 0) - (sums[start] ?? 0);
  const isPhraseStart = (index: number) => owners[index]?.phrase !== owners[index - 1]?.phrase;
  const metrics = metricsOf(text);
  const tokens = joinFirstWords(findTokens(text, context.language), isPhraseStart);
  return {
    text,
    ...metrics,
    leading: metrics.leading * (role === "title" ? titleLeading : 1),
    width: measure(0, tokens.at(-1)?.end ?? 0),
    break(width, anywhere = false) {
      const all = anywhere ? breakWide(width) : tokens;
      return breakLines({ text, tokens: all, measure, isPhraseStart }, width);
    },
    line: (range) => alignInk(cut(range)),
    whole: () => cut({ start: 0, end: text.length, hasHyphen: false }),
  };

  function breakWide(width: number): Token[] {
    const [hyphen] = shapeHyphen();
    const glyph = hyphen?.glyphs[0];
    const hyphenWidth = hyphen && glyph ? setting.advance(hyphen, glyph) : 0;
    const wordContext = { text, runs, measure, width, hyphen: hyphenWidth };
    return tokens.flatMap((token) => {
      return measure(token.start, token.end) > width ? breakWord(token, wordContext) : [token];
    });
  }

  function shapeHyphen(): Run[] {
    // At the left end of a line, a hyphen of Latin letters would be misread.
    return context.isRightToLeft ? [] : shapeText("-", () => false, role, context);
  }

  function cut({ start, end, hasHyphen }: LineRange): Line {
    const parts = runs
      .filter((run) => run.start < end && run.end > start)
      .map((run) => ({
        ...run,
        glyphs: run.glyphs.filter(({ cluster }) => cluster >= start && cluster < end),
      }));
    const hyphens = hasHyphen ? shapeHyphen().map((run) => moveTo(run, end - 1)) : [];
    const phrase = setting.phraseAt(start);
    return { ...placeRuns([...parts, ...hyphens], setting), text: text.slice(start, end), phrase };
  }
}

const shortWord = 4;
const longestJoined = 16;

/** Joins a short word at the start of a phrase to the next one: alone at the end of a line, it would be lost. */
function joinFirstWords(tokens: readonly Token[], isPhraseStart: (index: number) => boolean): Token[] {
  const joined: Token[] = [];
  let first: Token | undefined;
  for (const [index, token] of tokens.entries()) {
    if (first !== undefined && token.end - first.start <= longestJoined && !isPhraseStart(token.start)) {
      joined[joined.length - 1] = { start: first.start, end: token.end };
      first = undefined;
      continue;
    }
    const isShort = token.end - token.start <= shortWord;
    first = index > 0 && isShort && isPhraseStart(token.start) ? token : undefined;
    joined.push(token);
  }
  return joined;
}

const moveTo = (run: Run, cluster: number): Run => ({
  ...run,
  glyphs: run.glyphs.map((glyph) => ({ ...glyph, cluster })),
});

/** Returns for every index the width of the text before it. */
function sumAdvances(
  text: string,
  runs: readonly Run[],
  advance: (run: Run, glyph: Glyph) => number,
): Float64Array {
  const sums = new Float64Array(text.length + 1);
  for (const run of runs) {
    for (const glyph of run.glyphs)
      sums[glyph.cluster + 1] = (sums[glyph.cluster + 1] ?? 0) + advance(run, glyph);
  }
  for (let index = 1; index < sums.length; index += 1)
    sums[index] = (sums[index] ?? 0) + (sums[index - 1] ?? 0);
  return sums;
}

/** The height of the capitals of Inter, in ems. */
export const capHeight = 0.727;
// The larger the type, the closer its lines.
const titleLeading = 0.9;

function metricsOf(text: string): Pick<Paragraph, "leading" | "ascent" | "descent"> {
  if (tallLetters.test(text)) return { leading: 1.48, ascent: 0.95, descent: 0.32 };
  return squareLetters.test(text)
    ? { leading: 1.38, ascent: 0.8, descent: 0.14 }
    : { leading: 1.2, ascent: capHeight, descent: 0.2 };
}
