import { visibleText } from "../../../base/plain-text.ts";
import { withDigits } from "./numerals.ts";
import { loneUnitPattern, secondsOf, unitPattern } from "./time-units.ts";

/** What a text says of a video's length. */
export interface NamedLength {
  /** The longest length that is named. */
  readonly seconds?: number;
  /** The text begins with it, so that it is the video's own: "A 30-second tour". */
  readonly isOpening?: boolean;
  /** What may be a length and is not understood, or longer than any film that an agent makes. */
  readonly unclear?: string;
}

const longestSeconds = 1_800;
// No agent makes a shorter film: "one second video" is another one.
const shortestSeconds = 5;

interface Quantity {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** NaN for what is not understood. */
  readonly seconds: number;
  /** Of its last unit. */
  readonly unit: number;
}

/**
 * The longest length that a text names, in hours, minutes and seconds, digits and words. In doubt a length is unclear, and
 * never short: a limit of cost hangs on it.
 */
export function namedLength(typed: string): NamedLength {
  const text = normalise(typed);
  const found = joined(
    text,
    [...quantities(text), ...clocks(text)].toSorted((a, b) => a.start - b.start),
  );
  const unclear =
    found.find((quantity) => !(quantity.seconds <= longestSeconds) || isMultiple(text, quantity))?.text ??
    leftOver(text, found);
  if (unclear !== undefined) return { unclear: unclear.trim() };
  const longest = found.toSorted((a, b) => b.seconds - a.seconds)[0];
  if (!longest) return {};
  const isOpening =
    longest.seconds >= shortestSeconds &&
    opening.test(text.slice(0, longest.start)) &&
    opened.test(text.slice(longest.end));
  return { seconds: longest.seconds, isOpening };
}

function normalise(typed: string): string {
  const text = visibleText(typed)
    .replace(/(\d?)\s?([½¼¾])/g, (_, whole, sign) => `${whole || 0}${vulgar[sign]}`)
    .normalize("NFKC")
    // "10M users" are no minutes, and the 1990s no seconds.
    .replace(/(?<=\d)M(?!\p{L})/gu, " million")
    .replace(/(?<!\d)(?:18|19|20)\d0s(?!\p{L})/gu, " ")
    .toLowerCase()
    .replace(/(?<=\d(?:h|m|min))(?=\d)/g, " ")
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/\s+/g, " ");
  return withDigits(text).trim();
}

const vulgar: Readonly<Record<string, string>> = { "½": ".5", "¼": ".25", "¾": ".75" };

const number = "\\d+(?:[.,]\\d+)*";
const article = "an?|eine?[rnms]?|une?|un[ao]|uma?";
// "2-3 minutes", "90 to 120 s", "a minute and a half". Behind an article a second is no time: "a second scene".
const quantity = new RegExp(
  `(?<![\\p{L}\\d.,:/])(?:(?:(${number}) ?(?:-|to|or|and|bis|à) ?)?(${number})[ ()"'-]{0,3}(${unitPattern})` +
    `|(?:${article})[ -](?!se[cg][ou]nd)(${unitPattern}))( (?:and|et|und|y|e) (?:(?:an?|eine) )?(half|quarter|0\\.5|demie?|halbe|media|mezzo|mezza))?`,
  "gu",
);

function quantities(text: string): Quantity[] {
  return [...text.matchAll(quantity)].map((match) => {
    const [whole, from = "0", to = "1", behind, afterArticle = "", , more] = match;
    const unit = secondsOf(behind ?? afterArticle);
    const extra = more === undefined ? 0 : more === "quarter" ? 0.25 : 0.5;
    const seconds = (Math.max(numberOf(from), numberOf(to)) + extra) * unit;
    return { text: whole, start: match.index, end: match.index + whole.length, seconds, unit };
  });
}

// The longer reading of a separator: 1.800 may be eighteen hundred.
function numberOf(digits: string): number {
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(digits)) return Number(digits.replace(/[.,]/g, ""));
  return Number(digits.replace(",", "."));
}

const clock =
  /(?<![\p{L}\d.,:/])(\d+):(\d\d)(?::(\d\d))?(?![\d:])(?: ?(h|hours?|hrs?|m|mins?|minutes?)(?!\p{L}))?/gu;
const shapes = ["9:16", "9:21", "10:16", "16:10"];

