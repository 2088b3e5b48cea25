import type { Scene } from "../../storyboard/storyboard.ts";
import { rectangle, type Shape } from "../draw/shapes.ts";
import { cleanText } from "../type/clean.ts";
import { shapeParagraph } from "../type/paragraph.ts";
import { keepDrawable } from "../type/spans.ts";
import { type ArtGrid, drawArt } from "./art.ts";
import type { Frame } from "./frame.ts";
import { describeStoryboard, drawMark, shapeLabel } from "./labels.ts";
import type { Card, Stage } from "./stage.ts";
import { capHeight, letter, mirror, typeset } from "./typeset.ts";

const sizes = [96, 88, 80, 72, 66, 60, 54, 48, 42, 36, 32];

/** The first card: the title, what it is about, and shapes in the colors of the video. */
export function layOutTitle(scene: Scene, stage: Stage): Card {
  const { frame, palette, request, storyboard, type } = stage;
  const { unit } = frame;
  const { art, box } = arrange(frame);
  const words =
    cleanText(request.title) ||
    cleanText(
      scene.blocks
        .flat()
        .map(({ text }) => text)
        .join(" "),
    );
  const paragraph = shapeParagraph(
    [{ text: keepDrawable(words, "title", type.fonts), phrase: 0 }],
    "title",
    type,
  );
  const subject = request.subject.repository;
  const below = (subject === undefined ? 0 : 56) * unit;
  const [block] = typeset([{ ...paragraph, leading: paragraph.leading * 0.9 }], {
    width: box.width,
    height: box.height - 60 * unit - below,
    sizes: sizes.map((size) => size * unit),
  });
  if (block === undefined) return () => [];
  const whole = 60 * unit + block.height + below;
  const top = box.y + (box.height - whole) * 0.5;
  const placed = mirror(box, stage);
  const shapes: Shape[] = [
    ...drawArt(mirrorArt(art, stage), request.subject.repository ?? request.title, palette),
    ...(request.isBrief
      ? drawTag("Brief: what the video will be about", top, stage)
      : [drawMark(top + 14 * unit, 56 * unit, stage)]),
    ...block.rows.map(({ line, baseline }) =>
      letter(
        line,
        placed,
        { size: block.size, baseline: top + 60 * unit + baseline, align: "start", color: palette.ink },
        stage,
      ),
    ),
  ];
  const small = (text: string, size: number, baseline: number) => {
    const line = shapeLabel(text, "text", placed.width / size, stage);
    shapes.push(letter(line, placed, { size, baseline, align: "start", color: palette.quiet }, stage));
  };
  if (subject !== undefined) small(subject, 26 * unit, top + whole - 6 * unit);
  small(describeStoryboard(storyboard), 20 * unit, frame.progress.y - 32 * unit);
  return () => shapes;
}

function drawTag(text: string, y: number, stage: Stage): Shape[] {
  const { frame, palette } = stage;
  const size = 18 * frame.unit;
  const line = shapeLabel(text, "text", (frame.content.width - 32 * frame.unit) / size, stage);
  const padding = 14 * frame.unit;
  const height = 34 * frame.unit;
  const tag = mirror(
    { x: frame.margin, y: y - 6 * frame.unit, width: line.width * size + 2 * padding, height },
    stage,
  );
  const baseline = tag.y + height / 2 + (capHeight / 2) * size;
  return [
    rectangle(tag, palette.panel, height / 2),
    letter(
      line,
      { x: tag.x + padding, width: tag.width - 2 * padding },
      { size, baseline, align: "start", color: palette.accent },
      stage,
    ),
  ];
}

function arrange({ shape, unit, width, height, margin, progress }: Frame) {
  const cell = 120 * unit;
  const bottom = progress.y - 64 * unit;
  if (shape === "landscape") {
    const art: ArtGrid = { x: width - 3 * cell, y: 0, columns: 3, rows: 5, cell };
    return {
      art,
      box: { x: margin, y: 64 * unit, width: art.x - margin - 48 * unit, height: bottom - 64 * unit },
    };
  }
  const rows = shape === "portrait" ? 4 : 2;
  const art: ArtGrid = { x: 0, y: 0, columns: 6, rows, cell };
  const top = rows * cell + 40 * unit;
  return {
    art,
    box: { x: margin, y: top, width: width - 2 * margin, height: Math.min(bottom, height) - top },
  };
}

function mirrorArt(art: ArtGrid, stage: Stage): ArtGrid {
  const { x } = mirror({ ...art, width: art.columns * art.cell, height: 0 }, stage);
  return { ...art, x };
}
