import { visibleText } from "../../../base/plain-text.ts";
import { findAmbiguousLength } from "./ambiguous-length.ts";
import { numeralsToDigits } from "./numerals.ts";
import { findTimeSpans } from "./time-spans.ts";

/** What a text says of a video's length. */
export interface NamedLength {
  /** The longest length that is named. */
  readonly seconds?: number;
  /** All that are named together: they may be those of a film's parts. */
  readonly totalSeconds?: number;
  /** The text begins with it, so that it is the video's own: "A 30-second tour". */
  readonly isOpening?: boolean;
  /** What may be a length and is not understood, or longer than any film that an agent makes. */
  readonly unclear?: string;
}

const maxSeconds = 1_800;
// No agent makes a shorter film: "one second video" is another one.
const minSeconds = 5;

/**
 * The longest length that a text names, in hours, minutes and seconds, digits and words. In doubt a length is unclear, and
 * never short: a limit of cost hangs on it.
 */
export function findNamedLength(typed: string): NamedLength {
  const text = normalizeText(typed);
  const found = findTimeSpans(text);
  const unclear =
    found.find(({ seconds }) => !(seconds <= maxSeconds))?.text ?? findAmbiguousLength(text, found);
  if (unclear !== undefined) return { unclear: unclear.replaceAll("\ufffc", "…").trim() };
  const longest = found.toSorted((a, b) => b.seconds - a.seconds)[0];
  if (!longest) return {};
  const isOpening =
    longest.seconds >= minSeconds &&
    beforeOpeningLength.test(text.slice(0, longest.start)) &&
    afterOpeningLength.test(text.slice(longest.end));
  const totalSeconds = found.reduce((sum, { seconds }) => sum + seconds, 0);
  return { seconds: longest.seconds, totalSeconds, isOpening };
}

function normalizeText(typed: string): string {
  const text = visibleText(typed)
    .replace(/(\d?)\s?([½¼¾])/g, (_, whole, sign) => `${whole || 0}${vulgarFractions[sign]}`)
    // What an event says there may be a number.
    .replace(/…/g, "\ufffc")
    .normalize("NFKC")
    .replace(/[\ufe0f\u20e3]/g, "")
    // "10M users" are no minutes.
    .replace(/(?<=\d)M(?!\p{L})/gu, " million")
    .toLowerCase()
    .replace(/(?<=\dm)(\d\d?)(?![\p{L}\d])/gu, " $1s")
    .replace(/(?<=\d(?:h|m|min))(?=\d)/g, " ")
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/ ?& ?/g, " and ")
    .replace(/\s+/g, " ");
  return numeralsToDigits(text).trim();
}

const vulgarFractions: Readonly<Record<string, string>> = { "½": ".5", "¼": ".25", "¾": ".75" };

const beforeOpeningLength =
  /^(?:please )?(?:(?:make|create|produce|render|generate|film|record|give)(?: me| us)? )?(?:an? |one |1 )?(?:(?:short|quick|little|snappy|lively|punchy|simple|new) )?$/;
const afterOpeningLength =
  /^[ -](?:(?!(?:in|of|for|as|with|and|or|to|per|into|about|before|after) )[\p{L}\d.'-]+ ){0,2}(?:video|film|movie|clip|tour|teaser|trailer|spot|reel|ad|advert|commercial|explainer|promo|tutorial|presentation|walkthrough|recap|summary|overview|demo|announcement|story|short)(?!\p{L})/u;
