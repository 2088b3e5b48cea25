import type { TimeSpan } from "./time-spans.ts";
import { loneUnitPattern, unitPattern } from "./time-units.ts";

/** What in a normalised text may be a length beside the ones that were found, or makes more of them; the words of it. */
export function findAmbiguousLength(text: string, found: readonly TimeSpan[]): string | undefined {
  return found.find((quantity) => isMultiple(text, quantity))?.text ?? findLeftoverLength(text, found);
}

// Several of that length, or more than it: "two 10-minute films", "20 s each", "at least a minute".
const multipleBefore = [
  /\d ?[x×*]? ?$/,
  /(?:dozen|hundred|thousand|million|hundert|tausend|cent|mille?|cien|vingts?|trente|quarante|cinquante|soixante)[ -](?:and |et |y )?$/,
  /\d+ \p{L}+(?: \p{L}+)? (?:of|with|at|à|zu|von|de) (?:\p{L}+ )?$/u,
  /\p{L}{2}s of (?:about )?$/u,
  /(?<!\p{L})(?:each|every|jede[rsn]?|chaque|cada) (?:\S+ ){0,6}$/u,
  /(?:at least|no (?:less|shorter|fewer) than|(?:more|longer|greater) than|over|minimum(?: of)?|min\.?|mindestens|über|länger als|au moins|plus de|al menos|más de|almeno|>=?|≥) ?(?:about |around )?$/,
];
const multipleAfter = [
  /^[,.]? ?(?:long )?(?:(?:for|on|to|about) )?(?:each|apiece|per |jeweils|je |chac|cada|every )/,
  /^ ?(?:\+|[x×*] ?\d|or (?:more|longer)|and up|minimum|at least)/,
  /^,? ?(?:or|to|-) ?\d/,
  /^,? and \d+(?= ?(?:[.,;!?]|$))/,
];

function isMultiple(text: string, { start, end }: TimeSpan): boolean {
  const [head, tail] = [text.slice(Math.max(0, start - 80), start), text.slice(end)];
  return (
    multipleBefore.some((pattern) => pattern.test(head)) ||
    multipleAfter.some((pattern) => pattern.test(tail))
  );
}

const videoWords = "(?:video|film|movie|clip|tour|tutorial|presentation|documentary)s?";
const ambiguousPattern = new RegExp(
  [
    loneUnitPattern,
    `[\\p{N}\\ufffc][ ()"'-]{0,3}(?:${unitPattern})`,
    "[\\p{N}\\ufffc][^\\p{L}\\p{N}\\n.,;!?]{0,6}(?:mins?|secs?|hrs?)(?!\\p{L})",
    // Slips of the pen.
    "\\d[ -]?(?:min?t?u(?!s(?!\\p{L}))\\p{L}+|sec+[on]\\p{L}+|hou?re?s?(?!\\p{L}))",
    "\\bpt\\d\\S*",
    `(?:feature|full|day|week)[ -](?:length|long)|long[ -]?form|(?:twice|times|half) as long|as long as (?:it (?:takes|needs)|needed|necessary|possible)|(?<!\\p{L})long(?:er|est)? (?:\\p{L}+ )?${videoWords}`,
    `(?:day|week|month|year)s?[ -](?:long|${videoWords})`,
    "\\d ?[′″]|\\d'\\d",
    `\\d' (?:\\p{L}+ )?${videoWords}`,
    "\\d{3,}(?:[.,]\\d{3})*[ -]words?|\\d{4,} frames?",
    "(?:length|duration|running time|runtime|länge|dauer|laufzeit|durée|duración|durata)(?: (?:of|is|should be))? ?[:=]? ?(?:about )?\\d[\\d.,:]*",
  ].join("|"),
  "u",
);

function findLeftoverLength(text: string, found: readonly TimeSpan[]): string | undefined {
  const rest = found.reduceRight(
    (left, { start, end }) => `${left.slice(0, start)} ¤ ${left.slice(end)}`,
    text,
  );
  const match = ambiguousPattern.exec(rest);
  if (!match) return undefined;
  // With the word before, such as a number that is not understood.
  const [word = ""] = rest.slice(Math.max(0, match.index - 30), match.index).match(/[^\s¤]*[ -]?$/) ?? [];
  return word + match[0];
}
