import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { type Block, toBlocks } from "./blocks.ts";
import { hidePlaceholders, restoreEdges, withoutHiddenPlaceholders } from "./characters.ts";
import { summarizeDependencyUpdates } from "./dependency-updates.ts";
import { normalizeMarkdown, splitIntoChunks } from "./normalize.ts";
import { withoutEmptySections } from "./sections.ts";
import { type SpokenBlock, toSpokenBlock } from "./spoken-block.ts";

const maxLength = 200_000;

/**
 * Converts Markdown, such as release notes or the description of a pull request, to text that can be spoken
 * in a video. Links, code, tables, emoji, account names and issue numbers are removed, and so are sections
 * that list people or files. The dialects of documentation generators are understood. Placeholders stay as they
 * were typed, unless `keepsPlaceholders` is false. Returns "" if there is nothing to say.
 */
export function toSpeech(markdown: string, { keepsPlaceholders = true } = {}): string {
  const typed = markdown.slice(0, maxLength);
  if (!keepsPlaceholders) return convert(withoutHiddenPlaceholders(typed));
  const { text, restore } = hidePlaceholders(typed);
  return restore(convert(text));
}

function convert(text: string): string {
  const blocks = splitIntoChunks(normalizeMarkdown(text)).flatMap(parseChunk).map(toSpokenBlock);
  return restoreEdges(joinBlocks(withoutEmptySections(summarizeDependencyUpdates(blocks))));
}

const parseOptions = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };

// List numbers stay unique in the document: no chunk has more lists than characters.
function parseChunk(source: string, chunk: number): Block[] {
  const tree = fromMarkdown(source, parseOptions);
  return toBlocks(tree, source).map((block) => ({
    ...block,
    listNumber: block.listNumber + chunk * maxLength,
  }));
}

// The items of a list become one paragraph.
function joinBlocks(blocks: readonly SpokenBlock[]): string {
  let result = "";
  let last: SpokenBlock | undefined;
  for (const block of blocks.filter(({ spokenText }) => spokenText !== "")) {
    const isSameList = block.kind === "item" && last?.kind === "item" && last.listNumber === block.listNumber;
    const separator = isSameList ? (/[。！？]$/u.test(result) ? "" : " ") : "\n\n";
    result += last ? separator + block.spokenText : block.spokenText;
    last = block;
  }
  return result;
}
