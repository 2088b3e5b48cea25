import { plainText } from "../base/plain-text.ts";

const special = /[\\`*_{}[\]()#+\-.!|<>~&@:"'$=^]/g;

/**
 * Words from outside as literal text in GitHub's Markdown: no markup, no HTML, no mention, no link, one line. Every
 * special character becomes a character reference, which no dialect reads as syntax.
 */
export function escapeMarkdown(words: string, maxLength = 300): string {
  const literal = plainText(words, maxLength).replace(
    special,
    (character) => `&#${character.codePointAt(0)};`,
  );
  // GitHub looks for mentions and issue numbers once the references are resolved; a zero-width space parts them.
  return literal.replace(/&#(?:64|35);/g, (reference) => `${reference}&#8203;`);
}

/** A link whose text comes from outside; the URL must be https, else the text stands alone. */
export function link(words: string, url: string): string {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== "https:") return escapeMarkdown(words);
  const target = parsed.href.replace(/[<>\s|]/g, (character) => encodeURIComponent(character));
  return `[${escapeMarkdown(words)}](${target.replaceAll("(", "%28").replaceAll(")", "%29").replaceAll("\\", "%5C")})`;
}

/** A GitHub table of two columns; the cells are Markdown already. */
export function table(rows: readonly (readonly [string, string])[]): string {
  return ["| | |", "| --- | --- |", ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join("\n");
}
