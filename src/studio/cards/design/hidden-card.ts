import type { Scene } from "../../storyboard/storyboard.ts";
import { cleanText } from "../type/clean.ts";
import { keepDrawable } from "../type/spans.ts";
import { drawHeader } from "./label.ts";
import { label, mark, stack } from "./stack.ts";
import type { Card, Stage } from "./stage.ts";
import { describeHiddenScene } from "./wording.ts";

// A sentence that has lost more of its letters can't be understood.
const mostLost = 0.2;

/** Whether so many letters of a scene have no font that it must not be shown. */
export function isHidden({ blocks, code = [] }: Scene, { type }: Stage): boolean {
  const text = cleanText([...blocks.flat().map((phrase) => phrase.text), ...code].join("\n"));
  const letters = countLetters(text);
  return letters - countLetters(keepDrawable(text, "display", type.fonts)) > mostLost * letters;
}

const countLetters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

/** A neutral card in place of one that would have lost most of its words. */
export function layOutHidden(scene: Scene, index: number, stage: Stage): Card {
  const { frame, palette, storyboard } = stage;
  const [number, explanation] = describeHiddenScene(index, storyboard.scenes.length, storyboard.language);
  const size = frame.shape === "landscape" ? 80 : 64;
  const header = scene.kind === "title" ? [] : drawHeader(index, stage);
  const card = stack(
    [
      mark(40, stage),
      label(number, { role: "display", size, gap: 44, color: palette.ink }, frame.content, stage),
      label(explanation, { role: "text", size: 28, gap: 44, color: palette.quiet }, frame.content, stage),
    ],
    frame.content,
  );
  return (active) => [...header, ...card(active)];
}
