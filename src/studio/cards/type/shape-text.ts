import bidiJs, { type Bidi } from "bidi-js";
import type { Font, Glyph, Item } from "../fonts/font.ts";
import type { FontSet, Role } from "../fonts/font-set.ts";

/** A part of a text in one font and one direction, as glyphs from left to right. */
export interface Run extends Item {
  readonly font: Font;
  /** The embedding level of the bidirectional algorithm. */
  readonly level: number;
  readonly isCode: boolean;
  readonly glyphs: readonly Glyph[];
}

export interface TypeContext {
  readonly fonts: FontSet;
  /** A BCP 47 tag. It chooses the forms of letters and the rules of line breaking. */
  readonly language: string;
  /** The direction of paragraphs. */
  readonly isRightToLeft: boolean;
}

interface Grapheme {
  readonly start: number;
  readonly end: number;
  readonly font: Font;
  readonly level: number;
  readonly isCode: boolean;
  readonly script: string;
}

// Its types describe another module format: the default import is the factory itself.
const bidi = (bidiJs as unknown as () => Bidi)();
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Returns the graphemes of a text that no font has, with their positions. */
export function findMissing(text: string, role: Role, fonts: FontSet): { start: number; grapheme: string }[] {
  return [...graphemes.segment(text)]
    .filter(({ segment }) => fonts.choose(segment, role) === undefined)
    .map(({ index, segment }) => ({ start: index, grapheme: segment }));
}

/**
 * Shapes a text all of whose graphemes have a font, in logical order. `isCode` tells which units are code.
 */
export function shapeText(
  text: string,
  isCode: (index: number) => boolean,
  role: Role,
  { fonts, language, isRightToLeft }: TypeContext,
): Run[] {
  if (text === "") return [];
  const { levels } = bidi.getEmbeddingLevels(text, isRightToLeft ? "rtl" : "ltr");
  const runs: Grapheme[] = [];
  for (const { index: start, segment } of graphemes.segment(text)) {
    const code = isCode(start);
    const font = fonts.choose(segment, code ? "mono" : role);
    if (font === undefined) continue;
    const last = runs.at(-1);
    const next = {
      start,
      end: start + segment.length,
      font,
      level: levels[start] ?? 0,
      isCode: code,
      script: scriptOf(segment) ?? last?.script ?? "",
    };
    const joins =
      last?.font === font && last.level === next.level && last.isCode === code && last.end === start;
    if (joins && (last.script === next.script || last.script === "")) {
      runs[runs.length - 1] = { ...next, start: last.start };
    } else {
      runs.push(next);
    }
  }
  return runs.map((run) => {
    const item = { start: run.start, end: run.end, isRightToLeft: run.level % 2 === 1 };
    return {
      ...item,
      font: run.font,
      level: run.level,
      isCode: run.isCode,
      glyphs: run.font.shape(text, item, language),
    };
  });
}

// A font may have several scripts, but HarfBuzz shapes one at a time.
const scripts = ["Latin", "Greek", "Cyrillic", "Arabic", "Hebrew", "Devanagari", "Han", "Hangul", "Thai"].map(
  (name) => ({ name, pattern: new RegExp(`^\\p{Script=${name}}`, "u") }),
);
const common = /^[\p{Script=Common}\p{Script=Inherited}]/u;

function scriptOf(grapheme: string): string | undefined {
  if (common.test(grapheme)) return undefined;
  return scripts.find(({ pattern }) => pattern.test(grapheme))?.name ?? "other";
}

/** Orders the runs of a line from left to right (rule L2 of the Unicode bidirectional algorithm). */
export function toVisualOrder<R extends { readonly level: number }>(runs: readonly R[]): R[] {
  const ordered = [...runs];
  const levels = ordered.map(({ level }) => level);
  for (let level = Math.max(0, ...levels); level > 0; level -= 1) {
    for (let start = 0; start < ordered.length; start += 1) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end += 1;
      if (end > start) {
        ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
        start = end;
      }
    }
  }
  return ordered;
}
