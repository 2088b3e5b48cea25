import { removed } from "./marks.ts";

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
  `(\\b(?:by|cc|thanks to|thanks) |${removed}(?:,|,? and)? )@[\\w-]{1,100}/[\\w.-]{1,100}`,
  "gi",
);
const issue = /(?:\b[\w.-]{1,100}(?:\/[\w.-]{1,100})?)?[#＃]\d+|\bGH-\d+|(?<=^|[\s(])!\d+\b/giu;
const advisory = /\bGHSA(?:-[\da-z]{4}){3}\b/gi;
const variable = /\$\{\{[^{}]{0,200}\}\}|\$\{?[A-Z][A-Z_]{2,60}\b\}?/g;
const date =
  /[([（] ?\d{4}[-/.]\d{2}[-/.]\d{2} ?[)\]）]| [-–—] \d{4}-\d{2}-\d{2}\b| \(\w{3} \w{3} \d{1,2},? \d{4}\)/gu;

/** Puts a mark where a URL, an address, a mention, a number of an issue, a hash or a date in parentheses was. */
export function markReferences(text: string): string {
  const withoutAddresses = text.replace(url, withoutTail).replace(date, removed).replace(email, removed);
  return withoutAddresses
    .replace(uuid, removed)
    .replace(bareHash, `$1${removed}`)
    .replace(hash, removed)
    .replace(issue, (found) => (/^[CF][#＃]/.test(found) ? found : removed))
    .replace(advisory, removed)
    .replace(variable, removed)
    .replace(mention, removed)
    .replace(team, `$1${removed}`);
}

// The full stop after a URL ends the sentence, not the URL.
function withoutTail(found: string): string {
  return removed + (/(?<![.,;:!?'*_~])[.,;:!?'*_~]{1,5}$/.exec(found)?.[0] ?? "");
}
