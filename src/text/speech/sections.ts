import type { SpokenBlock } from "./changelog.ts";
import { cleanText } from "./sentences.ts";

/** Does a block that is no heading announce what follows: a summary, a line in bold, or words with a colon? */
function isIntroduction({ kind, isPseudoHeading, spokenText }: SpokenBlock): boolean {
  return kind !== "heading" && (isPseudoHeading || /[:：]$/u.test(spokenText));
}

/**
 * Of the leads whose announced paragraphs, items or code vanished, those in bold vanish as well, and those with a colon
 * end with a full stop. One that announces nothing, as at the end, is a sentence like any other.
 */
function withoutEmptyIntroductions(blocks: readonly SpokenBlock[]): SpokenBlock[] {
  const result = [...blocks];
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = result[index];
    if (!block || !isIntroduction(block) || !isContentRemoved(result, index + 1, block)) continue;
    result[index] = {
      ...block,
      spokenText: block.isPseudoHeading ? "" : closeIntroduction(block.spokenText),
    };
  }
  return result;
}

function isContentRemoved(blocks: readonly SpokenBlock[], from: number, lead: SpokenBlock): boolean {
  let at = from;
  for (; belongsTo(lead, blocks[at], at === from); at += 1) if (blocks[at]?.spokenText !== "") return false;
  return at > from;
}

function belongsTo(lead: SpokenBlock, block: SpokenBlock | undefined, isNext: boolean): boolean {
  if (!block || block.kind === "heading" || block.kind === "close") return false;
  // A later paragraph of an item, half a level below it, has its code and lists on its own level.
  const isInside = lead.depth % 1 === 0 ? block.depth > lead.depth : block.depth >= lead.depth;
  if (lead.kind === "item") return block.kind === "item" && isInside;
  return lead.isPseudoHeading ? !block.isPseudoHeading : isNext || block.kind === "item";
}

// "Install it:" is nothing without the command, "Patterns can be mirrored:" is.
function closeIntroduction(text: string): string {
  const label = /(?:^|(?<=[.!?。！？] ?))[^\s.!?。！？]{1,40}(?: [^\s.!?。！？]{1,40})?[:：]$/u;
  if (label.test(text)) return cleanText(text.replace(label, ""));
  return text.replace(/:$/, ".").replace(/：$/u, "。");
}

const peopleHeading =
  /^(?:(?:all|our|new|first[- ]time|special|many|top|code|a) )*(?:contributors?|committers?|authors?|thanks|thank you|credits?|acknowledge?ments?|kudos|shout-?outs?|sponsors|backers)(?:[:!,(].*| ?\d.*| to .*| and .*| for .*)?[.!]?$/i;
const filesHeading =
  /^(?:(?:release|docker|container|binary|full|list of) )*(?:assets?|artifacts|checksums?|hashes|signatures|sha-?\d+\b.*|downloads?|download links?|binaries|(?:docker|container) images?|change ?log|compare|commits|dependabot commands and options)(?:[:!(].*)?[.!]?$/i;
const otherLanguageHeading =
  /^(?:新?贡献者|致谢|感谢|下载|謝辞|コントリビューター|ダウンロード|(?:neue )?mitwirkende|danksagung|danke|contributeurs|remerciements|благодарности|участники|المساهمون|شكر وتقدير)[.。!：:]?$/iu;

/** As deep as what a lead announces: below every heading. */
const introductionDepth = 7;

/** Silences contributors, thanks, assets, checksums, downloads and lists of commits, each with its heading or lead. */
function withoutSilentLists(blocks: readonly SpokenBlock[]): SpokenBlock[] {
  let silentDepth: number | undefined;
  let isFirst = false;
  return blocks.map((block) => {
    const depth =
      block.kind === "heading" ? block.depth : isIntroduction(block) ? introductionDepth : undefined;
    // Of what a lead announces the end is not marked: one paragraph or one list.
    const endsLead = block.kind === "close" || (block.kind === "paragraph" && !isFirst);
    if (
      silentDepth !== undefined &&
      (depth !== undefined ? depth <= silentDepth : silentDepth === 7 && endsLead)
    )
      silentDepth = undefined;
    isFirst = silentDepth === undefined && depth !== undefined && isSilentHeading(block.spokenText);
    if (isFirst) silentDepth = depth;
    return silentDepth === undefined ? block : { ...block, spokenText: "" };
  });
}

function isSilentHeading(heading: string): boolean {
  return [peopleHeading, filesHeading, otherLanguageHeading].some((pattern) => pattern.test(heading));
}

/** Takes out every heading with nothing below it, unless headings are all that the document has. */
function withoutEmptyHeadings(blocks: readonly SpokenBlock[]): SpokenBlock[] {
  if (blocks.every(({ kind, spokenText }) => kind === "heading" && spokenText !== "")) return [...blocks];
  // By level: has something been said since the last heading of this level or above? Seen from the end.
  const isFollowed = Array.from({ length: 7 }, () => false);
  const result: SpokenBlock[] = [];
  for (const block of [...blocks].reverse()) {
    const next = result.at(-1);
    if (block.kind !== "heading") {
      if (block.spokenText !== "") isFollowed.fill(true);
      result.push(block);
      continue;
    }
    const keeps = isFollowed[block.depth] || (next !== undefined && startsRelease(block, next));
    isFollowed.fill(false, block.depth);
    result.push(keeps ? block : { ...block, spokenText: "" });
  }
  return result.reverse();
}

// standard-version writes a patch release and its sections as headings of one level.
function startsRelease({ spokenText, depth }: SpokenBlock, next: SpokenBlock): boolean {
  return (
    /^Version \d/.test(spokenText) &&
    next.kind === "heading" &&
    next.spokenText !== "" &&
    next.depth === depth
  );
}

/** Silences the sections that are lists of people, files or hashes, and then all that announced what vanished. */
export function withoutEmptySections(blocks: readonly SpokenBlock[]): SpokenBlock[] {
  return withoutEmptyHeadings(withoutEmptyIntroductions(withoutSilentLists(blocks)));
}
