import { asciiDocToMarkdown } from "./asciidoc.ts";
import { notebookToMarkdown } from "./notebook.ts";
import { restructuredTextToMarkdown } from "./restructuredtext.ts";

type Convert = (text: string) => string;

const formats: readonly (readonly [pattern: RegExp, convert: Convert])[] = [
  [/\.(?:md|mdx|mdc|markdown|qmd|rmd)$/i, (text) => text],
  [/\.(?:rst|rest)$/i, restructuredTextToMarkdown],
  [/\.(?:adoc|asciidoc|asc)$/i, asciiDocToMarkdown],
  [/\.ipynb$/i, notebookToMarkdown],
];

/**
 * Returns how to convert a file to Markdown, by the ending of its name; undefined if the file isn't Markdown,
 * reStructuredText, AsciiDoc or a Jupyter notebook.
 */
export function markdownConverter(path: string): Convert | undefined {
  return formats.find(([pattern]) => pattern.test(path))?.[1];
}
