import { isLead } from "./leads.ts";
import type { Spoken } from "./spoken.ts";

const people =
  /^(?:(?:all|our|new|first[- ]time|special|many|top|code|a) )*(?:contributors?|committers?|authors?|thanks|thank you|credits?|acknowledge?ments?|kudos|shout-?outs?|sponsors|backers)(?:[:!,(].*| ?\d.*| to .*| and .*| for .*)?[.!]?$/i;
const files =
  /^(?:(?:release|docker|container|binary|full|list of) )*(?:assets?|artifacts|checksums?|hashes|signatures|sha-?\d+\b.*|downloads?|download links?|binaries|(?:docker|container) images?|change ?log|compare|commits|dependabot commands and options)(?:[:!(].*)?[.!]?$/i;
const elsewhere =
  /^(?:新?贡献者|致谢|感谢|下载|謝辞|コントリビューター|ダウンロード|(?:neue )?mitwirkende|danksagung|danke|contributeurs|remerciements|благодарности|участники|المساهمون|شكر وتقدير)[.。!：:]?$/iu;

/** As deep as what a lead announces: below every heading. */
const leadDepth = 7;

/** Silences contributors, thanks, assets, checksums, downloads and lists of commits, each with its heading or lead. */
export function withoutSilentLists(blocks: readonly Spoken[]): Spoken[] {
  let silentDepth: number | undefined;
  let isFirst = false;
  return blocks.map((block) => {
    const depth = block.kind === "heading" ? block.depth : isLead(block) ? leadDepth : undefined;
    // Of what a lead announces the end is not marked: one paragraph or one list.
    const endsLead = block.kind === "close" || (block.kind === "paragraph" && !isFirst);
    if (
      silentDepth !== undefined &&
      (depth !== undefined ? depth <= silentDepth : silentDepth === 7 && endsLead)
    )
      silentDepth = undefined;
    isFirst = silentDepth === undefined && depth !== undefined && isSilent(block.said);
    if (isFirst) silentDepth = depth;
    return silentDepth === undefined ? block : { ...block, said: "" };
  });
}

function isSilent(heading: string): boolean {
  return [people, files, elsewhere].some((pattern) => pattern.test(heading));
}
