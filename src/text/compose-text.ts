import type { EventText } from "./event-text.ts";
import { type FittedText, fitText } from "./fitting/fit-text.ts";
import { shorten } from "./fitting/shorten.ts";
import { eventMarkdownToSpeech, markdownToSpeech, withoutComments } from "./markdown.ts";
import {
  type PlaceholderValue,
  placeholderNames,
  readPlaceholderValues,
} from "./placeholders/placeholder-values.ts";
import { fillPlaceholders, parsePlaceholders, type TextOrigin } from "./placeholders/placeholders.ts";

/** A text with all its placeholders filled. */
export interface ComposedText extends FittedText {
  /**
   * The text that is the same in every attempt of a run: a value that GitHub may return differently next time
   * is replaced by its stable name.
   */
  readonly stableText: string;
  /** The user's own text: every value of the event is replaced by "…". */
  readonly userText: string;
  /** The text as typed: every placeholder is replaced by "…". */
  readonly typedText: string;
}

export interface ComposeOptions {
  readonly kind: "prompt" | "script" | "title";
  readonly origin: TextOrigin;
  readonly variables: Readonly<Record<string, string>>;
  readonly eventText: EventText;
  /** The most characters that the provider accepts. */
  readonly maxLength?: number | undefined;
  /** The text as Markdown, if it is a page. If so, it is converted to speech. */
  readonly markdown?: string | undefined;
}

/**
 * Fills each `{{ name }}` of a text once. Markdown from the event is converted to speech in a script, and
 * shortened to fit. Fails with `invalid_input` for unknown or unavailable placeholders.
 */
export async function composeText(typed: string, options: ComposeOptions): Promise<ComposedText> {
  const { kind, origin, variables, eventText, maxLength = Infinity } = options;
  const names = placeholderNames(variables);
  // Parsed before the conversion, so that an error names the line in the file.
  const typedParts = parsePlaceholders(typed, origin, names);
  const parts =
    options.markdown === undefined
      ? typedParts
      : parsePlaceholders(await markdownToSpeech(options.markdown), origin, names);
  const values = new Map<string, PlaceholderValue>();
  for (const [name, value] of await readPlaceholderValues(parts, origin.setting, variables, eventText))
    values.set(name, await formatFor(value, kind));
  const stableValues = new Map([...values].map(([name, value]) => [name, withStableText(value)]));
  return {
    ...fitText(parts, values, maxLength),
    stableText: fitText(parts, stableValues, maxLength).text,
    userText: fillPlaceholders(parts, (name) => userTextOf(values.get(name))),
    typedText: fillPlaceholders(parts, () => "…"),
  };
}

// Lists show no more of a title.
const maxTitleValueLength = 200;

async function formatFor(value: PlaceholderValue, kind: ComposeOptions["kind"]): Promise<PlaceholderValue> {
  if (kind === "title") {
    const line = value.text.replace(/\s+/g, " ");
    return { ...value, text: value.isUserText ? line : shorten(line, maxTitleValueLength).text };
  }
  if (!value.isMarkdown) return value;
  const text = kind === "script" ? await eventMarkdownToSpeech(value.text) : withoutComments(value.text);
  return { ...value, text };
}

function withStableText(value: PlaceholderValue): PlaceholderValue {
  return value.stableName === undefined ? value : { ...value, text: `{{ ${value.stableName} }}` };
}

function userTextOf(value: PlaceholderValue | undefined): string {
  return value?.isUserText ? value.text : "…";
}
