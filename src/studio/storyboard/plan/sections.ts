import { textWidth } from "../words/text-width.ts";
import { maxHeadingWidth, maxLeadWidth } from "./card-size.ts";
import { toCodeScenes } from "./code-scenes.ts";
import { toListScenes } from "./list-scenes.ts";
import type { OutlineBlock } from "./parse-outline.ts";
import type { PlannedScene } from "./plan.ts";
import { toTextScenes } from "./text-scenes.ts";
import { toUtterances } from "./utterances.ts";

type Content = Exclude<OutlineBlock, { kind: "heading" }>;

/** A heading, and what is between it and the next one. */
export interface Section {
  readonly heading?: string | undefined;
  readonly blocks: readonly Content[];
}

export function toSections(blocks: readonly OutlineBlock[]): Section[] {
  const sections: { heading?: string; blocks: Content[] }[] = [{ blocks: [] }];
  for (const block of blocks) {
    if (block.kind === "heading") sections.push({ heading: block.text, blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  }
  return separateThanks(sections);
}

const thanks =
  /^(?:(?:special|many|big|huge|vielen|herzlichen|большое|mille|muchas) )?(?:thanks|thank you|danke?|merci|gracias|grazie|obrigad[oa]|спасибо|شكرا|شكرًا)(?!\p{L})|^(?:ありがとう|谢谢|感谢)/iu;

/** Thanks at the end are not a part of the last section, in which Markdown has to write them. */
function separateThanks(sections: readonly Section[]): Section[] {
  const { heading, blocks } = sections.at(-1) ?? { blocks: [] };
  const last = blocks.at(-1);
  if (heading === undefined || blocks.length < 2 || last?.kind !== "paragraph" || !thanks.test(last.text)) {
    return [...sections];
  }
  return [...sections.slice(0, -1), { heading, blocks: blocks.slice(0, -1) }, { blocks: [last] }];
}

/** Returns the cards of a section, all with its heading. */
export function toSectionScenes({ heading, blocks }: Section, language: string): PlannedScene[] {
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

function toContentScenes(blocks: readonly Content[], language: string): PlannedScene[] {
  const scenes: PlannedScene[] = [];
  let paragraphs: string[] = [];
  for (const block of blocks) {
    if (block.kind === "paragraph") {
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
