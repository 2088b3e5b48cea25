import { secondsPerUnit, unitPattern } from "./time-units.ts";

/** A length of time in a text. */
export interface TimeSpan {
  readonly text: string;
  /** The start and end index in the whole text. */
  readonly start: number;
  readonly end: number;
  /** The length in seconds; NaN if the unit is unknown. */
  readonly seconds: number;
  /** The number of seconds in its last unit. */
  readonly unitSeconds: number;
}

/** Returns all lengths of time in a normalized text, in their order. */
export function findTimeSpans(text: string): TimeSpan[] {
  const spans = [...findUnitSpans(text), ...findClockSpans(text)].toSorted((a, b) => a.start - b.start);
  return joinAdjacent(text, spans);
}

const numberPattern = "\\d+(?:[.,]\\d+)*";
const articlePattern = "an?|eine?[rnms]?|une?|un[ao]|uma?";
// Examples: "2-3 minutes", "90 to 120 s", "a minute and a half". After an article, "second" is not a time: "a
// second scene".
const spanPattern = new RegExp(
  `(?<![\\p{L}\\d.,:/])(?:(?:(${numberPattern}) ?(?:-|to|or|and|bis|à) ?)?` +
    `(${numberPattern})[ ()"'-]{0,3}(${unitPattern})|` +
    `(?:${articlePattern})[ -](?!se[cg][ou]nd)(${unitPattern}))` +
    "( (?:and|et|und|y|e) (?:(?:an?|eine) )?(half|quarter|0\\.5|demie?|halbe|media|mezzo|mezza))?",
  "gu",
);

function findUnitSpans(text: string): TimeSpan[] {
  return [...text.matchAll(spanPattern)].map((match) => {
    const [whole, from = "0", to = "1", afterNumber, afterArticle = "", , fraction] = match;
    const unitSeconds = secondsPerUnit(afterNumber ?? afterArticle);
    const extra = fraction === undefined ? 0 : fraction === "quarter" ? 0.25 : 0.5;
    const seconds = (Math.max(parseDigits(from), parseDigits(to)) + extra) * unitSeconds;
    return { text: whole, start: match.index, end: match.index + whole.length, seconds, unitSeconds };
  });
}

// A separator is read as the one that makes the larger number: 1.800 may mean 1800.
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
    const firstSeconds = third !== undefined || unit.startsWith("h") ? 3_600 : 60;
    const seconds = Number(first) * firstSeconds + (Number(second) * firstSeconds) / 60 + Number(third ?? 0);
    return { text: whole, start: match.index, end: match.index + whole.length, seconds, unitSeconds: 1 };
  });
}

// "1 minute and 30 seconds" is one length.
function joinAdjacent(text: string, spans: readonly TimeSpan[]): TimeSpan[] {
  const joined: TimeSpan[] = [];
  for (const next of spans) {
    const last = joined.at(-1);
    const continuesLast =
      last &&
      last.unitSeconds > next.unitSeconds &&
      /^,? ?(?:(?:and|und|et|y|e) )?$/.test(text.slice(last.end, next.start));
    if (!continuesLast) joined.push(next);
    else
      joined[joined.length - 1] = {
        ...next,
        start: last.start,
        text: text.slice(last.start, next.end),
        seconds: last.seconds + next.seconds,
      };
  }
  return joined;
}
