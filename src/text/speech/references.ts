import { removedMarker as marker, removedCodeMarker } from "./characters.ts";

const notInUrl = '\\s<>()"`|\u{fffc}。，、；：！？（）「」『』【】《》';
const url = new RegExp(
  `(?:https?:|\\b(?:ftp|file|mailto):|www\\.)(?:[^${notInUrl}]|\\([^${notInUrl}]{0,200}\\))*`,
  "giu",
);
const date =
  /[([（] ?\d{4}[-/.]\d{2}[-/.]\d{2} ?[)\]）]| [-–—] \d{4}-\d{2}-\d{2}\b| \(\w{3} \w{3} \d{1,2},? \d{4}\)/gu;
const email =
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.\p{L}{2,24}(?![\p{L}\p{N}])/gu;
const uuid = /\b[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\b/gi;
const bracketedHash = /([([])[\da-f]{7,64}(?=[)\]])/g;
const hash =
  /\b(?:sha\d+[:-])?(?:(?=[a-f]{0,128}\d)(?=\d{0,128}[a-f])[\da-f]{7,128}|(?=[A-F]{0,128}\d)(?=\d{0,128}[A-F])[\dA-F]{7,128}|[\da-f]{40}|[\da-f]{64})(?:\.{2,3}\w{1,64})?\b/g;
const issue = /(?:\b[\w.-]{1,100}(?:\/[\w.-]{1,100})?)?[#＃]\d+|\bGH-\d+|(?<=^|[\s(])!\d+\b/giu;
const advisory = /\bGHSA(?:-[\da-z]{4}){3}\b/gi;
const variable = /\$\{\{[^{}]{0,200}\}\}|\$\{?[A-Z][A-Z_]{2,60}\b\}?/g;
const mention =
  /(?<![\p{L}\p{N}_.])@[\p{Script=Latin}\d][\p{Script=Latin}\d_-]{0,100}(?:\[bot\])?(?![\p{Script=Latin}\d_/-]|\.\w)/gu;
const team = new RegExp(
  `(\\b(?:by|cc|thanks to|thanks) |${marker}(?:,|,? and)? )@[\\w-]{1,100}/[\\w.-]{1,100}`,
  "gi",
);

/**
 * Replaces each URL, address, mention, issue number, hash, variable and date in parentheses with a marker.
 */
export function markReferences(text: string): string {
  return text
    .replace(url, markUrl)
    .replace(date, marker)
    .replace(email, marker)
    .replace(uuid, marker)
    .replace(bracketedHash, `$1${marker}`)
    .replace(hash, marker)
    .replace(issue, (found) => (/^[CF][#＃]/.test(found) ? found : marker))
    .replace(advisory, marker)
    .replace(variable, marker)
    .replace(mention, marker)
    .replace(team, `$1${marker}`);
}

// The full stop after a URL ends the sentence, not the URL.
function markUrl(found: string): string {
  return marker + (/(?<![.,;:!?'*_~])[.,;:!?'*_~]{1,5}$/.exec(found)?.[0] ?? "");
}

// The words around a reference, in the languages that most release notes are written in.
const prepositions = alternation(
  "a also an and as at by for from in of on or per see since the this to under via with mit sur par por siehe und voir von in в во из от по у см. بواسطة في من عبر",
);
const nouns = alternation(
  "advisory author authors bug bugs changelog commit commits discussion issue issues merge PR PRs pull report request requests task ticket",
);
const closingVerbs = alternation(
  "address addresses addressed close closed closes closing fix fixed fixes fixing implement implements ref refs reference references related relates resolve resolved resolves resolving reverts behebt schließt ferme corrige",
);
const authorshipVerbs = alternation(
  "authored contributed discovered done found implemented made proposed reported requested sponsored spotted submitted suggested written",
);
const thanks =
  "thanks|thank you|thx|kudos|props|credits?|h/t|cc|courtesy of|co-authored|danke?|merci|gracias|спасибо|شكرا";
const sayingVerbs = "described|mentioned|noted|pointed out|proposed|put it|reported|said|suggested|wrote";
const subject =
  "(?:(?:this|that|it|which|also|and|should|will|may|to) ){0,2}(?:(?:PR|change|commit|patch) )?";

const wordStart = "(?<![\\p{L}\\p{N}_-])";
const preposition = `${wordStart}(?:${prepositions})`;
const noun = `${wordStart}(?:${nouns})`;

// The order matters: the longest phrases come first.
const referencePhrases: readonly RegExp[] = [
  `["“'‘«\`] ?${marker} ?["”'’»\`]`,
  `[:：] ?${marker}(?= ?(?:[.!?]|$))`,
  `[,;–—-]? ?${wordStart}(?:with |and )?(?:(?:many|special|big|huge|vielen) )?(?:${thanks})(?: goes?)?(?: to| an| à| a)?[:,]? ${marker}(?: for [^.!?()${marker}]{0,80})?!?`,
  `(?:^|(?<=[.!?] ))(?:please |for (?:more |further )?(?:details|information)(?: (?:about|on) [^.!?,]{1,100})?,? (?:please )?)?(?:see|read|visit|check|mail|write to)(?: \\w+){0,4} ${marker}[^.!?]{0,100}`,
  `${wordStart}(?:just )?as ${marker} (?:also )?(?:${sayingVerbs})`,
  `(?<=[(（,;–—-] ?)(?:originally )?(?:${authorshipVerbs}) by ${marker}`,
  `(?<!\\b(?:is|was|are|were|be|been|being) )${wordStart}${subject}(?:${closingVerbs})(?: (?:to|in|with|by))?:? ?(?:${noun} ){0,3}${marker}`,
  `(?:由|感谢|感謝|参见|参照|详见|见|在|修复了?|关闭) ?${marker}(?: ?(?:中的?|的贡献|的反馈|提供的?|贡献的?))?`,
  `${marker} ?(?:さん|氏)(?:に感謝|による|へ)?[！!]?`,
  `(?:(?:${preposition}|${noun}):? ){0,5}${marker}`,
  `(?:${wordStart}(?:by|for|from|in|of|to|via|with) ){0,2}${removedCodeMarker}`,
].map((source) => new RegExp(source, "giu"));

const markerList = new RegExp(`${marker}(?:[ ,;&/+]{0,3}(?:(?:and|or|und|et|y|и|和|及) )?${marker})+`, "gu");

/**
 * Removes markers and the phrases that lead to them, such as "by …", "closes …", "(see …)" and "thanks to …".
 */
export function withoutReferencePhrases(text: string): string {
  return referencePhrases.reduce(
    (rest, phrase) => rest.replace(phrase, " "),
    text.replace(markerList, marker),
  );
}

function alternation(words: string): string {
  return words.replaceAll(".", "\\.").replaceAll(" ", "|");
}
