import type { EventText } from "./event-text.ts";
import { knownNames, readValues, type Value } from "./placeholder-values.ts";
import { fill, type Piece, parsePlaceholders, type TextOrigin } from "./placeholders.ts";
import { shorten } from "./shorten.ts";

/**
 * Markdown without its comments: nobody sees them on GitHub, and a provider would read them. What is never closed is none, and
 * one in backticks is shown.
 */
export function withoutComments(markdown: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = markdown.indexOf("<!--"); at >= 0; at = markdown.indexOf("<!--", at + 4)) {
    if (at < from || markdown[at - 1] === "`") continue;
    const end = markdown.indexOf("-->", at + 4);
    if (end < 0) break;
    kept.push(markdown.slice(from, at));
    from = end + 3;
  }
  return [...kept, markdown.slice(from)].join("").trim();
}

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
function fitText(pieces: readonly Piece[], values: ReadonlyMap<string, Value>, limit: number): Fitted {
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

/** A text with all its placeholders filled. */
export interface ComposedText extends Fitted {
  /**
   * The text as every attempt of the same run knows it: what GitHub was asked for, and may answer otherwise the next time,
   * stands there by its name.
   */
  readonly known: string;
  /** What the user wrote of it: where the event speaks there is "…". */
  readonly own: string;
}

/** What a text is composed with. */
export interface Composition {
  readonly kind: "prompt" | "script" | "title";
  readonly origin: TextOrigin;
  readonly variables: Readonly<Record<string, string>>;
  readonly words: EventText;
  /** The most characters that the provider takes. */
  readonly limit?: number | undefined;
  /** The text itself is Markdown that is to be spoken. */
  readonly isMarkdown?: boolean;
}

/**
 * Fills `{{ name }}`, each once. In a script Markdown from the event becomes words that can be spoken; what comes from the
 * event is shortened to fit. Fails with `invalid_input`.
 */
export async function composeText(typed: string, composition: Composition): Promise<ComposedText> {
  const { kind, origin, variables, words, limit = Infinity } = composition;
  const names = knownNames(variables);
  // Before anything else, so that a mistake is told with its line.
  const parsed = parsePlaceholders(typed, origin, names);
  const pieces = composition.isMarkdown ? parsePlaceholders(await spoken(typed), origin, names) : parsed;
  const values = await readValues(pieces, origin.setting, variables, words);
  const suited = new Map<string, Value>();
  for (const [name, value] of values) suited.set(name, await suit(value, kind));
  const asked = new Map([...suited].map(([name, value]) => [name, asAsked(value)]));
  return {
    ...fitText(pieces, suited, limit),
    known: fitText(pieces, asked, limit).text,
    own: fill(pieces, (name) => ownText(suited.get(name))),
  };
}

const ownText = (value: Value | undefined) => (value?.isOwn ? value.text : "…");

const asAsked = (value: Value) =>
  value.askedFor === undefined ? value : { ...value, text: `{{ ${value.askedFor} }}` };

// Half a title's line is enough for any list.
const longestTitle = 200;

async function suit(value: Value, kind: Composition["kind"]): Promise<Value> {
  if (kind === "title") {
    const line = value.text.replace(/\s+/g, " ");
    return { ...value, text: value.isOwn ? line : shorten(line, longestTitle).text };
  }
  if (!value.isMarkdown) return value;
  return { ...value, text: kind === "script" ? await spoken(value.text) : withoutComments(value.text) };
}

// Markdown takes a backslash away, and leaves placeholders alone.
async function spoken(markdown: string): Promise<string> {
  const { toSpeech } = await import("./speech/index.ts");
  const kept: string[] = [];
  const safe = markdown.replace(/\\\{\{[^{}\n]*\}\}/g, (escaped) => `{{ kept-${kept.push(escaped) - 1} }}`);
  return toSpeech(safe).replace(/\{\{ kept-(\d+) \}\}/g, (_, index: string) => kept[Number(index)] ?? "");
}