function clocks(text: string): Quantity[] {
  const found = [...text.matchAll(clock)].filter(([whole]) => !shapes.includes(whole));
  return found.map((match) => {
    const [whole, first = "", second = "", third, unit = ""] = match;
    const size = third !== undefined || unit.startsWith("h") ? 3_600 : 60;
    const seconds = Number(first) * size + (Number(second) * size) / 60 + Number(third ?? 0);
    return { text: whole, start: match.index, end: match.index + whole.length, seconds, unit: 1 };
  });
}

// "1 minute and 30 seconds" is one length.
function joined(text: string, found: readonly Quantity[]): Quantity[] {
  const all: Quantity[] = [];
  for (const next of found) {
    const last = all.at(-1);
    const isMore =
      last &&
      last.unit > next.unit &&
      /^,? ?(?:(?:and|und|et|y|e) )?$/.test(text.slice(last.end, next.start));
    if (!isMore) all.push(next);
    else
      all[all.length - 1] = {
        ...next,
        start: last.start,
        text: text.slice(last.start, next.end),
        seconds: last.seconds + next.seconds,
      };
  }
  return all;
}

// Several of that length, or more than it: "two 10-minute films", "20 s each", "at least a minute".
const before = [
  /\d ?[x×*]? ?$/,
  /\d+ \p{L}+(?: \p{L}+)? (?:of|with|at|à|zu|von|de) (?:\p{L}+ )?$/u,
  /(?<!\p{L})(?:each|every|jede[rsn]?|chaque|cada) (?:\S+ ){0,4}$/u,
  /(?:at least|no (?:less|shorter|fewer) than|(?:more|longer|greater) than|over|minimum(?: of)?|min\.?|mindestens|über|länger als|au moins|plus de|al menos|más de|almeno|>=?|≥) ?(?:about |around )?$/,
];
const after = [
  /^[,.]? ?(?:long )?(?:each|apiece|per |jeweils|je |chac|cada|every )/,
  /^ ?(?:\+|[x×*] ?\d|or (?:more|longer)|and up|minimum|at least)/,
  /^,? (?:or|and|to|-) \d+(?= ?(?:[.,;!?]|$))/,
];

function isMultiple(text: string, { start, end }: Quantity): boolean {
  const [head, tail] = [text.slice(Math.max(0, start - 80), start), text.slice(end)];
  return before.some((pattern) => pattern.test(head)) || after.some((pattern) => pattern.test(tail));
}

const film = "(?:video|film|movie|clip|tour|tutorial|presentation|documentary)s?";
const doubtful = new RegExp(
  [
    loneUnitPattern,
    `\\d[ ()"'-]{0,3}(?:${unitPattern})`,
    "\\bpt\\d\\S*",
    `(?:feature|full|day|week)[ -](?:length|long)|long[ -]?form|(?:twice|times|half) as long|as long as (?:it (?:takes|needs)|needed|necessary|possible)|(?<!\\p{L})long(?:er|est)? (?:\\p{L}+ )?${film}`,
    `(?:day|week|month|year)s?[ -](?:long|${film})`,
    "\\d ?[′″]|\\d'\\d",
    `\\d' (?:\\p{L}+ )?${film}`,
    "\\d{3,}(?:[.,]\\d{3})*[ -]words?|\\d{4,} frames?",
    "(?:length|duration|running time|runtime|länge|dauer|laufzeit|durée|duración|durata)(?: (?:of|is|should be))? ?[:=]? ?(?:about )?\\d[\\d.,:]*",
  ].join("|"),
  "u",
);

function leftOver(text: string, found: readonly Quantity[]): string | undefined {
  const rest = found.reduceRight(
    (left, { start, end }) => `${left.slice(0, start)} … ${left.slice(end)}`,
    text,
  );
  const match = doubtful.exec(rest);
  if (!match) return undefined;
  // With the word before, such as a number that is not understood.
  const [word = ""] = rest.slice(Math.max(0, match.index - 30), match.index).match(/[^\s…]*[ -]?$/) ?? [];
  return word + match[0];
}

const opening =
  /^(?:please )?(?:(?:make|create|produce|render|generate|film|record|give)(?: me| us)? )?(?:an? |one |1 )?(?:(?:short|quick|little|snappy|lively|punchy|simple|new) )?$/;
const opened =
  /^[ -](?:(?!(?:in|of|for|as|with|and|or|to|per|into|about|before|after) )[\p{L}\d.'-]+ ){0,2}(?:video|film|movie|clip|tour|teaser|trailer|spot|reel|ad|advert|commercial|explainer|promo|tutorial|presentation|walkthrough|recap|summary|overview|demo|announcement|story|short)(?!\p{L})/u;
