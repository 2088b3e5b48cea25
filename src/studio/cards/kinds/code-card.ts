import type { Scene } from "../../storyboard/storyboard.ts";
import type { Card, Stage } from "../design/stage.ts";
import { placeText, rectangle } from "../draw/shapes.ts";
import { heightOf, type Part, stack } from "../layout/stack.ts";
import { cleanLine } from "../type/clean.ts";
import { shapeParagraph } from "../type/paragraph.ts";
import { keepDrawable } from "../type/spans.ts";
import { colorCode } from "./code-colors.ts";
import { fitCode } from "./code-fit.ts";
import { layOutHead } from "./head.ts";
import { drawHeader } from "./header.ts";

/** A card with lines of code on a panel. */
export function layOutCode(scene: Scene, index: number, stage: Stage): Card {
  const { frame, type } = stage;
  const { content } = frame;
  const isBare = scene.heading === undefined && scene.lead === undefined;
  const head = isBare ? [] : layOutHead(scene, stage);
  const source = (scene.code ?? []).map((line) =>
    keepDrawable(cleanLine(line).trimEnd(), "mono", type.fonts),
  );
  const header = drawHeader(index, stage);
  const card = stack([...head, panel(source, content.height - heightOf(head), stage)], content);
  return (active) => [...header, ...card(active)];
}

function panel(source: readonly string[], room: number, stage: Stage): Part {
  const { frame, palette, type } = stage;
  const { unit, content } = frame;
  const gap = 36 * unit;
  const padding = (frame.shape === "landscape" ? 44 : 30) * unit;
  const inside = { width: content.width - 2 * padding, height: room - gap - 2 * padding };
  const { lines, size, leading } = fitCode(source, inside, unit);
  const colors = colorCode(source, palette);
  const height = 2 * padding + (lines.length - 1) * leading + size * 0.73;
  return {
    gap,
    height,
    place(top) {
      const shapes = [
        rectangle({ x: content.x, y: top, width: content.width, height }, palette.panel, 16 * unit),
      ];
      for (const [number, line] of lines.entries()) {
        // Code is read from left to right in every language.
        const context = { ...type, isRightToLeft: false };
        const whole = shapeParagraph([{ text: line.text, phrase: 0 }], "mono", context).whole();
        const baseline = top + padding + size * 0.73 + number * leading;
        const letters = placeText(whole, { x: content.x + padding, baseline, size });
        shapes.push(...letters(({ index }) => colors(line.source, index + line.offset)));
      }
      return () => shapes;
    },
  };
}
