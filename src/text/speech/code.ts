import type { Code } from "mdast";
import { dedent } from "../pages/indentation.ts";
import type { Source } from "./normalize.ts";

/** A block of code, which is shown but not spoken. */
export interface CodeBlock {
  /** The first word after the fence, such as `yaml`; empty if there is none. */
  readonly language: string;
  /** Empty if there is nothing to see. */
  readonly lines: readonly string[];
}

// Where GitHub and documentation generators show a picture or a formula.
const drawnLanguages = /^(?:mermaid|plantuml|d2|graphviz|dot|geojson|topojson|stl|math)$/i;

/** Creates a reader for the blocks of code in a document. */
export function createCodeReader({ text, typed }: Source): (node: Code) => CodeBlock {
  const isSame = text === typed;
  const [textLines, typedLines] = isSame ? [[], []] : [text.split("\n"), typed.split("\n")];
  return ({ value, lang, position }) => {
    const language = /^[\w+#.-]{1,30}/.exec(lang ?? "")?.[0] ?? "";
    if (drawnLanguages.test(language)) return { language, lines: [] };
    const { offset = 0, line: startLine = 1 } = position?.start ?? {};
    const firstLine = /[`~]/.test(text.charAt(offset)) ? startLine : startLine - 1;
    const lines = value
      .split("\n")
      .map((line, index) => asTyped(line, textLines[firstLine + index], typedLines[firstLine + index]));
    return { language, lines: toShownLines(lines) };
  };
}

// Returns a line of code as it was typed, without the indentation or the marks of the list or quote around it.
function asTyped(line: string, textLine = "", typedLine = ""): string {
  if (textLine === typedLine) return line;
  if (textLine.length !== typedLine.length) return typedLine.trim();
  return textLine.endsWith(line) ? typedLine.slice(typedLine.length - line.length) : line;
}

const maxLines = 40;
// More than fits on a card.
const maxColumns = 200;

function toShownLines(lines: readonly string[]): string[] {
  const isFilled = (line: string) => line.trim() !== "";
  const [first, last] = [lines.findIndex(isFilled), lines.findLastIndex(isFilled)];
  if (first < 0) return [];
  const shown = lines.slice(first, Math.min(last + 1, first + maxLines));
  return dedent(shown.map((line) => line.replaceAll("\t", "    "))).map(firstColumns);
}

// Twice as many UTF-16 units contain as many characters.
function firstColumns(line: string): string {
  return Array.from(line.slice(0, 2 * maxColumns))
    .slice(0, maxColumns)
    .join("")
    .trimEnd();
}
