import { drawArt } from "../design/art.ts";
import type { Box, Frame } from "../design/frame.ts";
import type { Card, Stage } from "../design/stage.ts";
import { shapeLabel } from "../layout/label.ts";
import { words } from "../layout/parts.ts";
import { heightOf, type Part, stack } from "../layout/stack.ts";
import { mirror, place, typeset } from "../layout/typeset.ts";
import { shapeParagraph } from "../type/paragraph.ts";

export interface Cover {
  /** Clean text. */
  readonly title: string;
  /** What is above the title. */
  readonly head: Part;
  /** What is below the title, in the box of the words. */
  readonly below: (box: Box) => readonly Part[];
  /** A line at the bottom. */
  readonly note?: string;
}

const sizes = [128, 112, 96, 88, 80, 72, 66, 60, 54, 49, 44, 40, 36, 32, 28];
const comfortable = 44;
// A title may have more lines in smaller type.
const mostLines: readonly (readonly [size: number, lines: number])[] = [
  [112, 1],
  [96, 2],
  [72, 3],
  [54, 4],
  [44, 5],
];
const noteSize = 20;

/** A card with large words beside shapes: the first and the last of a video. */
export function layOutCover({ title, head, below, note = "" }: Cover, stage: Stage): Card {
  const { frame, palette, request, type } = stage;
  const { unit } = frame;
  const arrangement = arrange(frame);
  const [box, art] = [mirror(arrangement.box, stage), mirror(arrangement.art, stage)];
  const parts = below(box);
  const gap = 44;
  const [block] = typeset([shapeParagraph([{ text: title, phrase: 0 }], "title", type)], {
    width: box.width,
    height: box.height - gap * unit - heightOf([head, ...parts]),
    sizes: sizes.map((size) => size * unit),
    comfortable: comfortable * unit,
    mostLines: (size) => mostLinesIn(size / unit, frame),
  });
  const large = block === undefined ? [] : [words(block, { gap, colors: () => palette.ink }, box, stage)];
  const card = stack([head, ...large, ...parts], box);
  const size = noteSize * unit;
  const line = shapeLabel(note, "text", box.width / size, stage);
  const shapes = [
    ...drawArt({ ...art, cell: arrangement.cell }, request.subject.repository ?? request.title, palette),
    ...place(line, box, { size, baseline: arrangement.note }, stage)(() => palette.quiet),
  ];
  return (active) => [...shapes, ...card(active)];
}

function mostLinesIn(size: number, { shape }: Frame): number {
  const lines = mostLines.find(([from]) => size >= from)?.[1] ?? Number.POSITIVE_INFINITY;
  return shape === "portrait" && size < 96 ? lines + 2 : lines;
}

interface Arrangement {
  /** The size of a square of the grid of the shapes. */
  readonly cell: number;
  readonly art: Box;
  readonly box: Box;
  /** The baseline of the note. */
  readonly note: number;
}

function arrange({ shape, unit, width, margin, progress }: Frame): Arrangement {
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
