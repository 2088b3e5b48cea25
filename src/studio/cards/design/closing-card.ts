import { cleanText } from "../type/clean.ts";
import { shapeParagraph } from "../type/paragraph.ts";
import { keepDrawable } from "../type/spans.ts";
import type { Box } from "./frame.ts";
import { label, mark, type Part, words } from "./stack.ts";
import type { Card, Stage } from "./stage.ts";
import { layOutCover } from "./title-card.ts";
import { typeset } from "./typeset.ts";

/** The last card: the repository, its version, and where to find more. */
export function layOutClosing(stage: Stage): Card {
  const { palette, request } = stage;
  const { repository, version, link } = request.subject;
  const style = { role: "display", size: 30, gap: 36, color: palette.quiet } as const;
  const below = (box: Box) => [
    ...(version === undefined ? [] : [label(version, style, box, stage)]),
    ...(link === undefined ? [] : [address(link, box, stage)]),
  ];
  return layOutCover(repository ?? request.title, { head: mark(56, stage), below }, stage);
}

const mostLines = 3;

/** An address without its protocol, which may take several lines. */
function address(link: string, box: Box, stage: Stage): Part {
  const { frame, palette, type } = stage;
  const text = cleanText(link.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, ""));
  const spans = [{ text: keepDrawable(text, "text", type.fonts), phrase: 0 }];
  const sizes = [26, 24, 22, 20].map((size) => size * frame.unit);
  const [size = 1] = sizes;
  const [block] = typeset([shapeParagraph(spans, "text", type)], {
    width: box.width,
    height: mostLines * size * 1.2,
    sizes,
    comfortable: size,
    mostLines: (tried) => (tried === size ? 1 : mostLines),
  });
  return words(block ?? { size, height: 0, rows: [] }, { gap: 32, colors: () => palette.accent }, box, stage);
}
