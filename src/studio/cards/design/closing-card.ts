import type { Shape } from "../draw/shapes.ts";
import { cleanText } from "../type/clean.ts";
import { shapeParagraph } from "../type/paragraph.ts";
import { keepDrawable } from "../type/spans.ts";
import { drawMark, shapeLabel } from "./labels.ts";
import type { Card, Stage } from "./stage.ts";
import { letter, typeset } from "./typeset.ts";

const sizes = [88, 80, 72, 64, 56, 50, 44, 38, 34, 30];

/** The last card: the repository, its version, and where to find more. */
export function layOutClosing(stage: Stage): Card {
  const { frame, palette, request, type } = stage;
  const { unit, content } = frame;
  const { repository, version, link } = request.subject;
  const name = keepDrawable(cleanText(repository ?? request.title), "title", type.fonts);
  const lines = [version, link?.replace(/^https?:\/\//, "").replace(/\/$/, "")].filter(
    (line) => line !== undefined,
  );
  const below = lines.length * 48 * unit;
  const [block] = typeset([shapeParagraph([{ text: name, phrase: 0 }], "title", type)], {
    width: content.width,
    height: content.height - 60 * unit - below,
    sizes: sizes.map((size) => size * unit),
  });
  if (block === undefined) return () => [];
  const top = content.y + (content.height - 60 * unit - block.height - below) * 0.46;
  let baseline = top + 60 * unit + block.height;
  const shapes: Shape[] = [
    drawMark(top + 14 * unit, 56 * unit, stage),
    ...block.rows.map((row) =>
      letter(
        row.line,
        content,
        { size: block.size, baseline: top + 60 * unit + row.baseline, align: "start", color: palette.ink },
        stage,
      ),
    ),
  ];
  for (const line of lines) {
    baseline += 48 * unit;
    const size = 28 * unit;
    const label = shapeLabel(line, "text", content.width / size, stage);
    const color = line === version ? palette.quiet : palette.accent;
    shapes.push(letter(label, content, { size, baseline, align: "start", color }, stage));
  }
  return () => shapes;
}
