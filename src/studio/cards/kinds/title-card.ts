import type { Box } from "../design/frame.ts";
import type { Card, Stage } from "../design/stage.ts";
import { briefTag, describeHiddenText, describeStoryboard } from "../design/wording.ts";
import { rectangle } from "../draw/shapes.ts";
import { shapeLabel } from "../layout/label.ts";
import { label, mark } from "../layout/parts.ts";
import type { Part } from "../layout/stack.ts";
import { mirror, place } from "../layout/typeset.ts";
import { cleanText } from "../type/clean.ts";
import { capHeight } from "../type/paragraph.ts";
import { readable } from "../type/spans.ts";
import { layOutCover } from "./cover.ts";

/** The first card: the title, what it is about, and shapes in the colors of the video. */
export function layOutTitle(stage: Stage): Card {
  const { palette, request, storyboard, title: text, type } = stage;
  const { repository } = request.subject;
  const title = readable(cleanText(text), "title", type.fonts);
  const isHidden = title === "" && cleanText(text) !== "";
  const below = isHidden ? describeHiddenText(storyboard.language) : repository;
  const style = { role: "text", size: 26, gap: 36, color: palette.quiet } as const;
  return layOutCover(
    {
      title: title || (repository ?? "Storyboard"),
      head: request.isBrief ? layOutTag(briefTag, stage) : mark(56, stage),
      below: (box: Box) => (below === undefined ? [] : [label(below, style, box, stage)]),
      note: describeStoryboard(storyboard),
    },
    stage,
  );
}

/** Words on a rounded panel. */
function layOutTag(text: string, stage: Stage): Part {
  const { frame, palette } = stage;
  const { unit } = frame;
  const [size, height, padding] = [19 * unit, 40 * unit, 18 * unit];
  const line = shapeLabel(text, "text", (frame.content.width - 2 * padding) / size, stage);
  return {
    gap: 0,
    height,
    place(top) {
      const panel = mirror(
        { x: frame.margin, y: top, width: line.width * size + 2 * padding, height },
        stage,
      );
      const inside = { x: panel.x + padding, width: panel.width - 2 * padding };
      const baseline = top + (height + capHeight * size) / 2;
      const letters = place(line, inside, { size, baseline }, stage)(() => palette.accent);
      const shapes = [rectangle(panel, palette.panel, height / 2), ...letters];
      return () => shapes;
    },
  };
}
