import { secondsOf, unitPattern } from "./time-units.ts";

/** A length of time in a text. */
export interface TimeSpan {
  readonly text: string;
  /** Its place in the text. */
  readonly start: number;
  readonly end: number;
  /** NaN for what is not understood. */
  readonly seconds: number;
  /** Of its last unit. */
  readonly unit: number;
}

/** All lengths of time in a normalised text, in their order. */
export function findTimeSpans(text: string): TimeSpan[] {
  return joinAdjacent(
    text,
    [...findUnitSpans(text), ...findClockSpans(text)].toSorted((a, b) => a.start - b.start),
  );
}

const numberPattern = "\\d+(?:[.,]\\d+)*";
const articlePattern = "an?|eine?[rnms]?|une?|un[ao]|uma?";
// "2-3 minutes", "90 to 120 s", "a minute and a half". Behind an article a second is no time: "a second scene".
const spanPattern = new RegExp(
  `(?<![\\p{L}\\d.,:/])(?:(?:(${numberPattern}) ?(?:-|to|or|and|bis|à) ?)?(${numberPattern})[ ()"'-]{0,3}(${unitPattern})` +
    `|(?:${articlePattern})[ -](?!se[cg][ou]nd)(${unitPattern}))( (?:and|et|und|y|e) (?:(?:an?|eine) )?(half|quarter|0\\.5|demie?|halbe|media|mezzo|mezza))?`,
  "gu",
);

function findUnitSpans(text: string): TimeSpan[] {
  return [...text.matchAll(spanPattern)].map((match) => {
    const [whole, from = "0", to = "1", behind, afterArticle = "", , more] = match;
    const unit = secondsOf(behind ?? afterArticle);
    const extra = more === undefined ? 0 : more === "quarter" ? 0.25 : 0.5;
    const seconds = (Math.max(parseDigits(from), parseDigits(to)) + extra) * unit;
    return { text: whole, start: match.index, end: match.index + whole.length, seconds, unit };
  });
}

// The longer reading of a separator: 1.800 may be eighteen hundred.
function parseDigits(digits: string): number {
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(digits)) return Number(digits.replace(/[.,]/g, ""));
  return Number(digits.replace(",", "."));
}

const clockPattern =
  /(?<![\p{L}\d.,:/])(\d+):(\d\d)(?::(\d\d))?(?![\d:])(?: ?(h|hours?|hrs?|m|mins?|minutes?)(?!\p{L}))?/gu;
const aspectRatios = ["9:16", "9:21", "10:16", "16:10"];

function findClockSpans(text: string): TimeSpan[] {
  const found = [...text.matchAll(clockPattern)].filter(([whole]) => !aspectRatios.includes(whole));
  return found.map((match) => {
    const [whole, first = "", second = "", third, unit = ""] = match;
    const size = third !== undefined || unit.startsWith("h") ? 3_600 : 60;
    const seconds = Number(first) * size + (Number(second) * size) / 60 + Number(third ?? 0);
    return { text: whole, start: match.index, end: match.index + whole.length, seconds, unit: 1 };
  });
}

// "1 minute and 30 seconds" is one length.
function joinAdjacent(text: string, found: readonly TimeSpan[]): TimeSpan[] {
  const all: TimeSpan[] = [];
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
