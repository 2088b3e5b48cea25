import { convertComponents } from "./components.ts";
import { flattenContainers } from "./containers.ts";
import { withoutFrontMatter } from "./front-matter.ts";
import { convertInline } from "./inline.ts";
import { convertLines, withoutModuleCode } from "./lines.ts";
import { convertTemplateTags } from "./template-tags.ts";

/**
 * Converts what only some documentation generators understand to plain Markdown: front matter, boxes, tabs,
 * tags of templates, components of MDX and Vue, includes, attributes and more. Patterns and not parsers,
 * because the text can be of any dialect, or a list of pages of several: a parser for MDX fails on plain
 * Markdown, and one for directives knows only one of the ways to write a title.
 */
export function convertDialects(markdown: string): string {
  // Longer runs of spaces than anyone writes would make patterns slow.
  const lines = markdown.replace(/[ \t]{200,}/g, " ".repeat(200)).split("\n");
  const pages = withoutModuleCode(withoutFrontMatter(lines)).join("\n");
  const text = convertComponents(convertTemplateTags(pages));
  return convertInline(convertLines(flattenContainers(text.split("\n"))).join("\n"));
}
