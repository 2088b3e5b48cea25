import { visibleText } from "../../../base/text/plain-text.ts";
import type { StudioRequest } from "../../request.ts";
import { detectLanguage } from "../language/detect-language.ts";
import { textWidth } from "../words/text-width.ts";
import { maxHeadingWidth, maxLeadWidth, maxTitleWidth } from "./card-size.ts";
import { toCodeScenes } from "./code-scenes.ts";
import { toListScenes } from "./list-scenes.ts";
import { type OutlineBlock, oneLine, parseOutline } from "./parse-outline.ts";
import type { Plan, PlannedScene } from "./plan.ts";
import { repeatsTitle } from "./repeats-title.ts";
import { toTextScenes } from "./text-scenes.ts";
import { toUtterances } from "./utterances.ts";

/** Returns the cards of a video: its title, what its outline says, and a closing card. */
export function planStoryboard({ title, outline }: Pick<StudioRequest, "title" | "outline">): Plan {
  const blocks = parseOutline(outline);
  const titleLine = oneLine(visibleText(title));
  const words = blocks.flatMap((block) => (block.kind === "code" ? [] : textsOf(block)));
  const language = detectLanguage([titleLine, ...words].join("\n"));
  const [first, ...others] = blocks;
  const repeated = first?.kind === "heading" && repeatsTitle(first, titleLine);
  return {
    language,
    scenes: [
      ...toTitleScenes(titleLine, language),
      ...toSections(repeated ? others : blocks).flatMap((section) => toSectionScenes(section, language)),
      { kind: "closing", blocks: [] },
    ],
  };
}

function textsOf(block: Exclude<OutlineBlock, { kind: "code" }>): string[] {
  return block.kind === "list" ? block.items.map(({ text }) => text) : [block.text];
}

/** The end of a title that is too long for its card is text. */
function toTitleScenes(title: string, language: string): PlannedScene[] {
  const utterances = toUtterances(title, language, maxTitleWidth);
  if (utterances.length === 0) return [];
  let [count, width] = [0, 0];
  for (const { text } of utterances) {
    width += textWidth(text);
    if (count > 0 && width > maxTitleWidth) break;
    count += 1;
  }
  const rest = utterances.slice(count).map(({ text }) => text);
  return [{ kind: "title", blocks: [utterances.slice(0, count)] }, ...toTextScenes(rest, language)];
}

interface Section {
  readonly heading?: string | undefined;
  readonly blocks: readonly OutlineBlock[];
}

function toSections(blocks: readonly OutlineBlock[]): Section[] {
  const sections: { heading?: string; blocks: OutlineBlock[] }[] = [{ blocks: [] }];
  for (const block of blocks) {
    if (block.kind === "heading") sections.push({ heading: block.text, blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  }
  return sections;
}

function toSectionScenes({ heading, blocks }: Section, language: string): PlannedScene[] {
  if (heading === undefined) return toContentScenes(blocks, language);
  if (textWidth(heading) > maxHeadingWidth) {
    return toContentScenes([{ kind: "paragraph", text: heading }, ...blocks], language);
  }
  const [first, ...others] = toContentScenes(blocks, language);
  const spokenHeading = toUtterances(heading, language);
  return [
    { ...(first ?? { kind: "text", blocks: [] }), heading, spokenHeading },
    ...others.map((scene) => ({ ...scene, heading })),
  ];
}

function toContentScenes(blocks: readonly OutlineBlock[], language: string): PlannedScene[] {
  const scenes: PlannedScene[] = [];
  let paragraphs: string[] = [];
  for (const block of blocks) {
    if (block.kind === "paragraph" || block.kind === "heading") {
      paragraphs.push(block.text);
      continue;
    }
    const lead = isLead(paragraphs.at(-1)) ? paragraphs.at(-1) : undefined;
    const leadWidth = textWidth(lead ?? "");
    const [first, ...others] =
      block.kind === "list" ? toListScenes(block.items, language, leadWidth) : toCodeScenes(block.lines);
    if (first === undefined) continue;
    const isIntroduced = lead !== undefined && first.kind !== "text";
    if (isIntroduced) paragraphs.pop();
    scenes.push(...toTextScenes(paragraphs, language));
    scenes.push(isIntroduced ? { ...first, lead: toUtterances(lead, language) } : first, ...others);
    paragraphs = [];
  }
  return [...scenes, ...toTextScenes(paragraphs, language)];
}

function isLead(text: string | undefined): boolean {
  return text !== undefined && /[:：]$/.test(text) && textWidth(text) <= maxLeadWidth;
}
