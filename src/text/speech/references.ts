import { removedMarker as mark, removedCodeMarker, removedMarker } from "./model.ts";

// The words that lead to a reference, in the languages that release notes are written in most.
const linkingWords =
  "a also an and as at by for from in of on or per see since the this to under via with mit sur par por siehe und voir von in в во из от по у см. بواسطة في من عبر";
const nouns =
  "advisory author authors bug bugs changelog commit commits discussion issue issues merge PR PRs pull report request requests task ticket";
const closingVerbs =
  "address addresses addressed close closed closes closing fix fixed fixes fixing implement implements ref refs reference references related relates resolve resolved resolves resolving reverts behebt schließt ferme corrige";
const authorshipVerbs =
  "authored contributed discovered done found implemented made proposed reported requested sponsored spotted submitted suggested written";
const thanksPhrases =
  "thanks|thank you|thx|kudos|props|credits?|h/t|cc|courtesy of|co-authored|danke?|merci|gracias|спасибо|شكرا";
const sayingVerbs = "described|mentioned|noted|pointed out|proposed|put it|reported|said|suggested|wrote";
const subjectPhrase =
  "(?:(?:this|that|it|which|also|and|should|will|may|to) ){0,2}(?:(?:PR|change|commit|patch) )?";

const wordStart = "(?<![\\p{L}\\p{N}_-])";
const linkingWord = `${wordStart}(?:${toAlternation(linkingWords)})`;
const noun = `${wordStart}(?:${toAlternation(nouns)})`;

// In this order: what takes more along comes first.
const referencePhrases: readonly RegExp[] = [
  `["“'‘«\`] ?${mark} ?["”'’»\`]`,
  `[:：] ?${mark}(?= ?(?:[.!?]|$))`,
  `[,;–—-]? ?${wordStart}(?:with |and )?(?:(?:many|special|big|huge|vielen) )?(?:${thanksPhrases})(?: goes?)?(?: to| an| à| a)?[:,]? ${mark}(?: for [^.!?()${mark}]{0,80})?!?`,
  `(?:^|(?<=[.!?] ))(?:please |for (?:more )?details,? )?(?:see|read|visit|check|mail|write to)(?: \\w+){0,4} ${mark}[^.!?]{0,100}`,
  `${wordStart}(?:just )?as ${mark} (?:also )?(?:${sayingVerbs})`,
  `(?<=[(（,;–—-] ?)(?:originally )?(?:${toAlternation(authorshipVerbs)}) by ${mark}`,
  `(?<!\\b(?:is|was|are|were|be|been|being) )${wordStart}${subjectPhrase}(?:${toAlternation(closingVerbs)})(?: (?:to|in|with|by))?:? ?(?:${noun} ){0,3}${mark}`,
  `(?:由|感谢|感謝|参见|参照|详见|见|在|修复了?|关闭) ?${mark}(?: ?(?:中的?|的贡献|的反馈|提供的?|贡献的?))?`,
  `${mark} ?(?:さん|氏)(?:に感謝|による|へ)?[！!]?`,
  `(?:(?:${linkingWord}|${noun}):? ){0,5}${mark}`,
  `(?:${wordStart}(?:by|for|from|in|of|to|via|with) ){0,2}${removedCodeMarker}`,
].map((source) => new RegExp(source, "giu"));

const markerList = new RegExp(`${mark}(?:[ ,;&/+]{0,3}(?:(?:and|or|und|et|y|и|和|及) )?${mark})+`, "gu");

/** Takes out the marks together with the words that only led to them: "by …", "closes …", "(see …)", "thanks to …". */
export function withoutReferencePhrases(text: string): string {
  return referencePhrases.reduce((rest, clause) => rest.replace(clause, " "), text.replace(markerList, mark));
}

function toAlternation(words: string): string {
  return words.replaceAll(".", "\\.").replaceAll(" ", "|");
}

const notInUrl = '\\s<>()"`|\u{fffc}。，、；：！？（）「」『』【】《》';
const url = new RegExp(
  `(?:https?:|\\b(?:ftp|file|mailto):|www\\.)(?:[^${notInUrl}]|\\([^${notInUrl}]{0,200}\\))*`,
  "giu",
);
const uuid = /\b[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\b/gi;
const hash =
  /\b(?:sha\d+[:-])?(?:(?=[a-f]{0,128}\d)(?=\d{0,128}[a-f])[\da-f]{7,128}|(?=[A-F]{0,128}\d)(?=\d{0,128}[A-F])[\dA-F]{7,128}|[\da-f]{40}|[\da-f]{64})(?:\.{2,3}\w{1,64})?\b/g;
const bareHash = /([([])[\da-f]{7,64}(?=[)\]])/g;
const email =
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.\p{L}{2,24}(?![\p{L}\p{N}])/gu;
const mention =
  /(?<![\p{L}\p{N}_.])@[\p{Script=Latin}\d][\p{Script=Latin}\d_-]{0,100}(?:\[bot\])?(?![\p{Script=Latin}\d_/-]|\.\w)/gu;
const team = new RegExp(
  `(\\b(?:by|cc|thanks to|thanks) |${removedMarker}(?:,|,? and)? )@[\\w-]{1,100}/[\\w.-]{1,100}`,
  "gi",
);
const issue = /(?:\b[\w.-]{1,100}(?:\/[\w.-]{1,100})?)?[#＃]\d+|\bGH-\d+|(?<=^|[\s(])!\d+\b/giu;
const advisory = /\bGHSA(?:-[\da-z]{4}){3}\b/gi;
const variable = /\$\{\{[^{}]{0,200}\}\}|\$\{?[A-Z][A-Z_]{2,60}\b\}?/g;
const date =
  /[([（] ?\d{4}[-/.]\d{2}[-/.]\d{2} ?[)\]）]| [-–—] \d{4}-\d{2}-\d{2}\b| \(\w{3} \w{3} \d{1,2},? \d{4}\)/gu;

/** Puts a mark where a URL, an address, a mention, a number of an issue, a hash or a date in parentheses was. */
export function markReferences(text: string): string {
  const withoutAddresses = text
    .replace(url, replaceUrl)
    .replace(date, removedMarker)
    .replace(email, removedMarker);
  return withoutAddresses
    .replace(uuid, removedMarker)
    .replace(bareHash, `$1${removedMarker}`)
    .replace(hash, removedMarker)
    .replace(issue, (found) => (/^[CF][#＃]/.test(found) ? found : removedMarker))
    .replace(advisory, removedMarker)
    .replace(variable, removedMarker)
    .replace(mention, removedMarker)
    .replace(team, `$1${removedMarker}`);
}

// The full stop after a URL ends the sentence, not the URL.
function replaceUrl(found: string): string {
  return removedMarker + (/(?<![.,;:!?'*_~])[.,;:!?'*_~]{1,5}$/.exec(found)?.[0] ?? "");
}
