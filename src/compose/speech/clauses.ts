import { removed as mark, removedCode } from "./marks.ts";

// The words that lead to a reference, in the languages that release notes are written in most.
const small =
  "a also an and as at by for from in of on or per see since the this to under via with mit sur par por siehe und voir von in в во из от по у см. بواسطة في من عبر";
const nouns =
  "advisory author authors bug bugs changelog commit commits discussion issue issues merge PR PRs pull report request requests task ticket";
const closing =
  "address addresses addressed close closed closes closing fix fixed fixes fixing implement implements ref refs reference references related relates resolve resolved resolves resolving reverts behebt schließt ferme corrige";
const found =
  "authored contributed discovered done found implemented made proposed reported requested sponsored spotted submitted suggested written";
const thanks =
  "thanks|thank you|thx|kudos|props|credits?|h/t|cc|courtesy of|co-authored|danke?|merci|gracias|спасибо|شكرا";
const told = "described|mentioned|noted|pointed out|proposed|put it|reported|said|suggested|wrote";
const doer = "(?:(?:this|that|it|which|also|and|should|will|may|to) ){0,2}(?:(?:PR|change|commit|patch) )?";

const before = "(?<![\\p{L}\\p{N}_-])";
const smallWord = `${before}(?:${oneOf(small)})`;
const noun = `${before}(?:${oneOf(nouns)})`;

// In this order: what takes more along comes first.
const clauses: readonly RegExp[] = [
  `["“'‘«\`] ?${mark} ?["”'’»\`]`,
  `[:：] ?${mark}(?= ?(?:[.!?]|$))`,
  `[,;–—-]? ?${before}(?:with |and )?(?:(?:many|special|big|huge|vielen) )?(?:${thanks})(?: goes?)?(?: to| an| à| a)?[:,]? ${mark}(?: for [^.!?()${mark}]{0,80})?!?`,
  `(?:^|(?<=[.!?] ))(?:please |for (?:more )?details,? )?(?:see|read|visit|check|mail|write to)(?: \\w+){0,4} ${mark}[^.!?]{0,100}`,
  `${before}(?:just )?as ${mark} (?:also )?(?:${told})`,
  `(?<=[(（,;–—-] ?)(?:originally )?(?:${oneOf(found)}) by ${mark}`,
  `(?<!\\b(?:is|was|are|were|be|been|being) )${before}${doer}(?:${oneOf(closing)})(?: (?:to|in|with|by))?:? ?(?:${noun} ){0,3}${mark}`,
  `(?:由|感谢|感謝|参见|参照|详见|见|在|修复了?|关闭) ?${mark}(?: ?(?:中的?|的贡献|的反馈|提供的?|贡献的?))?`,
  `${mark} ?(?:さん|氏)(?:に感謝|による|へ)?[！!]?`,
  `(?:(?:${smallWord}|${noun}):? ){0,5}${mark}`,
  `(?:${before}(?:by|for|from|in|of|to|via|with) ){0,2}${removedCode}`,
].map((source) => new RegExp(source, "giu"));

const list = new RegExp(`${mark}(?:[ ,;&/+]{0,3}(?:(?:and|or|und|et|y|и|和|及) )?${mark})+`, "gu");

/** Takes out the marks together with the words that only led to them: "by …", "closes …", "(see …)", "thanks to …". */
export function withoutLeads(text: string): string {
  return clauses.reduce((rest, clause) => rest.replace(clause, " "), text.replace(list, mark));
}

function oneOf(words: string): string {
  return words.replaceAll(".", "\\.").replaceAll(" ", "|");
}
