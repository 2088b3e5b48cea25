/**
 * Removes HTML comments: GitHub does not show them, but a provider would read them. A comment that is never
 * closed, or that starts right after a backtick, is shown and stays.
 */
export function withoutComments(markdown: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let start = markdown.indexOf("<!--"); start >= 0; start = markdown.indexOf("<!--", start + 4)) {
    if (start < from || markdown[start - 1] === "`") continue;
    const end = markdown.indexOf("-->", start + 4);
    if (end < 0) break;
    kept.push(markdown.slice(from, start));
    from = end + 3;
  }
  return [...kept, markdown.slice(from)].join("").trim();
}

/**
 * Converts the user's Markdown to text that can be spoken. Placeholders stay as they are, escaped ones too.
 */
export async function markdownToSpeech(markdown: string): Promise<string> {
  const { toSpeech } = await import("./speech/index.ts");
  return keepEscapedPlaceholders(markdown, toSpeech);
}

/** Converts Markdown so that escaped placeholders stay as they are: Markdown would remove their backslash. */
export function keepEscapedPlaceholders(markdown: string, convert: (markdown: string) => string): string {
  const escaped: string[] = [];
  const hidden = markdown.replace(
    /\\\{\{[^{}\n]*\}\}/g,
    (placeholder) => `{{ kept-${escaped.push(placeholder) - 1} }}`,
  );
  return convert(hidden).replace(/\{\{ kept-(\d+) \}\}/g, (_, index: string) => escaped[Number(index)] ?? "");
}

/**
 * Converts Markdown of an event to text that can be spoken. It has no placeholders: what looks like one is an
 * expression of a template, and is removed.
 */
export async function eventMarkdownToSpeech(markdown: string): Promise<string> {
  const { toSpeech } = await import("./speech/index.ts");
  return toSpeech(markdown, { keepsPlaceholders: false });
}
