import type { Scene } from "../../storyboard/storyboard.ts";
import { circle } from "../draw/shapes.ts";
import type { PlacedGlyph } from "../type/line.ts";
import { capHeight, shapeParagraph } from "../type/paragraph.ts";
import { toSpans } from "../type/spans.ts";
import type { Color } from "./color.ts";
import { drawHeader } from "./label.ts";
import { findNumber, setNumber } from "./number.ts";
import { heightOf, kicker, stack, type WordsStyle, words } from "./stack.ts";
import type { Card, Stage } from "./stage.ts";
import { blockOf, typeset } from "./typeset.ts";

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
  const { frame, palette, type } = stage;
  const { unit, content } = frame;
  const isList = scene.kind === "list";
  const paragraphs = shapeBlocks(scene, stage);
  const text = paragraphs.map((paragraph) => paragraph.text).join(" ");
  const number = isList ? undefined : findNumber(text);
  const head = [kicker(scene.heading, stage)];
  if (number !== undefined) head.push(setNumber(number, stage));
  const indent = isList ? indentOfList * unit : 0;
  const most = isList ? largestInList : number === undefined ? largestFor(text) : largestBelowNumber;
  const blocks = typeset(paragraphs, {
    width: content.width - indent,
    // Even the longest text leaves some air above and below.
    height: content.height * 0.94 - heightOf(head) - gap * unit,
    sizes: sizes.filter((size) => size <= most).map((size) => size * unit),
    comfortable: (isList ? 34 : 40) * unit,
    gap: isList ? 0.5 : 0.6,
  });
  const box = { ...content, x: content.x + (type.isRightToLeft ? 0 : indent), width: content.width - indent };
  const bullet: WordsStyle["bullet"] = ({ phrase, baseline, size }, active) => {
    const radius = 0.115 * size;
    const x = type.isRightToLeft ? content.x + content.width - radius : content.x + radius;
    const color = phrase <= active ? palette.accent : palette.accentToCome;
    return circle(x, baseline - (capHeight / 2) * size, radius, color);
  };
  const style = {
    gap,
    colors: (glyph: PlacedGlyph, active: number) => colorOf(glyph, active, stage),
    ...(isList && { bullet }),
  };
  const header = drawHeader(index, stage);
  const pages = new Map(
    blocks.map((block) => [block, stack([...head, words(block, style, box, stage)], content)]),
  );
  return (active) => {
    const block = blockOf(blocks, active);
    return [...header, ...((block && pages.get(block)?.(active)) ?? [])];
  };
}

function shapeBlocks({ blocks }: Scene, { type }: Stage) {
  let phrases = 0;
  return blocks.map((block) => {
    const spans = toSpans(block, phrases, type.fonts, type.language);
    phrases += block.length;
    return shapeParagraph(spans, "display", type);
  });
}

function largestFor(text: string): number {
  return largest.find(([characters]) => text.length <= characters)?.[1] ?? 64;
}

function colorOf(glyph: PlacedGlyph, active: number, { palette }: Stage): Color {
  if (glyph.phrase > active) return glyph.isCode ? palette.accentToCome : palette.toCome;
  if (glyph.phrase < active) return glyph.isCode ? palette.accentSpoken : palette.spoken;
  return glyph.isCode ? palette.accent : palette.ink;
}
