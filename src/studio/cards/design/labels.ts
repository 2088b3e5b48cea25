import { rectangle, type Shape } from "../draw/shapes.ts";
import type { Role } from "../fonts/font-set.ts";
import { cleanText } from "../type/clean.ts";
import { type Line, shapeParagraph } from "../type/paragraph.ts";
import { keepDrawable } from "../type/spans.ts";
import type { Stage } from "./stage.ts";
import { letter } from "./typeset.ts";

/** Shapes text for one line of at most `width` ems. Text that is longer ends with an ellipsis. */
export function shapeLabel(text: string, role: Role, width: number, stage: Stage): Line {
  const drawable = keepDrawable(cleanText(text), role, stage.type.fonts);
  const whole = lineOf(drawable);
  if (whole.width <= width) return whole;
  const letters = [...new Intl.Segmenter("und").segment(drawable.slice(0, 400))].map(
    ({ segment }) => segment,
  );
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (lineOf(shorten(middle)).width <= width) low = middle;
    else high = middle - 1;
  }
  return lineOf(shorten(low));

  function shorten(length: number): string {
    return `${letters
      .slice(0, length)
      .join("")
      .replace(/[\s\p{P}]+$/u, "")}…`;
  }
  function lineOf(label: string): Line {
    const paragraph = shapeParagraph([{ text: label, phrase: 0 }], role, stage.type);
    return paragraph.lines(Number.MAX_SAFE_INTEGER)?.[0] ?? { text: "", width: 0, glyphs: [], phrase: 0 };
  }
}

/** The title and the number of the scene, at the top of a card. */
export function drawHeader(scene: number, stage: Stage): Shape[] {
  const { frame, palette, request, storyboard } = stage;
  const size = (frame.shape === "landscape" ? 20 : 21) * frame.unit;
  const how = { size, baseline: frame.header, color: palette.quiet };
  const counter = shapeLabel(`${scene + 1} / ${storyboard.scenes.length}`, "text", 10, stage);
  const room = frame.content.width / size - counter.width - 2;
  return [
    letter(shapeLabel(request.title, "text", room, stage), frame.content, { ...how, align: "start" }, stage),
    letter(counter, frame.content, { ...how, align: "end" }, stage),
  ];
}

/** A short line in the accent color, above what has no heading. */
export function drawMark(y: number, width: number, stage: Stage): Shape {
  const { frame, palette, type } = stage;
  const height = 6 * frame.unit;
  const x = type.isRightToLeft ? frame.width - frame.margin - width : frame.margin;
  return rectangle({ x, y, width, height }, palette.accent, height / 2);
}

const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

/** For example `Storyboard · 0:55 · English`. */
export function describeStoryboard({ language, seconds }: { language: string; seconds: number }): string {
  const whole = Math.max(1, Math.round(seconds));
  const time = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  return ["Storyboard", time, languageName(language)].filter((part) => part !== undefined).join(" · ");
}

/** Returns the English name of a language; undefined for an unknown one. */
export function languageName(language: string): string | undefined {
  try {
    return names.of(language);
  } catch {
    return undefined;
  }
}
