import { label, mark } from "./stack.ts";
import type { Card, Stage } from "./stage.ts";
import { layOutCover } from "./title-card.ts";

/** The last card: the repository, its version, and where to find more. */
export function layOutClosing(stage: Stage): Card {
  const { palette, request } = stage;
  const { repository, version, link } = request.subject;
  const address = link?.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
  return layOutCover(
    repository ?? request.title,
    {
      head: mark(56, stage),
      below: (box) => [
        ...(version === undefined
          ? []
          : [label(version, { role: "display", size: 30, gap: 36, color: palette.quiet }, box, stage)]),
        ...(address === undefined
          ? []
          : [label(address, { role: "text", size: 26, gap: 30, color: palette.accent }, box, stage)]),
      ],
    },
    stage,
  );
}
