import type { Scene } from "../../storyboard/storyboard.ts";
import { colorOfWords } from "../design/phrase-colors.ts";
import type { Card, Stage } from "../design/stage.ts";
import { circle } from "../draw/shapes.ts";
import { mark, type WordsStyle, words } from "../layout/parts.ts";
import { heightOf, stack } from "../layout/stack.ts";
import { blockOf, typeset } from "../layout/typeset.ts";
import { squareLetters } from "../type/letters.ts";
import { capHeight, type Paragraph, shapeParagraph } from "../type/paragraph.ts";
import { toSpans } from "../type/spans.ts";
import { layOutHead } from "./head.ts";
import { drawHeader } from "./header.ts";
import { layOutNumber } from "./number.ts";

// The shorter the text, the larger it may be.
const largest: readonly (readonly [characters: number, size: number])[] = [
  [16, 120],
  [36, 96],
  [72, 80],
  [110, 72],
];
const sizes = [120, 108, 96, 88, 80, 72, 68, 64, 60, 56, 52, 48, 44, 40, 37, 34, 31, 28, 26];
const largestInList = 48;
const largestBelowNumber = 52;
const gap = 40;
const indentOfList = 40;

/** A card of paragraphs or of a list, with the phrase that is being spoken set off. */
export function layOutText(scene: Scene, index: number, stage: Stage): Card {
  const { frame, palette } = stage;
  const { unit, content } = frame;
  const isList = scene.kind === "list";
  const isSection = scene.blocks.length === 0;
  const paragraphs = shapeBlocks(scene, stage);
  const head = isSection ? [mark(40, stage)] : layOutHead(scene, stage);
  const number = scene.emphasis === undefined ? undefined : layOutNumber(scene.emphasis, stage);
  if (number !== undefined) head.push(number);
  const text = paragraphs.map((paragraph) => paragraph.text).join(" ");
  const most = isList ? largestInList : number === undefined ? largestFor(text) : largestBelowNumber;
  const indent = (paragraph: number) =>
    isList ? (1 + (scene.levels?.[paragraph] ?? 0)) * indentOfList * unit : 0;
  const blocks = typeset(paragraphs, {
    width: content.width,
    // Even the longest text leaves some air above and below.
    height: content.height * 0.94 - heightOf(head) - gap * unit,
    sizes: sizes.filter((size) => size <= most).map((size) => size * unit),
    comfortable: (isList ? 34 : 40) * unit,
    gap: isList ? 0.5 : 0.6,
    indent,
  });
  const style: WordsStyle = {
    gap,
    colors: (glyph, active) => colorOfWords(glyph, active, palette),
    indent,
    bullet: isList ? bulletOf(indent, stage) : undefined,
  };
  const header = drawHeader(index, stage);
  const pages = new Map(
    blocks.map((block) => [block, stack([...head, words(block, style, content, stage)], content)]),
  );
  return (active) => {
    const block = blockOf(blocks, active);
    return [...header, ...((block && pages.get(block)?.(active)) ?? [])];
  };
}

function shapeBlocks(
  { blocks, heading = "", spokenHeading = [], lead = [] }: Scene,
  { type }: Stage,
): Paragraph[] {
  if (blocks.length === 0) {
    const isSpoken = spokenHeading.length > 0;
    const phrases = isSpoken ? spokenHeading : [{ text: heading, start: 0, end: 0 }];
    return [shapeParagraph(toSpans(phrases, isSpoken ? 0 : -1, type), "display", type)];
  }
  let first = spokenHeading.length + lead.length;
  return blocks.map((block) => {
    const spans = toSpans(block, first, type);
    first += block.length;
    return shapeParagraph(spans, "display", type);
  });
}

function largestFor(text: string): number {
  // A letter in a square is as wide as two others.
  const width = [...text].reduce((sum, letter) => sum + (squareLetters.test(letter) ? 2 : 1), 0);
  return largest.find(([most]) => width <= most)?.[1] ?? 64;
}

function bulletOf(
  indent: (paragraph: number) => number,
  { frame, palette, type }: Stage,
): WordsStyle["bullet"] {
  const { content, unit } = frame;
  return ({ paragraph, phrase, baseline, size }, active) => {
    const isNested = indent(paragraph) > indentOfList * unit;
    const radius = (isNested ? 0.09 : 0.115) * size;
    const start = indent(paragraph) - indentOfList * unit + 0.115 * size;
    const x = type.isRightToLeft ? content.x + content.width - start : content.x + start;
    const color = phrase <= active ? palette.accent : palette.accentToCome;
    return circle(x, baseline - (capHeight / 2) * size, radius, color);
  };
}
