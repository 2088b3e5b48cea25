import type { Box } from "../design/frame.ts";
import type { Card, Stage } from "../design/stage.ts";
import { label, mark, words } from "../layout/parts.ts";
import type { Part } from "../layout/stack.ts";
import { typeset } from "../layout/typeset.ts";
import { cleanText } from "../type/clean.ts";
import { shapeParagraph } from "../type/paragraph.ts";
import { keepDrawable, readable } from "../type/spans.ts";
import { layOutCover } from "./cover.ts";

/** The last card: the repository, its version, and where to find more. */
export function layOutClosing(stage: Stage): Card {
  const { palette, request, type } = stage;
  const { repository, version, link } = request.subject;
  const style = { role: "display", size: 30, gap: 36, color: palette.quiet } as const;
  const below = (box: Box) => [
    ...(version === undefined ? [] : [label(version, style, box, stage)]),
    ...(link === undefined ? [] : [layOutAddress(link, box, stage)]),
  ];
  const title = readable(cleanText(repository ?? stage.title), "title", type.fonts);
  return layOutCover({ title: title || "Storyboard", head: mark(56, stage), below }, stage);
}

const addressSizes = [26, 24, 22, 20];
const mostLines = 3;

/** An address without its protocol, which may take several lines. */
function layOutAddress(link: string, box: Box, stage: Stage): Part {
  const { frame, palette, type } = stage;
  const address = cleanText(link.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, ""));
  const text = keepDrawable(address, "text", type.fonts);
  const sizes = addressSizes.map((size) => size * frame.unit);
  const [size = 1] = sizes;
  const [block] = typeset([shapeParagraph([{ text, phrase: 0 }], "text", type)], {
    width: box.width,
    height: mostLines * size * 1.2,
    sizes,
    comfortable: size,
    mostLines: (tried) => (tried === size ? 1 : mostLines),
  });
  return words(block ?? { size, height: 0, rows: [] }, { gap: 32, colors: () => palette.accent }, box, stage);
}
