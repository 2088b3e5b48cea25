import { invalidInputError, type ShowreelError } from "../../base/errors.ts";
import { countLines } from "../../base/text/lines-and-characters.ts";
import { plainText } from "../../base/text/plain-text.ts";
import { nearestName } from "../../inputs/invalid-input.ts";

/** A part of a text: literal text, or the name of a placeholder. */
export type TextPart = string | { readonly name: string };

/** The source of a text, for error messages. */
export interface TextOrigin {
  /** The setting that contains the text, or names its file. */
  readonly setting: string;
  readonly file?: string;
  /** The line of the file on which the text starts: after the front matter. */
  readonly textStartLine?: number;
}

// `${{ }}` is a GitHub expression, `{{< >}}` and `{{% %}}` are Hugo's, `{{#include}}` is mdBook's, and a backslash
// escapes a placeholder.
const placeholderPattern = /(\\?)(?<!\$)\{\{(?![<%#])([^{}\n]*)\}\}/g;

/** Splits a text at each `{{ name }}`. Fails with `invalid_input` if a name is not in `names`. */
export function parsePlaceholders(text: string, origin: TextOrigin, names: readonly string[]): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(placeholderPattern)) {
    const [whole, backslash, typedName = ""] = match;
    parts.push(text.slice(end, match.index));
    end = match.index + whole.length;
    const name = typedName.trim();
    if (backslash) parts.push(whole.slice(1));
    else if (names.includes(name)) parts.push({ name });
    else {
      const lineOffset = countLines(text.slice(0, match.index)) - 1;
      throw unknownPlaceholderError(typedName, lineOffset, origin, names);
    }
  }
  return [...parts, text.slice(end)].filter((part) => part !== "");
}

/** Joins the parts, with the value of each placeholder. Placeholders in a value are not filled. */
export function fillPlaceholders(parts: readonly TextPart[], replace: (name: string) => string): string {
  return parts.map((part) => (typeof part === "string" ? part : replace(part.name))).join("");
}

function unknownPlaceholderError(
  typedName: string,
  lineOffset: number,
  origin: TextOrigin,
  names: readonly string[],
): ShowreelError {
  const { setting, file, textStartLine = 1 } = origin;
  const line = textStartLine + lineOffset;
  const name = plainText(typedName, 60);
  const nearest = nearestName(name, names);
  const position = file === undefined ? "" : `${plainText(file, 120)}:${line}: `;
  const suggestion = nearest ? ` Did you mean {{ ${nearest} }}?` : "";
  const message = `${position}\`${setting}\` uses the unknown placeholder {{ ${name} }}.${suggestion}`;
  return invalidInputError(message, {
    hint: `Available: ${names.join(", ")}. Add your own to \`variables\`, or write \\{{ to keep the braces.`,
    settings: [setting],
    ...(file !== undefined && { location: { file: plainText(file, 300), line } }),
  });
}
