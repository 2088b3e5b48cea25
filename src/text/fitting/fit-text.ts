import { codePointLength } from "../../base/text/lines-and-characters.ts";
import type { PlaceholderValue } from "../placeholders/placeholder-values.ts";
import { fillPlaceholders, type TextPart } from "../placeholders/placeholders.ts";
import { shorten } from "./shorten.ts";

/** The values of placeholders, so short that the text does not exceed a limit. */
export interface FittedValues {
  readonly values: ReadonlyMap<string, string>;
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
 * Returns values with which the text has at most `limit` characters. Only values of the event are shortened,
 * the longest first. If the user's own text is too long, the result is too long as well, without a warning: the
 * provider rejects it.
 */
export function fitValues(
  parts: readonly TextPart[],
  values: ReadonlyMap<string, PlaceholderValue>,
  limit: number,
): FittedValues {
  const fullValues = new Map([...values].map(([name, { text }]) => [name, text]));
  const fullLength = filledLength(parts, fullValues);
  if (fullLength <= limit) return { values: fullValues };
  const eventLengths = parts
    .flatMap((part) => (typeof part === "string" ? [] : (values.get(part.name) ?? [])))
    .filter(({ isUserText }) => !isUserText)
    .map(({ text }) => codePointLength(text));
  const originalLength = eventLengths.reduce((sum, length) => sum + length, 0);
  const userLength = fullLength - originalLength;
  const maxLength = fairShare(eventLengths, Math.max(0, limit - userLength));
  const shortened = new Map([...values].map(([name, value]) => [name, shortenValue(value, maxLength)]));
  if (userLength > limit) return { values: shortened };
  const placeholders = [...values.keys()].filter((name) => shortened.get(name) !== fullValues.get(name));
  const removedLength = originalLength - (filledLength(parts, shortened) - userLength);
  return { values: shortened, shortening: { placeholders, removedLength, originalLength } };
}

function filledLength(parts: readonly TextPart[], values: ReadonlyMap<string, string>): number {
  return codePointLength(fillPlaceholders(parts, (name) => values.get(name) ?? ""));
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
