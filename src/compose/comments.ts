/**
 * Markdown without its comments: nobody sees them on GitHub, and a provider would read them. What is never closed is none, and
 * one in backticks is shown.
 */
export function withoutComments(markdown: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = markdown.indexOf("<!--"); at >= 0; at = markdown.indexOf("<!--", at + 4)) {
    if (at < from || markdown[at - 1] === "`") continue;
    const end = markdown.indexOf("-->", at + 4);
    if (end < 0) break;
    kept.push(markdown.slice(from, at));
    from = end + 3;
  }
  return [...kept, markdown.slice(from)].join("").trim();
}
