import type { Scene } from "../../storyboard/storyboard.ts";
import { rectangle } from "../draw/shapes.ts";
import { cleanText } from "../type/clean.ts";
import { capHeight, shapeParagraph } from "../type/paragraph.ts";
import { keepDrawable } from "../type/spans.ts";
import { drawArt } from "./art.ts";
import type { Frame } from "./frame.ts";
import { shapeLabel } from "./label.ts";
import { heightOf, label, mark, type Part, stack, words } from "./stack.ts";
import type { Card, Stage } from "./stage.ts";
import { mirror, place, typeset } from "./typeset.ts";
import { briefTag, describeStoryboard } from "./wording.ts";

const sizes = [128, 112, 96, 88, 80, 72, 66, 60, 54, 49, 44, 40, 36, 32, 28];
// A title may have more lines in smaller type.
const mostLines: readonly (readonly [size: number, lines: number])[] = [
  [112, 1],
  [96, 2],
  [72, 3],
  [54, 4],
  [44, 5],
];

/** The first card: the title, what it is about, and shapes in the colors of the video. */
export function layOutTitle(scene: Scene, stage: Stage): Card {
  const { palette, request, storyboard } = stage;
  const spoken = scene.blocks.flat().map(({ text }) => text);
  const head = request.isBrief ? tag(briefTag, stage) : mark(56, stage);
  const { repository } = request.subject;
  const style = { role: "text", size: 26, gap: 36, color: palette.quiet } as const;
  const below = (box: Frame["content"]) =>
    repository === undefined ? [] : [label(repository, style, box, stage)];
  return layOutCover(
    cleanText(request.title) || spoken.join(" "),
    { head, below, note: describeStoryboard(storyboard) },
    stage,
  );
}

export interface Cover {
  /** What is above the title. */
  readonly head: Part;
  readonly below: (box: Frame["content"]) => Part[];
  /** A line at the bottom. */
  readonly note?: string;
}

/** A card with large words beside shapes: the first and the last of a video. */
export function layOutCover(title: string, { head, below, note }: Cover, stage: Stage): Card {
  const { frame, palette, request, type } = stage;
  const { unit } = frame;
  const arrangement = arrange(frame);
  const box = mirror(arrangement.box, stage);
  const art = mirror(arrangement.art, stage);
  const parts = below(box);
  const spans = [{ text: keepDrawable(cleanText(title), "title", type.fonts), phrase: 0 }];
  const gap = 44;
  const [block] = typeset([shapeParagraph(spans, "title", type)], {
    width: box.width,
    height: box.height - heightOf([head, { ...head, height: 0, gap: gap * unit }, ...parts]),
    sizes: sizes.map((size) => size * unit),
    comfortable: 44 * unit,
    mostLines: (size) => mostLinesIn(size / unit, frame),
  });
  const texts = block === undefined ? [] : [words(block, { gap, colors: () => palette.ink }, box, stage)];
  const shapes = drawArt(
    { ...art, cell: arrangement.cell },
    request.subject.repository ?? request.title,
    palette,
  );
  const card = stack([head, ...texts, ...parts], box);
  if (note !== undefined) {
    const size = 20 * unit;
    const line = shapeLabel(note, "text", box.width / size, stage);
    shapes.push(...place(line, box, { size, baseline: arrangement.note }, stage)(() => palette.quiet));
  }
  return (active) => [...shapes, ...card(active)];
}

function mostLinesIn(size: number, { shape }: Frame): number {
  const lines = mostLines.find(([from]) => size >= from)?.[1] ?? Number.POSITIVE_INFINITY;
  return shape === "portrait" && size < 96 ? lines + 2 : lines;
}

/** Words on a rounded panel. */
function tag(text: string, stage: Stage): Part {
  const { frame, palette } = stage;
  const [size, height, padding] = [19, 40, 18].map((length) => length * frame.unit) as [
    number,
    number,
    number,
  ];
  const line = shapeLabel(text, "text", (frame.content.width - 2 * padding) / size, stage);
  return {
    gap: 0,
    height,
    place(top) {
      const panel = mirror(
        { x: frame.margin, y: top, width: line.width * size + 2 * padding, height },
        stage,
      );
      const baseline = top + height / 2 + (capHeight / 2) * size;
      const inside = { x: panel.x + padding, width: panel.width - 2 * padding };
      const letters = place(line, inside, { size, baseline }, stage)(() => palette.accent);
      const shapes = [rectangle(panel, palette.panel, height / 2), ...letters];
      return () => shapes;
    },
  };
}

function arrange({ shape, unit, width, margin, progress }: Frame) {
  const cell = 120 * unit;
  const note = progress.y - 32 * unit;
  const bottom = note - 52 * unit;
  if (shape === "landscape") {
    const art = { x: width - 3 * cell, y: 0, width: 3 * cell, height: 5 * cell };
    const top = 56 * unit;
    const box = { x: margin, y: top, width: art.x - margin - 48 * unit, height: bottom - top };
    return { cell, art, box, note };
  }
  const art = { x: 0, y: 0, width, height: (shape === "portrait" ? 4 : 2) * cell };
  const top = art.height + (shape === "portrait" ? 72 : 36) * unit;
  return { cell, art, box: { x: margin, y: top, width: width - 2 * margin, height: bottom - top }, note };
}
