import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { formatOutline } from "../outline/outline.ts";
import { type Block, toBlocks } from "./blocks.ts";
import { hidePlaceholders, restoreEdges, withoutHiddenPlaceholders } from "./characters.ts";
import { summarizeDependencyUpdates } from "./dependency-updates.ts";
import { normalizeMarkdown, type Source, splitIntoChunks } from "./normalize.ts";
import { joinSentences, toOutlineBlocks } from "./outline.ts";
import { withoutEmptySections } from "./sections.ts";
import { type SpokenBlock, toSpokenBlock } from "./spoken-block.ts";

const maxLength = 200_000;

export interface SpeechOptions {
  /** Whether placeholders stay as they were typed, which is the default. */
  readonly keepsPlaceholders?: boolean;
}

/**
 * Converts Markdown, such as release notes or the description of a pull request, to text that can be spoken
 * in a video. Links, code, tables, emoji, account names and issue numbers are removed, and so are sections
 * that list people or files. The dialects of documentation generators are understood. Placeholders stay as they
 * were typed, unless `keepsPlaceholders` is false. Returns "" if there is nothing to say.
 */
export function toSpeech(markdown: string, options: SpeechOptions = {}): string {
  return convert(markdown, options, joinBlocks);
}

/**
 * Converts Markdown to an outline: the words of `toSpeech` with their headings and lists, and the first 40 lines of
 * each code block between them. `formatOutline` describes the format. Returns "" if there is neither.
 */
export function toOutline(markdown: string, options: SpeechOptions = {}): string {
  return convert(markdown, options, (blocks) => formatOutline(toOutlineBlocks(blocks)));
}

function convert(
  markdown: string,
  { keepsPlaceholders = true }: SpeechOptions,
  join: (blocks: readonly SpokenBlock[]) => string,
): string {
  const typed = markdown.slice(0, maxLength);
  if (!keepsPlaceholders) return restoreEdges(join(readBlocks(withoutHiddenPlaceholders(typed))));
  const { text, restore } = hidePlaceholders(typed);
  return restore(restoreEdges(join(readBlocks(text))));
}

function readBlocks(text: string): SpokenBlock[] {
  const blocks = splitIntoChunks(normalizeMarkdown(text)).flatMap(parseChunk).map(toSpokenBlock);
  return withoutEmptySections(summarizeDependencyUpdates(blocks));
}

const parseOptions = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };

// List numbers stay unique in the document: no chunk has more lists than characters.
function parseChunk(source: Source, chunk: number): Block[] {
  const tree = fromMarkdown(source.text, parseOptions);
  return toBlocks(tree, source).map((block) => ({
    ...block,
    listNumber: block.listNumber + chunk * maxLength,
  }));
}

// The items of a list become one paragraph.
function joinBlocks(blocks: readonly SpokenBlock[]): string {
  const paragraphs: string[][] = [];
  let last: SpokenBlock | undefined;
  for (const block of blocks.filter(({ spokenText }) => spokenText !== "")) {
    const isSameList = block.kind === "item" && last?.kind === "item" && last.listNumber === block.listNumber;
    if (isSameList) paragraphs.at(-1)?.push(block.spokenText);
    else paragraphs.push([block.spokenText]);
    last = block;
  }
  return paragraphs.map(joinSentences).join("\n\n");
}
