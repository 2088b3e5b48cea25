import { visibleText } from "../../../base/text/plain-text.ts";
import type { StudioRequest } from "../../request.ts";
import { detectLanguage } from "../language/detect-language.ts";
import { type OutlineBlock, oneLine, parseOutline } from "./parse-outline.ts";
import type { Plan } from "./plan.ts";
import { toSectionScenes, toSections } from "./sections.ts";
import { mergeTitle, toTitleScenes } from "./title.ts";

/** Returns the cards of a video: its title, what its outline says, and a closing card. */
export function planStoryboard(request: Pick<StudioRequest, "title" | "outline">): Plan {
  const blocks = parseOutline(request.outline);
  const title = oneLine(visibleText(request.title));
  const merged = mergeTitle(title, blocks[0]);
  const language = detectLanguage([title, ...blocks.flatMap(textsOf)].join("\n"));
  const sections = toSections(merged === undefined ? blocks : blocks.slice(1));
  return {
    language,
    scenes: [
      ...toTitleScenes(merged ?? title, language),
      ...sections.flatMap((section) => toSectionScenes(section, language)),
      { kind: "closing", blocks: [] },
    ],
  };
}

function textsOf(block: OutlineBlock): string[] {
  if (block.kind === "code") return [];
  return block.kind === "list" ? block.items.map(({ text }) => text) : [block.text];
}
