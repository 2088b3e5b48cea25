import { fill, type Piece } from "./placeholders.ts";
import { shorten } from "./shorten.ts";
import type { Value } from "./values.ts";

/** A text that fits. */
export interface Fitted {
  readonly text: string;
  /** What of the event's words was left out, in characters. */
  readonly shortened?: { readonly names: readonly string[]; readonly leftOut: number; readonly of: number };
}

/**
 * Fills the pieces within `limit` characters. The user's own words stay whole, also where they do not fit; those of the
 * event are shortened, the longest first.
 */
export function fitText(pieces: readonly Piece[], values: ReadonlyMap<string, Value>, limit: number): Fitted {
  const whole = fill(pieces, (name) => values.get(name)?.text ?? "");
  if (lengthOf(whole) <= limit) return { text: whole };
  const foreign = pieces.flatMap((piece) =>
    typeof piece === "string" ? [] : (values.get(piece.name) ?? []),
  );
  const lengths = foreign.filter(({ isOwn }) => !isOwn).map(({ text }) => lengthOf(text));
  const of = lengths.reduce((sum, length) => sum + length, 0);
  const own = lengthOf(whole) - of;
  const most = fairShare(lengths, Math.max(0, limit - own));
  const cut = new Map([...values].map(([name, value]) => [name, cutTo(value, most)]));
  const text = fill(pieces, (name) => cut.get(name) ?? "");
  const names = [...values.keys()].filter((name) => cut.get(name) !== values.get(name)?.text);
  // Where the user's own words do not fit the provider's error is enough.
  return own > limit ? { text } : { text, shortened: { names, leftOut: of - (lengthOf(text) - own), of } };
}

const lengthOf = (text: string) => Array.from(text).length;

const cutTo = ({ text, isOwn }: Value, most: number) => (isOwn ? text : shorten(text, most).text);

/** The most that each may have, so that all together fit into the room. */
function fairShare(lengths: readonly number[], room: number): number {
  let left = room;
  const sorted = lengths.toSorted((a, b) => a - b);
  for (const [index, length] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - index));
    if (length > share) return share;
    left -= length;
  }
  return room;
}
