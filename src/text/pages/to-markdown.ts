import { asciiDocToMarkdown } from "./asciidoc.ts";
import { notebookToMarkdown } from "./notebook.ts";
import { restructuredTextToMarkdown } from "./restructuredtext.ts";

/**
 * Returns the text of a page as Markdown, or undefined if it is in none of these formats: Markdown,
 * reStructuredText, AsciiDoc, a Jupyter notebook. The ending of the file's name decides. A `.txt` file with
 * directives, as in the documentation of Django, is reStructuredText.
 */
export function toMarkdown(path: string, text: string): string | undefined {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  switch (ending) {
    case "md":
    case "mdx":
    case "markdown":
    case "qmd":
    case "rmd":
      return text;
    case "rst":
    case "rest":
      return restructuredTextToMarkdown(text);
    case "adoc":
    case "asciidoc":
    case "asc":
      return asciiDocToMarkdown(text);
    case "ipynb":
      return notebookToMarkdown(text);
    default:
      return ending === "txt" && directive.test(text) ? restructuredTextToMarkdown(text) : undefined;
  }
}

const directive = /^\.\. (?:[\w:-]{1,60}::|_[^:\n]{1,100}:)(?:\s|$)/m;
