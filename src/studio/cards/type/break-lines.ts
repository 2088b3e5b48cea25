import type { Token } from "./break-points.ts";

/** Measures text between two indexes, in ems. */
export type Measure = (start: number, end: number) => number;

export interface LineRange {
  readonly start: number;
  readonly end: number;
  readonly hasHyphen: boolean;
}

export interface Breaking {
  readonly text: string;
  /** Whether a phrase begins at an index: a good place for a new line. */
  readonly isPhraseStart: (index: number) => boolean;
  readonly tokens: readonly Token[];
  readonly measure: Measure;
}

// Words that should not stay behind at the end of a line: articles, prepositions and conjunctions.
const weak = new Set(
  (
    "a an the of to in on at by for and or as is it its with from into than that " +
    "der die das den dem des ein eine einen und oder zu zum zur im in am mit von auf für " +
    "le la les l un une des du de et à au aux en dans pour par sur ou " +
    "el los las una y o del al con por para en il lo gli i e di da con per che " +
    "o os as um uma e do da em no na com por para и в на с к по для не"
  ).split(" "),
);
const lastWord = /[\p{L}\p{N}]+$/u;
const stop = /[,.;:!?。、，：；]$/u;

// Costs are squares of parts of the width. A line costs more than any raggedness, so that there are never more
// lines than needed.
const lineCost = 10;
const weakEndCost = 0.05;
// "Atlas 2.4" and "4 seconds" belong together.
const numberCost = 0.04;
// Neither the first nor the last word of a phrase should be on another line than the rest of it.
const strayWordCost = 0.09;
const orphanCost = 0.12;
const stopBonus = 0.025;
const phraseBonus = 0.05;

/**
 * Breaks text into the fewest lines of at most `width` ems, as even as possible, without a weak word at the end
 * of a line or a lone word on the last. Returns undefined if a token is wider than a line.
 */
export function breakLines(breaking: Breaking, width: number): LineRange[] | undefined {
  const { tokens, measure } = breaking;
  if (tokens.some(({ start, end }) => measure(start, end) > width)) return undefined;
  const target = Math.min(width, averageWidth(breaking, width) * 1.03);
  const costs = [0];
  const froms = [0];
  for (let end = 1; end <= tokens.length; end += 1) {
    const costOfBreak = end === tokens.length ? 0 : costOfBreakAt(end, breaking);
    let best = Number.POSITIVE_INFINITY;
    for (let start = end - 1; start >= 0; start -= 1) {
      const lineWidth = widthOf(tokens[start], tokens[end - 1]);
      // A single token fits without its hyphen; a narrow line may have no room for both.
      if (lineWidth > width && start < end - 1) break;
      const cost = (costs[start] ?? 0) + lineCost + costOfBreak + raggedness(start, end, lineWidth);
      if (cost < best) {
        best = cost;
        froms[end] = start;
      }
    }
    costs[end] = best;
  }
  const lines: LineRange[] = [];
  for (let end = tokens.length; end > 0; end = froms[end] ?? 0) {
    const last = tokens[end - 1];
    const start = tokens[froms[end] ?? 0]?.start ?? 0;
    lines.unshift({ start, end: last?.end ?? 0, hasHyphen: last?.hyphen !== undefined });
  }
  return lines;

  function widthOf(first: Token | undefined, last: Token | undefined): number {
    return measure(first?.start ?? 0, last?.end ?? 0) + (last?.hyphen ?? 0);
  }

  function raggedness(start: number, end: number, lineWidth: number): number {
    const slack = (target - lineWidth) / width;
    if (end < tokens.length) return slack * slack;
    // The last line may be short, but not a single word.
    const isOrphan = end - start === 1 && start > 2;
    return slack * slack * (slack > 0 ? 0.5 : 1) + (isOrphan ? orphanCost : 0);
  }
}

/** What it costs to begin a line with a token. */
function costOfBreakAt(index: number, { text, tokens, isPhraseStart }: Breaking): number {
  const [before, next] = [tokens[index - 1], tokens[index]];
  if (before === undefined || next === undefined) return 0;
  const last = text.slice(before.start, before.end);
  const word = lastWord.exec(last)?.[0].toLowerCase();
  const first = text.slice(next.start, next.end);
  const separates =
    (/\p{L}$/u.test(last) && /^\p{N}/u.test(first)) || (/\p{N}$/u.test(last) && /^\p{L}/u.test(first));
  const isFirstOfPhrase = index > 1 && isPhraseStart(before.start);
  const isStray = isFirstOfPhrase || isPhraseStart(tokens[index + 1]?.start ?? -1);
  const cost = (separates ? numberCost : 0) + (isStray && !isPhraseStart(next.start) ? strayWordCost : 0);
  if (word !== undefined && weak.has(word)) return cost + weakEndCost;
  return cost - (isPhraseStart(next.start) ? phraseBonus : 0) - (stop.test(last) ? stopBonus : 0);
}

/** The average width of the lines if they are filled one after the other. */
function averageWidth({ tokens, measure }: Breaking, width: number): number {
  let lines = 1;
  let total = 0;
  let start = tokens[0]?.start ?? 0;
  for (const [index, token] of tokens.entries()) {
    if (measure(start, token.end) <= width) continue;
    total += measure(start, tokens[index - 1]?.end ?? start);
    lines += 1;
    start = token.start;
  }
  return (total + measure(start, tokens.at(-1)?.end ?? start)) / lines;
}
