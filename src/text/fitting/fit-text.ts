import { codePointLength } from "../../base/text/lines-and-characters.ts";
import type { PlaceholderValue } from "../placeholders/placeholder-values.ts";
import { fillPlaceholders, type TextPart } from "../placeholders/placeholders.ts";
import { shorten } from "./shorten.ts";

export interface FittedText {
  readonly text: string;
  /** Set if values of the event were shortened. */
  readonly shortening?: Shortening;
}

/** Which values of the event were shortened, and by how much. The lengths are totals over these values. */
export interface Shortening {
  readonly placeholders: readonly string[];
  readonly removedLength: number;
  readonly originalLength: number;
}

/**
 * Fills the placeholders so that the text has at most `limit` characters. Only values of the event are
 * shortened, the longest first. If the user's own text is too long, the result is too long as well, without a
 * warning: the provider rejects it.
 */
export function fitText(
  parts: readonly TextPart[],
  values: ReadonlyMap<string, PlaceholderValue>,
  limit: number,
): FittedText {
  const fullText = fillPlaceholders(parts, (name) => values.get(name)?.text ?? "");
  if (codePointLength(fullText) <= limit) return { text: fullText };
  const eventLengths = parts
    .flatMap((part) => (typeof part === "string" ? [] : (values.get(part.name) ?? [])))
    .filter(({ isUserText }) => !isUserText)
    .map(({ text }) => codePointLength(text));
  const originalLength = eventLengths.reduce((sum, length) => sum + length, 0);
  const userLength = codePointLength(fullText) - originalLength;
  const maxLength = fairShare(eventLengths, Math.max(0, limit - userLength));
  const shortened = new Map([...values].map(([name, value]) => [name, shortenValue(value, maxLength)]));
  const text = fillPlaceholders(parts, (name) => shortened.get(name) ?? "");
  if (userLength > limit) return { text };
  const placeholders = [...values.keys()].filter((name) => shortened.get(name) !== values.get(name)?.text);
  const removedLength = originalLength - (codePointLength(text) - userLength);
  return { text, shortening: { placeholders, removedLength, originalLength } };
}

/** Returns a warning that states what was shortened. */
export function describeShortening(shortening: Shortening, provider: string): string {
  const placeholders = shortening.placeholders.map((name) => `{{ ${name} }}`).join(" and ");
  const [removed, original] = [shortening.removedLength, shortening.originalLength].map((length) =>
    length.toLocaleString("en"),
  );
  return `Shortened ${placeholders} by ${removed} of ${original} characters, to the limit of ${provider}.`;
}

function shortenValue({ text, isUserText }: PlaceholderValue, maxLength: number): string {
  return isUserText ? text : shorten(text, maxLength).text;
}

// Returns the most characters that each text may have, so that all of them together have at most `total`.
function fairShare(lengths: readonly number[], total: number): number {
  let left = total;
  const sorted = lengths.toSorted((a, b) => a - b);
  for (const [index, length] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - index));
    if (length > share) return share;
    left -= length;
  }
  return total;
}
