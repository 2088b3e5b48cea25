import type { Scene } from "../../storyboard/storyboard.ts";
import { rectangle, text } from "../draw/shapes.ts";
import { cleanLine } from "../type/clean.ts";
import { shapeParagraph } from "../type/paragraph.ts";
import { keepDrawable } from "../type/spans.ts";
import { dim } from "./color.ts";
import { drawHeader, shapeLabel } from "./labels.ts";
import type { Card, Stage } from "./stage.ts";
import { capHeight, letter } from "./typeset.ts";

const largest = 32;
const smallest = 18;
const advance = 0.6;
const lineHeight = 1.55;

/** A card with lines of code on a panel. */
export function layOutCode(scene: Scene, index: number, stage: Stage): Card {
  const { frame, palette, type } = stage;
  const { unit, content } = frame;
  const padding = (frame.shape === "landscape" ? 44 : 32) * unit;
  const headingHeight = scene.heading === undefined ? 0 : 56 * unit;
  const width = content.width - 2 * padding;
  const most = (size: number) =>
    Math.floor((content.height - headingHeight - 2 * padding) / (size * lineHeight));
  const source = (scene.code ?? []).map((line) => cleanLine(line).trimEnd());
  let size = largest * unit;
  let lines = source;
  for (; size > smallest * unit; size -= unit) {
    const columns = Math.floor(width / (size * advance));
    if (source.every((line) => line.length <= columns) && source.length <= most(size)) break;
  }
  lines = source.flatMap((line) => wrap(line, Math.floor(width / (size * advance))));
  if (lines.length > most(size)) lines = [...lines.slice(0, most(size) - 1), "…"];
  const panelHeight = lines.length * size * lineHeight + 2 * padding - (lineHeight - 1) * size;
  const top = content.y + (content.height - headingHeight - panelHeight) * 0.46;
  const panel = { x: content.x, y: top + headingHeight, width: content.width, height: panelHeight };
  const shapes = [...drawHeader(index, stage), rectangle(panel, palette.panel, 16 * unit)];
  if (scene.heading !== undefined) {
    const label = shapeLabel(scene.heading, "display", content.width / (28 * unit), stage);
    shapes.push(
      letter(
        label,
        content,
        { size: 28 * unit, baseline: top + 28 * unit * capHeight, align: "start", color: palette.accent },
        stage,
      ),
    );
  }
  const comment = dim(palette.ink, palette.panel, 4.6);
  for (const [number, line] of lines.entries()) {
    const drawable = keepDrawable(line, "mono", type.fonts);
    const commentAt = /(^|\s)(#|\/\/|--|<!--|\/\*|\*)\s/.exec(drawable)?.index ?? Number.POSITIVE_INFINITY;
    const prompt = /^\s*[$>]\s/.exec(drawable)?.[0].length ?? 0;
    const whole = shapeParagraph([{ text: drawable, phrase: 0 }], "mono", {
      ...type,
      isRightToLeft: false,
    }).whole();
    const baseline = panel.y + padding + number * size * lineHeight + size * 0.86;
    shapes.push(
      text(whole, { x: panel.x + padding, baseline, size }, ({ index: at }) =>
        at < prompt ? palette.accent : at >= commentAt ? comment : palette.ink,
      ),
    );
  }
  return () => shapes;
}

/** Breaks a line of code that is too long; its continuations are indented. */
function wrap(line: string, columns: number): string[] {
  if (line.length <= columns) return [line];
  const indent = `${/^ */.exec(line)?.[0] ?? ""}    `.slice(0, Math.floor(columns / 2));
  const lines: string[] = [];
  let rest = line;
  while (rest.length > columns) {
    const space = rest.lastIndexOf(" ", columns);
    const end = space > indent.length + 4 ? space : columns;
    lines.push(rest.slice(0, end).trimEnd());
    rest = indent + rest.slice(end).trimStart();
  }
  return [...lines, rest];
}
