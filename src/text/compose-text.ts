import { codePointLength } from "../base/lines-and-characters.ts";
import type { EventText } from "./event-text.ts";
import { type PlaceholderValue, placeholderNames, readPlaceholderValues } from "./placeholder-values.ts";
import { fillPlaceholders, parsePlaceholders, type TextOrigin, type TextPart } from "./placeholders.ts";
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
export interface FittedText {
  readonly text: string;
  /** What of the event's words was left out, in characters. */
  readonly shortened?: { readonly names: readonly string[]; readonly leftOut: number; readonly of: number };
}

/**
 * Fills the pieces within `limit` characters. The user's own words stay whole, also where they do not fit; those of the
 * event are shortened, the longest first.
 */
function fitText(
  pieces: readonly TextPart[],
  values: ReadonlyMap<string, PlaceholderValue>,
  limit: number,
): FittedText {
  const whole = fillPlaceholders(pieces, (name) => values.get(name)?.text ?? "");
  if (codePointLength(whole) <= limit) return { text: whole };
  const foreign = pieces.flatMap((piece) =>
    typeof piece === "string" ? [] : (values.get(piece.name) ?? []),
  );
  const lengths = foreign.filter(({ isUserText }) => !isUserText).map(({ text }) => codePointLength(text));
  const of = lengths.reduce((sum, length) => sum + length, 0);
  const own = codePointLength(whole) - of;
  const most = fairShare(lengths, Math.max(0, limit - own));
  const cut = new Map([...values].map(([name, value]) => [name, shortenValue(value, most)]));
  const text = fillPlaceholders(pieces, (name) => cut.get(name) ?? "");
  const names = [...values.keys()].filter((name) => cut.get(name) !== values.get(name)?.text);
  // Where the user's own words do not fit the provider's error is enough.
  return own > limit
    ? { text }
    : { text, shortened: { names, leftOut: of - (codePointLength(text) - own), of } };
}

const shortenValue = ({ text, isUserText }: PlaceholderValue, most: number) =>
  isUserText ? text : shorten(text, most).text;

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
export interface ComposedText extends FittedText {
  /**
   * The text as every attempt of the same run knows it: what GitHub was asked for, and may answer otherwise the next time,
   * stands there by its name.
   */
  readonly stableText: string;
  /** What the user wrote of it: where the event speaks there is "…". */
  readonly userText: string;
}

/** What a text is composed with. */
export interface ComposeOptions {
  readonly kind: "prompt" | "script" | "title";
  readonly origin: TextOrigin;
  readonly variables: Readonly<Record<string, string>>;
  readonly eventText: EventText;
  /** The most characters that the provider takes. */
  readonly maxLength?: number | undefined;
  /** The text itself is Markdown that is to be spoken. */
  readonly isMarkdown?: boolean;
}

/**
 * Fills `{{ name }}`, each once. In a script Markdown from the event becomes words that can be spoken; what comes from the
 * event is shortened to fit. Fails with `invalid_input`.
 */
export async function composeText(typed: string, options: ComposeOptions): Promise<ComposedText> {
  const { kind, origin, variables, eventText, maxLength = Infinity } = options;
  const names = placeholderNames(variables);
  // Before anything else, so that a mistake is told with its line.
  const parsed = parsePlaceholders(typed, origin, names);
  const pieces = options.isMarkdown
    ? parsePlaceholders(await markdownToSpeech(typed), origin, names)
    : parsed;
  const values = await readPlaceholderValues(pieces, origin.setting, variables, eventText);
  const suited = new Map<string, PlaceholderValue>();
  for (const [name, value] of values) suited.set(name, await formatFor(value, kind));
  const asked = new Map([...suited].map(([name, value]) => [name, withStableValue(value)]));
  return {
    ...fitText(pieces, suited, maxLength),
    stableText: fitText(pieces, asked, maxLength).text,
    userText: fillPlaceholders(pieces, (name) => userTextOf(suited.get(name))),
  };
}

const userTextOf = (value: PlaceholderValue | undefined) => (value?.isUserText ? value.text : "…");

const withStableValue = (value: PlaceholderValue) =>
  value.stableName === undefined ? value : { ...value, text: `{{ ${value.stableName} }}` };

// Half a title's line is enough for any list.
const maxTitleLength = 200;

async function formatFor(value: PlaceholderValue, kind: ComposeOptions["kind"]): Promise<PlaceholderValue> {
  if (kind === "title") {
    const line = value.text.replace(/\s+/g, " ");
    return { ...value, text: value.isUserText ? line : shorten(line, maxTitleLength).text };
  }
  if (!value.isMarkdown) return value;
  return {
    ...value,
    text: kind === "script" ? await markdownToSpeech(value.text) : withoutComments(value.text),
  };
}

// Markdown takes a backslash away, and leaves placeholders alone.
async function markdownToSpeech(markdown: string): Promise<string> {
  const { toSpeech } = await import("./speech/index.ts");
  const kept: string[] = [];
  const safe = markdown.replace(/\\\{\{[^{}\n]*\}\}/g, (escaped) => `{{ kept-${kept.push(escaped) - 1} }}`);
  return toSpeech(safe).replace(/\{\{ kept-(\d+) \}\}/g, (_, index: string) => kept[Number(index)] ?? "");
}
