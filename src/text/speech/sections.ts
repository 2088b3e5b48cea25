import { cleanText } from "./sentences.ts";
import type { SpokenBlock } from "./spoken-block.ts";

/** Removes sections that list people, files or commits, and headings and introductions without content. */
export function withoutEmptySections(blocks: readonly SpokenBlock[]): SpokenBlock[] {
  return withoutEmptyHeadings(withoutEmptyIntroductions(withoutListSections(blocks)));
}

const peopleHeading =
  /^(?:(?:all|our|new|first[- ]time|special|many|top|code|a) )*(?:contributors?|committers?|authors?|thanks|thank you|credits?|acknowledge?ments?|kudos|shout-?outs?|sponsors|backers)(?:[:!,(].*| ?\d.*| to .*| and .*| for .*)?[.!]?$/i;
const filesHeading =
  /^(?:(?:release|docker|container|binary|full|list of) )*(?:assets?|artifacts|checksums?|hashes|signatures|sha-?\d+\b.*|downloads?|download links?|binaries|(?:docker|container) images?|change ?log|compare|commits|dependabot commands and options)(?:[:!(].*)?[.!]?$/i;
const otherLanguageHeading =
  /^(?:新?贡献者|致谢|感谢|下载|謝辞|コントリビューター|ダウンロード|(?:neue )?mitwirkende|danksagung|danke|contributeurs|remerciements|благодарности|участники|المساهمون|شكر وتقدير)[.。!：:]?$/iu;

/** The heading level of an introduction: one below the lowest real level. */
const introductionLevel = 7;

// Contributors, thanks, assets, checksums, downloads or commits, with their heading or introduction.
function withoutListSections(blocks: readonly SpokenBlock[]): SpokenBlock[] {
  let removedLevel: number | undefined;
  let isFirst = false;
  return blocks.map((block) => {
    const level = headingLevel(block);
    // The content of an introduction is one paragraph or one list; nothing marks its end.
    const endsIntroduction = block.kind === "close" || (block.kind === "paragraph" && !isFirst);
    const endsSection =
      level === undefined
        ? removedLevel === introductionLevel && endsIntroduction
        : level <= (removedLevel ?? 0);
    if (endsSection) removedLevel = undefined;
    isFirst = removedLevel === undefined && level !== undefined && isListHeading(block.spokenText);
    if (isFirst) removedLevel = level;
    return removedLevel === undefined ? block : { ...block, spokenText: "", code: undefined };
  });
}

function headingLevel(block: SpokenBlock): number | undefined {
  if (block.kind === "heading") return block.depth;
  return isIntroduction(block) ? introductionLevel : undefined;
}

function isListHeading(heading: string): boolean {
  return [peopleHeading, filesHeading, otherLanguageHeading].some((pattern) => pattern.test(heading));
}

// A summary, a paragraph in bold, or a text that ends with a colon.
function isIntroduction({ kind, isPseudoHeading, spokenText }: SpokenBlock): boolean {
  return kind !== "heading" && (isPseudoHeading || /[:：]$/u.test(spokenText));
}

// If the content that they introduce was removed, pseudo headings are removed too, and a colon becomes a full
// stop. An introduction that nothing follows, such as at the end of the document, is an ordinary sentence.
function withoutEmptyIntroductions(blocks: readonly SpokenBlock[]): SpokenBlock[] {
  const result = [...blocks];
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = result[index];
    if (!block || !isIntroduction(block) || !isContentRemoved(result, index)) continue;
    result[index] = {
      ...block,
      spokenText: block.isPseudoHeading ? "" : closeIntroduction(block.spokenText),
    };
  }
  return result;
}

function isContentRemoved(blocks: readonly SpokenBlock[], introductionIndex: number): boolean {
  const first = introductionIndex + 1;
  let index = first;
  while (isContentOf(blocks[introductionIndex], blocks[index], { isNext: index === first })) {
    if (blocks[index]?.spokenText !== "") return false;
    index += 1;
  }
  return index > first;
}

function isContentOf(
  introduction: SpokenBlock | undefined,
  block: SpokenBlock | undefined,
  { isNext }: { readonly isNext: boolean },
): boolean {
  if (!introduction || !block || block.kind === "heading" || block.kind === "close") return false;
  if (introduction.isPseudoHeading && block.isPseudoHeading) return false;
  if (introduction.kind !== "item") return introduction.isPseudoHeading || isNext || block.kind === "item";
  // The code and lists in an item's later paragraph have the depth of that paragraph (n.5).
  const isNested =
    introduction.depth % 1 === 0 ? block.depth > introduction.depth : block.depth >= introduction.depth;
  return block.kind === "item" && isNested;
}

const trailingLabel = /(?:^|(?<=[.!?。！？] ?))[^\s.!?。！？]{1,40}(?: [^\s.!?。！？]{1,40})?[:：]$/u;

// "Install it:" means nothing without the command, but "Patterns can be mirrored:" does.
function closeIntroduction(text: string): string {
  if (trailingLabel.test(text)) return cleanText(text.replace(trailingLabel, ""));
  return text.replace(/:$/, ".").replace(/：$/u, "。");
}

// Keeps them if the document consists of headings only.
function withoutEmptyHeadings(blocks: readonly SpokenBlock[]): SpokenBlock[] {
  if (blocks.every(({ kind, spokenText }) => kind === "heading" && spokenText !== "")) return [...blocks];
  // Read from the end. By level: is there text before the next heading of this level or above?
  const hasContent = Array.from({ length: 7 }, () => false);
  const result: SpokenBlock[] = [];
  for (const block of [...blocks].reverse()) {
    const next = result.at(-1);
    if (block.kind !== "heading") {
      if (block.spokenText !== "") hasContent.fill(true);
      result.push(block);
      continue;
    }
    const isKept = hasContent[block.depth] || (next !== undefined && startsRelease(block, next));
    hasContent.fill(false, block.depth);
    result.push(isKept ? block : { ...block, spokenText: "" });
  }
  return result.reverse();
}

// standard-version writes a patch release and its sections as headings of the same level.
function startsRelease({ spokenText, depth }: SpokenBlock, next: SpokenBlock): boolean {
  return (
    /^Version \d/.test(spokenText) &&
    next.kind === "heading" &&
    next.spokenText !== "" &&
    next.depth === depth
  );
}
