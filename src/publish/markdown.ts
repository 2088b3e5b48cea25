import { plainText } from "../base/text/plain-text.ts";

const specialCharacters = /[\\`*_{}[\]()#+\-.!|<>~&@:"'$=^]/g;

// GitHub autolinks mentions, issue numbers and URLs after it has resolved character references. A zero-width
// space after `@`, `#`, `GH-`, `https:` and `www` prevents the link.
const autolinkTriggers = /&#(?:64|35);|\bGH&#45;|\b(?:https?|ftp)&#58;|\bwww(?=&#46;)/gi;

/**
 * Returns untrusted text as literal text for GitHub's Markdown: one line, without markup, HTML, mentions or
 * links. Every special character becomes a character reference, which no Markdown dialect reads as syntax.
 */
export function escapeMarkdown(text: string, maxLength = 300): string {
  const literal = plainText(text, maxLength).replace(
    specialCharacters,
    (character) => `&#${character.codePointAt(0)};`,
  );
  return literal.replace(autolinkTriggers, "$&&#8203;");
}

/**
 * Returns untrusted text as Markdown that keeps its line breaks. Text in backticks, such as setting names,
 * becomes inline code.
 */
export function toMarkdownLines(text: string): string {
  return text
    .split("\n")
    .map((line) => escapeMarkdown(line, 2_000).replace(/&#96;(.+?)&#96;/g, "<code>$1</code>"))
    .join("<br>");
}

/**
 * Returns a link with an untrusted text. The URL must use https, or be the relative path of a run's artifact;
 * for any other URL only the text is returned.
 */
export function markdownLink(text: string, url: string): string {
  if (isRunArtifactPath(url)) return `[${escapeMarkdown(text)}](${url})`;
  const parsed = URL.parse(url);
  if (parsed?.protocol !== "https:") return escapeMarkdown(text);
  const target = parsed.href.replace(/[<>\s|]/g, (character) => encodeURIComponent(character));
  const escapedTarget = target.replaceAll("(", "%28").replaceAll(")", "%29").replaceAll("\\", "%5C");
  return `[${escapeMarkdown(text)}](${escapedTarget})`;
}

/** Whether a URL is the path of an artifact, relative to the page of its workflow run. */
export const isRunArtifactPath = (url: string): boolean => /^\.\/\d+\/artifacts\/\d+$/.test(url);

/** Returns a table of two columns, whose header is the first row. The cells must already be Markdown. */
export function markdownTable(rows: readonly (readonly [string, string])[]): string {
  const [header, ...body] = rows.map(([name, value]) => `| ${name} | ${value} |`);
  return header === undefined ? "" : [header, "| :-- | :-- |", ...body].join("\n");
}
