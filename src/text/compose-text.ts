import type { EventText } from "./event-text.ts";
import { fitValues, type Shortening } from "./fitting/fit-text.ts";
import { shorten } from "./fitting/shorten.ts";
import { eventMarkdownToSpeech, markdownToSpeech, withoutComments } from "./markdown.ts";
import type { OutlineValue } from "./outline/compose-outline.ts";
import {
  type PlaceholderValue,
  placeholderNames,
  readPlaceholderValues,
} from "./placeholders/placeholder-values.ts";
import {
  fillPlaceholders,
  parsePlaceholders,
  type TextOrigin,
  type TextPart,
} from "./placeholders/placeholders.ts";

/** A text with all its placeholders filled. */
export interface ComposedText {
  readonly text: string;
  /** Set if values of the event were shortened. */
  readonly shortening?: Shortening | undefined;
  /**
   * The text that is the same in every attempt of a run: a value that GitHub may return differently next time
   * is replaced by its stable name.
   */
  readonly stableText: string;
  /** The user's own text: every value of the event is replaced by "…". */
  readonly userText: string;
  /** The text as typed: every placeholder is replaced by "…". */
  readonly typedText: string;
  /** The words of the text with their structure, if they were asked for; see `outline/outline.ts`. */
  readonly outline?: string;
  /** Whether the words of the outline describe the video instead of being spoken in it. Set with the outline. */
  readonly isBrief?: boolean;
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
  /** Whether the outline of a prompt or script is composed, too. */
  readonly withOutline?: boolean | undefined;
}

/**
 * Fills each `{{ name }}` of a text once. Markdown from the event is converted to speech in a script, and
 * shortened to fit. Fails with `invalid_input` for unknown or unavailable placeholders.
 */
export async function composeText(typed: string, options: ComposeOptions): Promise<ComposedText> {
  const { kind, origin, variables, eventText, maxLength = Infinity } = options;
  const names = placeholderNames(variables);
  const parts = await parseText(typed, names, options);
  const readValues = await readPlaceholderValues(parts, origin.setting, variables, eventText);
  const values = new Map<string, PlaceholderValue>();
  for (const [name, value] of readValues) values.set(name, await formatFor(value, kind));
  const stableValues = new Map([...values].map(([name, value]) => [name, withStableText(value)]));
  const { values: fitted, shortening } = fitValues(parts, values, maxLength);
  const composed = {
    text: fill(parts, fitted),
    ...(shortening && { shortening }),
    stableText: fill(parts, fitValues(parts, stableValues, maxLength).values),
    userText: fillPlaceholders(parts, (name) => userTextOf(values.get(name))),
    typedText: fillPlaceholders(parts, () => "…"),
  };
  if (!options.withOutline || kind === "title") return composed;
  const { composeOutline } = await import("./outline/compose-outline.ts");
  return {
    ...composed,
    ...composeOutline({
      kind,
      setting: origin.setting,
      text: composed.text,
      parts,
      values: toOutlineValues(readValues, values, fitted),
      markdown: options.markdown,
      parse: (text) => parsePlaceholders(text, origin, names),
    }),
  };
}

function toOutlineValues(
  readValues: ReadonlyMap<string, PlaceholderValue>,
  values: ReadonlyMap<string, PlaceholderValue>,
  fitted: ReadonlyMap<string, string>,
): Map<string, OutlineValue> {
  return new Map(
    [...readValues].map(([name, value]) => {
      const fittedText = fitted.get(name) ?? "";
      return [name, { ...value, fittedText, isShortened: fittedText !== values.get(name)?.text }];
    }),
  );
}

async function parseText(
  typed: string,
  names: readonly string[],
  { origin, markdown }: ComposeOptions,
): Promise<TextPart[]> {
  if (markdown === undefined) return parsePlaceholders(typed, origin, names);
  // Parsed before the conversion, so that an error names the line in the file. Code is not filled.
  const { withoutFencedCode } = await import("./dialects/code-mask.ts");
  parsePlaceholders(withoutFencedCode(typed), origin, names);
  return parsePlaceholders(await markdownToSpeech(markdown), origin, names);
}

function fill(parts: readonly TextPart[], values: ReadonlyMap<string, string>): string {
  return fillPlaceholders(parts, (name) => values.get(name) ?? "");
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
