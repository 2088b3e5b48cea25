import { withoutComments } from "./comments.ts";
import type { EventText } from "./event-text.ts";
import { type Fitted, fitText } from "./fit-text.ts";
import { fill, parsePlaceholders, type TextOrigin } from "./placeholders.ts";
import { shorten } from "./shorten.ts";
import { knownNames, readValues, type Value } from "./values.ts";

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
  const { toSpeech } = await import("./speech/to-speech.ts");
  const kept: string[] = [];
  const safe = markdown.replace(/\\\{\{[^{}\n]*\}\}/g, (escaped) => `{{ kept-${kept.push(escaped) - 1} }}`);
  return toSpeech(safe).replace(/\{\{ kept-(\d+) \}\}/g, (_, index: string) => kept[Number(index)] ?? "");
}
