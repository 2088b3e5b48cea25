import { keepEscapedPlaceholders } from "../markdown.ts";
import type { PlaceholderValue } from "../placeholders/placeholder-values.ts";
import type { TextPart } from "../placeholders/placeholders.ts";
import { toOutline } from "../speech/index.ts";
import { withoutFullStop } from "../speech/punctuation.ts";
import { cutOutline } from "./cut-outline.ts";
import { fillOutline, fillText } from "./fill-outline.ts";
import { formatOutline, type OutlineBlock, parseOutline } from "./outline.ts";
import { oneLine, toPlainBlocks } from "./plain-blocks.ts";

/** The outline of a text. */
export interface ComposedOutline {
  readonly outline: string;
  /** Whether its words describe the video, because the prompt has no material to report on. */
  readonly isBrief: boolean;
}

/** A filled prompt or script, with what it was filled with. */
export interface OutlineSource {
  readonly kind: "prompt" | "script";
  /** The setting that contains it. */
  readonly setting: string;
  readonly text: string;
  readonly parts: readonly TextPart[];
  /** The values in the order in which they are first used. */
  readonly values: ReadonlyMap<string, OutlineValue>;
  /** The text as Markdown, if it is a page. */
  readonly markdown: string | undefined;
  /** Splits a text of the page at its placeholders. */
  parse(text: string): readonly TextPart[];
}

export interface OutlineValue extends PlaceholderValue {
  /** The value as it is in the filled text: converted to speech, without comments, or shortened. */
  readonly fittedText: string;
  readonly isShortened: boolean;
}

/** Returns the words of a prompt or script with their structure. */
export function composeOutline(source: OutlineSource): ComposedOutline {
  if (source.kind === "prompt") return composePromptOutline(source);
  return { outline: formatOutline(scriptBlocks(source)), isBrief: false };
}

// A page is converted like its spoken text; another script is spoken as it was typed.
function scriptBlocks({ markdown, parts, values, parse }: OutlineSource): OutlineBlock[] {
  const spokenValues = new Map([...values].map(([name, value]) => [name, spokenValue(value)]));
  const readValue = (name: string) => spokenValues.get(name) ?? "";
  if (markdown === undefined) return fillText(parts, readValue, toPlainBlocks);
  return fillOutline(parseOutline(keepEscapedPlaceholders(markdown, toOutline)), { parse, readValue });
}

function spokenValue(value: OutlineValue): string | readonly OutlineBlock[] {
  if (!value.isMarkdown) return value.fittedText;
  const whole = eventBlocks(value.text);
  const blocks = value.isShortened ? cutOutline(whole, value.fittedText) : whole;
  const [first, second] = blocks;
  if (!first) return "";
  return first.kind === "paragraph" && !second ? first.text : blocks;
}

const eventBlocks = (markdown: string) => parseOutline(toOutline(markdown, { keepsPlaceholders: false }));

// The material in the prompt, below the title of the release or pull request if the prompt names it. Without
// material, it is the prompt itself; the words of a template are shown only if there is nothing else.
function composePromptOutline({ values, text, setting }: OutlineSource): ComposedOutline {
  const material = [...values.values()].flatMap(({ isMarkdown, fittedText }) =>
    isMarkdown ? eventBlocks(fittedText) : [],
  );
  const [first] = material;
  const titles = [...values]
    .flatMap(([name, { fittedText }]) => titleOf(name, fittedText))
    .filter((title) => first?.kind !== "heading" || first.text !== title)
    .map((title): OutlineBlock => ({ kind: "heading", level: 1, text: title }));
  if (material.length > 0 || (setting === "template" && titles.length > 0))
    return { outline: formatOutline([...titles, ...material]), isBrief: false };
  return { outline: toOutline(text) || formatOutline(toPlainBlocks(text)), isBrief: true };
}

function titleOf(name: string, value: string): string[] {
  if (name !== "pull_request.title" && name !== "release.name") return [];
  const typed = oneLine(value);
  // A version is spoken as one only in a heading, and the type of a commit is removed only from a sentence.
  const [block] = parseOutline(toOutline(name === "release.name" ? `# ${typed}` : typed));
  const title = block && "text" in block ? withoutFullStop(block.text) : typed;
  return title === "" ? [] : [title];
}
