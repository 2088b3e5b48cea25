import { visibleText } from "../../../base/text/plain-text.ts";
import { findAmbiguousLength } from "./ambiguous-length.ts";
import { numeralsToDigits } from "./numerals.ts";
import { findTimeSpans } from "./time-spans.ts";

/** The lengths in a text that describes a video. */
export interface NamedLength {
  /** The longest length in the text. */
  readonly seconds?: number;
  /** The sum of all lengths, because they may be those of the video's parts. */
  readonly totalSeconds?: number;
  /**
   * Whether the text starts with its longest length, which is then that of the whole video: "A 30-second
   * tour".
   */
  readonly isOpening?: boolean;
  /** Text that may be another length, or a length above the agent's maximum. */
  readonly ambiguousText?: string;
}

const maxSeconds = 1_800;
// The agent's minimum. A shorter length has another meaning: "one second video" is another video.
const minSeconds = 5;

/**
 * Returns the lengths in a text, in hours, minutes and seconds, in digits or spelled out. A length that isn't
 * clear is reported as ambiguous and never as short, because `max_cost_usd` depends on it.
 */
export function findNamedLength(typed: string): NamedLength {
  const text = normalizeText(typed);
  const spans = findTimeSpans(text);
  const ambiguousText =
    spans.find(({ seconds }) => !(seconds <= maxSeconds))?.text ?? findAmbiguousLength(text, spans);
  if (ambiguousText !== undefined)
    return { ambiguousText: ambiguousText.replaceAll(eventTextMark, "…").trim() };
  const longest = spans.toSorted((a, b) => b.seconds - a.seconds)[0];
  if (!longest) return {};
  const isOpening =
    longest.seconds >= minSeconds &&
    beforeOpeningLength.test(text.slice(0, longest.start)) &&
    afterOpeningLength.test(text.slice(longest.end));
  const totalSeconds = spans.reduce((sum, { seconds }) => sum + seconds, 0);
  return { seconds: longest.seconds, totalSeconds, isOpening };
}

// Stands for "…", which replaces the texts of events. Such a text may be a number.
const eventTextMark = "\ufffc";

function normalizeText(typed: string): string {
  const text = visibleText(typed)
    .replace(/(\d?)\s?([½¼¾])/g, (_, whole, sign) => `${whole || 0}${fractionDecimals[sign]}`)
    .replaceAll("…", eventTextMark)
    .normalize("NFKC")
    .replace(/[\ufe0f\u20e3]/g, "")
    // "10M users" are not minutes.
    .replace(/(?<=\d)M(?!\p{L})/gu, " million")
    .toLowerCase()
    .replace(/(?<=\dm)(\d\d?)(?![\p{L}\d])/gu, " $1s")
    .replace(/(?<=\d(?:h|m|min))(?=\d)/g, " ")
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/ ?& ?/g, " and ")
    .replace(/\s+/g, " ");
  return numeralsToDigits(text).trim();
}

const fractionDecimals: Readonly<Record<string, string>> = { "½": ".5", "¼": ".25", "¾": ".75" };

const verbs = "make|create|produce|render|generate|film|record|give";
const adjectives = "short|quick|little|snappy|lively|punchy|simple|new";
const beforeOpeningLength = new RegExp(
  `^(?:please )?(?:(?:${verbs})(?: me| us)? )?(?:an? |one |1 )?(?:(?:${adjectives}) )?$`,
);

const prepositions = "in|of|for|as|with|and|or|to|per|into|about|before|after";
const videoNouns =
  "video|film|movie|clip|tour|teaser|trailer|spot|reel|ad|advert|commercial|explainer|promo|tutorial|" +
  "presentation|walkthrough|recap|summary|overview|demo|announcement|story|short";
const afterOpeningLength = new RegExp(
  `^[ -](?:(?!(?:${prepositions}) )[\\p{L}\\d.'-]+ ){0,2}(?:${videoNouns})(?!\\p{L})`,
  "u",
);
