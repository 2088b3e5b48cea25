import { plainText } from "../base/plain-text.ts";

const specialCharacters = /[\\`*_{}[\]()#+\-.!|<>~&@:"'$=^]/g;

// GitHub looks for mentions, numbers of issues and addresses once the references are resolved: `@`, `#`, `GH-`, `https:` and
// `www`. A zero-width space behind them parts what would be joined.
const autolinkTriggers = /&#(?:64|35);|\bGH&#45;|\b(?:https?|ftp)&#58;|\bwww(?=&#46;)/gi;

/**
 * Words from outside as literal text in GitHub's Markdown: no markup, no HTML, no mention, no link, one line. Every
 * special character becomes a character reference, which no dialect reads as syntax.
 */
export function escapeMarkdown(text: string, maxLength = 300): string {
  const literal = plainText(text, maxLength).replace(
    specialCharacters,
    (character) => `&#${character.codePointAt(0)};`,
  );
  return literal.replace(autolinkTriggers, "$&&#8203;");
}

/** A link whose text comes from outside; the URL must be https, or lead from a run's page to an artifact, else the text stands alone. */
export function markdownLink(text: string, url: string): string {
  if (isRunArtifactPath(url)) return `[${escapeMarkdown(text)}](${url})`;
  const parsed = URL.parse(url);
  if (parsed?.protocol !== "https:") return escapeMarkdown(text);
  const target = parsed.href.replace(/[<>\s|]/g, (character) => encodeURIComponent(character));
  return `[${escapeMarkdown(text)}](${target.replaceAll("(", "%28").replaceAll(")", "%29").replaceAll("\\", "%5C")})`;
}

/** Whether a link is one of ours, relative to the page of a workflow run. */
export const isRunArtifactPath = (url: string): boolean => /^\.\/\d+\/artifacts\/\d+$/.test(url);

/** A GitHub table of two columns, of which the first row is the head; the cells are Markdown already. */
export function markdownTable(rows: readonly (readonly [string, string])[]): string {
  const [head, ...others] = rows.map(([name, value]) => `| ${name} | ${value} |`);
  return head === undefined ? "" : [head, "| :-- | :-- |", ...others].join("\n");
}
