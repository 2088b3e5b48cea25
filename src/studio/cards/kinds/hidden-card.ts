import { phrasesOf, type Scene } from "../../storyboard/storyboard.ts";
import type { Card, Stage } from "../design/stage.ts";
import { describeHiddenText } from "../design/wording.ts";
import { label, mark } from "../layout/parts.ts";
import { stack } from "../layout/stack.ts";
import { cleanText } from "../type/clean.ts";
import { readable } from "../type/spans.ts";
import { drawHeader } from "./header.ts";

/** Whether so many letters of a scene have no font that it must not be shown. */
export function isHidden(scene: Scene, { type }: Stage): boolean {
  const words = [...phrasesOf(scene).map(({ text }) => text), ...(scene.code ?? [])];
  const text = cleanText(words.join("\n"));
  return text !== "" && readable(text, "display", type.fonts) === "";
}

/** A neutral card in place of one that would have lost most of its words. */
export function layOutHidden(index: number, stage: Stage): Card {
  const { frame, palette, storyboard } = stage;
  const number = `Scene ${index + 1} of ${storyboard.scenes.length}`;
  const size = frame.shape === "landscape" ? 80 : 64;
  const header = drawHeader(index, stage);
  const card = stack(
    [
      mark(40, stage),
      label(number, { role: "display", size, gap: 44, color: palette.ink }, frame.content, stage),
      label(
        describeHiddenText(storyboard.language),
        { role: "text", size: 28, gap: 44, color: palette.quiet },
        frame.content,
        stage,
      ),
    ],
    frame.content,
  );
  return (active) => [...header, ...card(active)];
}
