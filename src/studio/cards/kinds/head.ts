import type { Phrase, Scene } from "../../storyboard/storyboard.ts";
import { colorOfWords } from "../design/phrase-colors.ts";
import type { Stage } from "../design/stage.ts";
import { label, mark, words } from "../layout/parts.ts";
import type { Part } from "../layout/stack.ts";
import { typeset } from "../layout/typeset.ts";
import { cleanText } from "../type/clean.ts";
import type { PlacedGlyph } from "../type/line.ts";
import { shapeParagraph } from "../type/paragraph.ts";
import { readable, toSpans } from "../type/spans.ts";

const headingSizes = [28, 25];
const mostHeadingLines = 2;
const leadSizes = [38, 34, 31, 28, 26];

/**
 * What is above the content of a card: its heading, or a short line, and the words that introduce a list or
 * code.
 */
export function layOutHead(scene: Scene, stage: Stage): Part[] {
  const { spokenHeading = [], lead = [] } = scene;
  const kicker = layOutHeading(scene, stage);
  return lead.length === 0 ? [kicker] : [kicker, layOutLead(lead, spokenHeading.length, stage)];
}

function layOutHeading({ heading = "", spokenHeading }: Scene, stage: Stage): Part {
  const { frame, palette, type } = stage;
  const text = readable(cleanText(heading), "display", type.fonts);
  if (text === "") return mark(40, stage);
  const spans = spokenHeading ? toSpans(spokenHeading, 0, type) : [{ text, phrase: -1 }];
  const sizes = headingSizes.map((size) => size * frame.unit);
  const [block] = typeset([shapeParagraph(spans, "display", type)], {
    width: frame.content.width,
    height: Number.POSITIVE_INFINITY,
    sizes,
    comfortable: 0,
    mostLines: (size) => (size === sizes[0] ? 1 : mostHeadingLines),
  });
  if (block === undefined || block.rows.length > mostHeadingLines) {
    return label(text, { role: "display", size: 25, gap: 0, color: palette.accent }, frame.content, stage);
  }
  const part = words(
    block,
    // A heading stays in its color, and lights up while it is spoken.
    {
      gap: 0,
      colors: ({ phrase }, active) => (phrase >= 0 && phrase === active ? palette.ink : palette.accent),
    },
    frame.content,
    stage,
  );
  return { ...part, height: block.rows.at(-1)?.baseline ?? 0 };
}

function layOutLead(lead: readonly Phrase[], first: number, stage: Stage): Part {
  const { frame, palette, type } = stage;
  const paragraph = shapeParagraph(toSpans(lead, first, type), "display", type);
  const [block] = typeset([paragraph], {
    width: frame.content.width,
    height: 0.3 * frame.content.height,
    sizes: leadSizes.map((size) => size * frame.unit),
    comfortable: 26 * frame.unit,
  });
  const style = {
    gap: 36,
    colors: (glyph: PlacedGlyph, active: number) => colorOfWords(glyph, active, palette),
  };
  return words(block ?? { size: 1, height: 0, rows: [] }, style, frame.content, stage);
}
