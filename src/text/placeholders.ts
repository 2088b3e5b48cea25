import { ShowreelError } from "../base/errors.ts";
import { countLines } from "../base/lines-and-characters.ts";
import { plainText } from "../base/plain-text.ts";
import { nearestName } from "../inputs/invalid-input.ts";

/** A text cut at its placeholders: words of its own, and names to be replaced. */
export type TextPart = string | { readonly name: string };

// `${{ }}` is GitHub's own, and a backslash keeps a placeholder as it is.
const placeholderPattern = /(\\?)(?<!\$)\{\{([^{}\n]*)\}\}/g;

/** The whole of the pieces, with `replace` for each name. Values are never looked through for placeholders. */
export function fillPlaceholders(pieces: readonly TextPart[], replace: (name: string) => string): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : replace(piece.name))).join("");
}

/** Where a text comes from, for errors. */
export interface TextOrigin {
  /** The setting that holds it, or that names the file. */
  readonly setting: string;
  readonly file?: string;
  /** Of the text in the file. */
  readonly textStartLine?: number;
}

/** Cuts a text at `{{ name }}`. Fails with `invalid_input` that lists the known names when one is unknown. */
export function parsePlaceholders(text: string, origin: TextOrigin, known: readonly string[]): TextPart[] {
  const pieces: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(placeholderPattern)) {
    const [whole, isEscaped, inside = ""] = match;
    pieces.push(text.slice(end, match.index));
    end = match.index + whole.length;
    const name = inside.trim();
    if (isEscaped) pieces.push(whole.slice(1));
    else if (known.includes(name)) pieces.push({ name });
    else throw unknownPlaceholderError(text.slice(0, match.index), inside, origin, known);
  }
  return [...pieces, text.slice(end)].filter((piece) => piece !== "");
}

function unknownPlaceholderError(
  before: string,
  inside: string,
  origin: TextOrigin,
  known: readonly string[],
) {
  const { setting, file, textStartLine = 1 } = origin;
  const line = textStartLine + countLines(before) - 1;
  const name = plainText(inside, 60);
  const near = nearestName(name, known);
  const where = file === undefined ? "" : `${plainText(file, 120)}:${line}: `;
  const guess = near ? ` Did you mean {{ ${near} }}?` : "";
  return new ShowreelError("invalid_input", `${where}\`${setting}\` holds {{ ${name} }}: unknown.${guess}`, {
    hint:
      `Known are: ${known.join(", ")}. Add yours to \`variables\`, or write \\{{ to keep the braces. ` +
      "Nothing was submitted.",
    ...(file !== undefined && { location: { file: plainText(file, 300), line } }),
  });
}
