import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { toBlocks } from "./blocks.ts";
import { type SpokenBlock, summarizeDependencyUpdates, toSpokenBlock } from "./changelog.ts";
import type { Block } from "./model.ts";
import { hidePlaceholders, normalizeMarkdown, splitIntoChunks } from "./normalize.ts";
import { withoutEmptySections } from "./sections.ts";

const maxLength = 200_000;

/**
 * Markdown as words that somebody can say in a video: release notes, a pull request's description, a commit's subject.
 * Without links, code, tables, emoji, names of accounts and numbers of issues, and without the sections that are lists
 * of people or files; placeholders stay as they are typed. Empty when there is nothing to say.
 */
export function toSpeech(markdown: string): string {
  const { text, restore } = hidePlaceholders(markdown.slice(0, maxLength));
  const spoken = summarizeDependencyUpdates(
    splitIntoChunks(normalizeMarkdown(text)).flatMap(parseChunk).map(toSpokenBlock),
  );
  return restore(joinBlocks(withoutEmptySections(spoken)));
}

function parseChunk(source: string, piece: number): Block[] {
  const tree = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return toBlocks(tree, source).map((block) => ({
    ...block,
    listNumber: block.listNumber + piece * maxLength,
  }));
}

// The items of a list are one paragraph of sentences.
function joinBlocks(blocks: readonly SpokenBlock[]): string {
  let result = "";
  let last: SpokenBlock | undefined;
  for (const block of blocks.filter(({ spokenText }) => spokenText !== "")) {
    const sameList = block.kind === "item" && last?.kind === "item" && last.listNumber === block.listNumber;
    const between = sameList ? (/[。！？]$/u.test(result) ? "" : " ") : "\n\n";
    result += last ? between + block.spokenText : block.spokenText;
    last = block;
  }
  return result;
}
