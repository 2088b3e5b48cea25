import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { toBlocks } from "./blocks.ts";
import { type Spoken, summariseUpdates, toSpoken } from "./changelog.ts";
import type { Block } from "./model.ts";
import { hidePlaceholders, tame, toPieces } from "./normalize.ts";
import { withoutEmptySections } from "./sections.ts";

const maxLength = 200_000;

/**
 * Markdown as words that somebody can say in a video: release notes, a pull request's description, a commit's subject.
 * Without links, code, tables, emoji, names of accounts and numbers of issues, and without the sections that are lists
 * of people or files; placeholders stay as they are typed. Empty when there is nothing to say.
 */
export function toSpeech(markdown: string): string {
  const { text, restore } = hidePlaceholders(markdown.slice(0, maxLength));
  const spoken = summariseUpdates(toPieces(tame(text)).flatMap(parse).map(toSpoken));
  return restore(join(withoutEmptySections(spoken)));
}

function parse(source: string, piece: number): Block[] {
  const tree = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return toBlocks(tree, source).map((block) => ({ ...block, list: block.list + piece * maxLength }));
}

// The items of a list are one paragraph of sentences.
function join(blocks: readonly Spoken[]): string {
  let result = "";
  let last: Spoken | undefined;
  for (const block of blocks.filter(({ said }) => said !== "")) {
    const sameList = block.kind === "item" && last?.kind === "item" && last.list === block.list;
    const between = sameList ? (/[。！？]$/u.test(result) ? "" : " ") : "\n\n";
    result += last ? between + block.said : block.said;
    last = block;
  }
  return result;
}
