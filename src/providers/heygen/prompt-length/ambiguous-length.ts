import type { TimeSpan } from "./time-spans.ts";
import { loneUnitPattern, unitPattern } from "./time-units.ts";

/**
 * Returns the part of a normalized text that may mean a longer video than its durations say: a duration that
 * is repeated ("20 s each"), or text that may be another duration.
 */
export function findAmbiguousLength(text: string, spans: readonly TimeSpan[]): string | undefined {
  return spans.find((span) => isMultiple(text, span))?.text ?? findUnknownLength(text, spans);
}

// The text multiplies the length, or calls it a minimum: "two 10-minute films", "20 s each", "at least a
// minute".
const multipleBefore = [
  /\d ?[x×*]? ?$/,
  /(?:dozen|hundred|thousand|million|hundert|tausend|cent|mille?|cien)[ -](?:and |et |y )?$/,
  /(?:vingts?|trente|quarante|cinquante|soixante)[ -](?:and |et |y )?$/,
  /\d+ \p{L}+(?: \p{L}+)? (?:of|with|at|à|zu|von|de) (?:\p{L}+ )?$/u,
  /\p{L}{2}s of (?:about )?$/u,
  /(?<!\p{L})(?:each|every|jede[rsn]?|chaque|cada) (?:\S+ ){0,6}$/u,
  /(?:at least|no (?:less|shorter|fewer) than|(?:more|longer|greater) than) ?(?:about |around )?$/,
  /(?:over|minimum(?: of)?|min\.?|>=?|≥) ?(?:about |around )?$/,
  /(?:mindestens|über|länger als|au moins|plus de|al menos|más de|almeno) ?(?:about |around )?$/,
];
const multipleAfter = [
  /^[,.]? ?(?:long )?(?:(?:for|on|to|about) )?(?:each|apiece|per |jeweils|je |chac|cada|every )/,
  /^ ?(?:\+|[x×*] ?\d|or (?:more|longer)|and up|minimum|at least)/,
  /^,? ?(?:or|to|-) ?\d/,
  /^,? and \d+(?= ?(?:[.,;!?]|$))/,
];

function isMultiple(text: string, { start, end }: TimeSpan): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 80), start), text.slice(end)];
  return (
    multipleBefore.some((pattern) => pattern.test(before)) ||
    multipleAfter.some((pattern) => pattern.test(after))
  );
}

const videoNouns = "(?:video|film|movie|clip|tour|tutorial|presentation|documentary)s?";
const ambiguousPattern = new RegExp(
  [
    loneUnitPattern,
    `[\\p{N}\\ufffc][ ()"'-]{0,3}(?:${unitPattern})`,
    "[\\p{N}\\ufffc][^\\p{L}\\p{N}\\n.,;!?]{0,6}(?:mins?|secs?|hrs?)(?!\\p{L})",
    // Misspelled units.
    "\\d[ -]?(?:min?t?u(?!s(?!\\p{L}))\\p{L}+|sec+[on]\\p{L}+|hou?re?s?(?!\\p{L}))",
    "\\bpt\\d\\S*",
    "(?:feature|full|day|week)[ -](?:length|long)|long[ -]?form|(?:twice|times|half) as long",
    "as long as (?:it (?:takes|needs)|needed|necessary|possible)",
    `(?<!\\p{L})long(?:er|est)? (?:\\p{L}+ )?${videoNouns}`,
    `(?:day|week|month|year)s?[ -](?:long|${videoNouns})`,
    "\\d ?[′″]|\\d'\\d",
    `\\d' (?:\\p{L}+ )?${videoNouns}`,
    "\\d{3,}(?:[.,]\\d{3})*[ -]words?|\\d{4,} frames?",
    "(?:length|duration|running time|runtime|länge|dauer|laufzeit|durée|duración|durata)" +
      "(?: (?:of|is|should be))? ?[:=]? ?(?:about )?\\d[\\d.,:]*",
  ].join("|"),
  "u",
);

function findUnknownLength(text: string, spans: readonly TimeSpan[]): string | undefined {
  const rest = spans.reduceRight(
    (remaining, { start, end }) => `${remaining.slice(0, start)} ¤ ${remaining.slice(end)}`,
    text,
  );
  const match = ambiguousPattern.exec(rest);
  if (!match) return undefined;
  // Includes the word before it, which may be a number in another language.
  const [word = ""] = rest.slice(Math.max(0, match.index - 30), match.index).match(/[^\s¤]*[ -]?$/) ?? [];
  return word + match[0];
}
