import type { Scene } from "../../storyboard/storyboard.ts";
import { circle, type Shape } from "../draw/shapes.ts";
import { type PlacedGlyph, shapeParagraph } from "../type/paragraph.ts";
import { toSpans } from "../type/spans.ts";
import type { Color } from "./color.ts";
import { drawHeader, drawMark, shapeLabel } from "./labels.ts";
import type { Card, Stage } from "./stage.ts";
import { type Block, blockOf, capHeight, letter, type Row, typeset } from "./typeset.ts";

const sizes = {
  text: [76, 72, 68, 64, 60, 56, 52, 48, 44, 40, 36, 33, 30, 28, 26],
  list: [52, 48, 44, 40, 37, 34, 31, 28, 26],
};

/** A card of paragraphs or of a list, with the phrase that is being spoken set off. */
export function layOutText(scene: Scene, index: number, stage: Stage): Card {
  const { frame, type } = stage;
  const isList = scene.kind === "list";
  const { unit, content } = frame;
  const heading = scene.heading === undefined ? undefined : shapeHeading(scene.heading, stage);
  const headingHeight = (heading === undefined ? 40 : 72) * unit;
  const indent = isList ? 40 * unit : 0;
  let phrases = 0;
  const paragraphs = scene.blocks.map((block) => {
    const spans = toSpans(block, phrases, type.fonts, type.language);
    phrases += block.length;
    return shapeParagraph(spans, "display", type);
  });
  const blocks = typeset(paragraphs, {
    width: content.width - indent,
    height: content.height - headingHeight,
    sizes: sizes[isList ? "list" : "text"].map((size) => size * unit),
    gap: isList ? 0.5 : 0.6,
  });
  return (active) => {
    const block = blockOf(blocks, active);
    if (block === undefined) return drawHeader(index, stage);
    const top = content.y + (content.height - headingHeight - block.height) * 0.46;
    const shapes = [...drawHeader(index, stage)];
    if (heading === undefined) shapes.push(drawMark(top, 40 * unit, stage));
    else
      shapes.push(
        letter(
          heading.line,
          content,
          {
            ...heading,
            baseline: top + heading.size * capHeight,
            align: "start",
            color: stage.palette.accent,
          },
          stage,
        ),
      );
    return [...shapes, ...drawRows(block, top + headingHeight, { active, indent }, stage)];
  };
}

function shapeHeading(text: string, stage: Stage) {
  const size = 28 * stage.frame.unit;
  return { size, line: shapeLabel(text, "display", stage.frame.content.width / size, stage) };
}

function drawRows(
  block: Block,
  top: number,
  { active, indent }: { active: number; indent: number },
  stage: Stage,
): Shape[] {
  const { frame, type } = stage;
  const { content } = frame;
  const box = {
    x: content.x + (type.isRightToLeft ? 0 : indent),
    width: content.width - indent,
  };
  return block.rows.flatMap((row) => {
    const color = (glyph: PlacedGlyph) => colorOf(glyph, active, stage);
    const how = { size: block.size, baseline: top + row.baseline, align: "start", color } as const;
    const words = letter(row.line, box, how, stage);
    return indent > 0 && row.isFirst ? [drawBullet(row, how, active, stage), words] : [words];
  });
}

function drawBullet(
  row: Row,
  { size, baseline }: { size: number; baseline: number },
  active: number,
  stage: Stage,
): Shape {
  const { frame, palette, type } = stage;
  const radius = 0.115 * size;
  const x = type.isRightToLeft ? frame.width - frame.margin - radius : frame.margin + radius;
  const color = row.line.phrase <= active ? palette.accent : palette.accentToCome;
  return circle(x, baseline - (capHeight / 2) * size + 0.01 * size, radius, color);
}

function colorOf(glyph: PlacedGlyph, active: number, { palette }: Stage): Color {
  if (glyph.phrase > active) return glyph.isCode ? palette.accentToCome : palette.toCome;
  if (glyph.isCode) return palette.accent;
  return glyph.phrase === active ? palette.ink : palette.spoken;
}
